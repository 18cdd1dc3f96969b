import {
  guessColumns,
  guessDateFormat,
  hasDecimalComma,
  mapOf,
  neededFields,
  type Pointed,
  pointedOf,
  type ReceiptField,
} from './columns.ts';
import { importApi } from './importApi.ts';
import type { ImportMapping, ImportReport, SavedMapping, TableLook } from './importTypes.ts';

/** Where the receipts of a file go. */
export interface Target {
  readonly store: string;
  readonly device: string;
  /** null: a table. */
  readonly profile: string | null;
}

/** One file on its way in: looked into, its columns pointed at, sent, reported on. */
export class FileImport {
  state = $state<'idle' | 'looking' | 'sending' | 'reading'>('idle');
  file = $state.raw<File | null>(null);
  look = $state.raw<TableLook | null>(null);
  pointed = $state.raw<Pointed>({});
  dateFormat = $state('');
  hasComma = $state(false);
  saved = $state.raw<readonly SavedMapping[]>([]);
  saveAs = $state('');
  /** 0…1 */
  share = $state(0);
  report = $state.raw<ImportReport | null>(null);
  isDryRun = $state(false);
  failure = $state('');
  missing = $derived<readonly ReceiptField[]>(
    this.look === null ? [] : neededFields.filter((field) => this.pointed[field] === undefined),
  );
  isReady = $derived(this.file !== null && this.state === 'idle' && this.missing.length === 0);
  #target: Target | null = null;
  readonly #explain: (error: unknown) => string;

  constructor(explain: (error: unknown) => string) {
    this.#explain = explain;
  }

  fail(error: unknown): void {
    this.failure = this.#explain(error);
  }

  /** Says where the receipts go; mappings are kept by store, and a table is looked into. */
  async aim(target: Target): Promise<void> {
    const before = this.#target;
    this.#target = target;
    if (before?.store !== target.store) {
      // Without them columns are pointed at anew.
      this.saved = (await importApi.mappings(target.store).catch(() => ({ mappings: [] }))).mappings;
    }
    if (this.file !== null && before?.profile !== target.profile) await this.take(this.file);
  }

  async take(file: File): Promise<void> {
    this.file = file;
    [this.look, this.report, this.failure] = [null, null, ''];
    if (this.#target === null || this.#target.profile !== null) return;
    this.state = 'looking';
    try {
      const look = await this.#post<TableLook>(file, { dryRun: 'true', look: 'true' });
      this.look = look;
      this.#guess(look);
    } catch (error) {
      this.fail(error);
    } finally {
      this.state = 'idle';
    }
  }

  use(name: string): void {
    const mapping = this.saved.find((one) => one.name === name);
    if (mapping === undefined || this.look === null) return;
    this.pointed = pointedOf(mapping.map, this.look.header);
    this.dateFormat = mapping.dateFormat ?? '';
    this.hasComma = mapping.decimalComma ?? false;
    this.saveAs = name;
  }

  async send(isDryRun: boolean): Promise<void> {
    if (this.file === null || this.#target === null) return;
    [this.failure, this.share] = ['', 0];
    this.state = 'sending';
    this.isDryRun = isDryRun;
    try {
      this.report = await this.#post<ImportReport>(this.file, await this.#query(isDryRun));
    } catch (error) {
      this.fail(error);
    } finally {
      this.state = 'idle';
    }
  }

  again(): void {
    [this.file, this.look, this.report, this.failure] = [null, null, null, ''];
  }

  async #query(isDryRun: boolean): Promise<Record<string, string>> {
    const dry = isDryRun ? { dryRun: 'true' } : {};
    const target = this.#target;
    if (target === null || target.profile !== null) return { profile: target?.profile ?? '', ...dry };
    const mapping: ImportMapping = {
      map: mapOf(this.pointed),
      ...(this.dateFormat === '' ? {} : { dateFormat: this.dateFormat }),
      ...(this.hasComma ? { decimalComma: true } : {}),
    };
    const name = this.saveAs.trim();
    if (name === '') return { map: JSON.stringify(mapping), ...dry };
    await importApi.saveMapping(target.store, { name, ...mapping });
    return { mapping: name, ...dry };
  }

  #post<Answer>(file: File, query: Record<string, string>): Promise<Answer> {
    const { store = '', device = '' } = this.#target ?? {};
    const onprogress = (share: number): void => {
      this.share = share;
      if (share === 1 && this.state === 'sending') this.state = 'reading';
    };
    return importApi.send<Answer>({ store, device, query, file, onprogress });
  }

  #guess({ header, rows }: TableLook): void {
    this.pointed = guessColumns(header);
    const textsOf = (field: ReceiptField): string[] => {
      const places = (this.pointed[field] ?? []).map((column) => header.indexOf(column));
      return rows.map((row) => places.map((place) => row[place] ?? '').join(' '));
    };
    this.dateFormat = guessDateFormat(textsOf('at'));
    this.hasComma = hasDecimalComma(textsOf('total'));
  }
}
