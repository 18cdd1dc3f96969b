import { type Field, type Form, forms, type Kind } from './forms.ts';
import { type ImportAsk, importApi } from './importApi.ts';
import type { ImportReport, SavedMapping, TableLook } from './importTypes.ts';
import { unknownWords } from './refused.ts';
import {
  faultOf,
  guessForm,
  guessReading,
  mappingOf,
  missingFields,
  pointAt,
  readingOf,
  type TableReading,
} from './tableReading.ts';
import { guessWords } from './written.ts';

/** Where the lines of a file go, and what they are. */
export interface Target {
  readonly store: string;
  readonly device: string;
  readonly kind: Kind;
  /** null: a table. */
  readonly profile: string | null;
}

/** One file on its way in: looked into, its columns pointed at, sent, reported on. */
export class FileImport {
  state = $state<'idle' | 'looking' | 'sending' | 'reading'>('idle');
  file = $state.raw<File | null>(null);
  look = $state.raw<TableLook | null>(null);
  reading = $state.raw<TableReading>(guessReading(forms.sales[0]));
  saved = $state.raw<readonly SavedMapping[]>([]);
  saveAs = $state('');
  /** 0…1 */
  share = $state(0);
  report = $state.raw<ImportReport | null>(null);
  isDryRun = $state(false);
  failure = $state('');
  /** Saved mappings that the page can use for what the file holds. */
  ofKind = $derived(
    this.saved.filter(({ kind = 'sales', items }) => kind === this.reading.form.kind && items === undefined),
  );
  missing = $derived(this.look === null ? [] : missingFields(this.reading));
  /** Under this name columns of other lines are kept. */
  isNameTaken = $derived(this.saved.some(({ name }) => name === this.saveAs.trim()) && !this.#isOwnName());
  fault = $derived(this.look === null ? null : faultOf(this.reading));
  isReady = $derived(
    this.file !== null &&
      this.state === 'idle' &&
      this.missing.length === 0 &&
      this.fault === null &&
      !this.isNameTaken,
  );
  #target: Target | null = null;
  readonly #explain: (error: unknown) => string;

  constructor(explain: (error: unknown) => string) {
    this.#explain = explain;
  }

  fail(error: unknown): void {
    this.failure = this.#explain(error);
  }

  /** Says where the lines go; mappings are kept by store, and a table is looked into. */
  async aim(target: Target): Promise<void> {
    const before = this.#target;
    this.#target = target;
    if (before?.kind !== target.kind) this.#guess();
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
      this.look = await importApi.look(this.#ask(file, {}));
      this.#guess();
    } catch (error) {
      this.fail(error);
    } finally {
      this.state = 'idle';
    }
  }

  use(name: string): void {
    const mapping = this.saved.find((one) => one.name === name);
    if (mapping === undefined || this.look === null) return;
    this.reading = readingOf(mapping, this.look.header);
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

  /** From the report to the columns; words of the file that had no meaning ask for one now. */
  back(): void {
    const { words, form } = this.reading;
    const unknown =
      form.words === undefined ? {} : guessWords(form.words.key, unknownWords(this.report?.rejected ?? []));
    this.change({ words: { ...unknown, ...words } });
    this.report = null;
  }

  again(): void {
    [this.file, this.look, this.report, this.failure] = [null, null, null, ''];
  }

  change(part: Partial<TableReading>): void {
    this.reading = { ...this.reading, ...part };
  }

  /** Says what a line is; columns are guessed anew. */
  choose(form: Form): void {
    this.reading = guessReading(form, this.look ?? undefined);
  }

  point(field: Field, column: string): void {
    if (this.look !== null) this.reading = pointAt(this.reading, { field, column }, this.look);
  }

  #guess(): void {
    const { kind } = this.#target ?? { kind: 'sales' };
    this.choose(this.look === null ? forms[kind][0] : guessForm(kind, this.look));
  }

  #isOwnName(): boolean {
    return this.ofKind.some(({ name }) => name === this.saveAs.trim());
  }

  async #query(isDryRun: boolean): Promise<Record<string, string>> {
    const dry = isDryRun ? { dryRun: 'true' } : {};
    const target = this.#target;
    if (target === null || target.profile !== null) return { profile: target?.profile ?? '', ...dry };
    const mapping = mappingOf(this.reading, this.look?.header ?? []);
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
}
