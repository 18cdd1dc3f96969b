import {
  guessColumns,
  guessDateFormat,
  guessTypes,
  hasDecimalComma,
  mapOf,
  neededFields,
  type Pointed,
  point,
  pointedOf,
  type ReceiptField,
} from './columns.ts';
import { type ImportAsk, importApi } from './importApi.ts';
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
  /** What each word of the type column means. */
  types = $state.raw<Readonly<Record<string, string>>>({});
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
      const look = await importApi.look(this.#ask(file, {}));
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
    this.types = mapping.type ?? {};
    this.saveAs = name;
  }

  async send(isDryRun: boolean): Promise<void> {
    if (this.file === null || this.#target === null) return;
    // The report of a check is none of the import that follows it.
    [this.failure, this.share, this.report] = ['', 0, null];
    this.state = 'sending';
    try {
      const report = await importApi.run(this.#ask(this.file, await this.#query(isDryRun)));
      [this.isDryRun, this.report] = [isDryRun, report];
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
      ...(Object.keys(this.types).length > 0 ? { type: { ...this.types } } : {}),
    };
    const name = this.saveAs.trim();
    if (name === '') return { map: JSON.stringify(mapping), ...dry };
    await importApi.saveMapping(target.store, { name, ...mapping });
    this.saved = [...this.saved.filter((one) => one.name !== name), { name, ...mapping }];
    return { mapping: name, ...dry };
  }

  #ask(file: File, query: Record<string, string>): ImportAsk {
    const { store = '', device = '' } = this.#target ?? {};
    const onsent = (share: number): void => {
      this.share = share;
      if (share !== 1 || this.state !== 'sending') return;
      [this.state, this.share] = ['reading', 0];
    };
    const onread = (share: number): void => {
      this.share = share;
    };
    return { store, device, query, file, onsent, onread };
  }

  /** Points a field at a column or away from it; words of a new type column are guessed. */
  point(field: ReceiptField, column: string): void {
    this.pointed = point(this.pointed, field, column);
    if (field === 'type') this.types = guessTypes(this.textsOf('type'));
  }

  /** What the first lines hold at a field. */
  textsOf(field: ReceiptField): string[] {
    const { header, rows } = this.look ?? { header: [], rows: [] };
    const places = (this.pointed[field] ?? []).map((column) => header.indexOf(column));
    if (places.length === 0) return [];
    return rows.map((row) => places.map((place) => row[place] ?? '').join(' '));
  }

  #guess({ header }: TableLook): void {
    this.pointed = guessColumns(header);
    this.dateFormat = guessDateFormat(this.textsOf('at'));
    this.hasComma = hasDecimalComma(this.textsOf('total'));
    this.types = guessTypes(this.textsOf('type'));
  }
}
