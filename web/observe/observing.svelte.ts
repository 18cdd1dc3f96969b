import { call, storePath } from '../api.ts';
import { numberOf } from '../format/numbers.ts';
import { Form } from '../offline/form.svelte.ts';
import type { House } from '../offline/house.ts';
import { keep, readKept } from '../offline/kept.ts';
import type { Entry } from '../offline/outbox.svelte.ts';
import { newId } from '../offline/phone.ts';
import type { Standard } from '../service/standardTypes.ts';

type Store = House['stores'][number];

export interface Observed {
  readonly id: string;
  readonly criterion: string;
  readonly value: number;
}

/** What was measured of one customer. */
export interface Observations {
  readonly store: Store;
  readonly process: string;
  readonly processName: string;
  readonly at: number;
  readonly observed: readonly Observed[];
}

/** Of the customer who is being observed, by criterion. */
interface Draft {
  /** '': none was chosen yet. */
  readonly store: string;
  readonly process: string;
  readonly values: Readonly<Record<string, string>>;
  /** Clocks that run, since when (epoch ms): one goes on while the page is closed. */
  readonly clocks: Readonly<Record<string, number>>;
}

const draftName = 'observe.draft';
const secondsIn: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

/** How many seconds a criterion's unit has; null: it measures no time, and a clock is of no use. */
export function secondsOf({ unit, criterion }: Standard): number | null {
  if (unit !== null && unit in secondsIn) return secondsIn[unit] ?? null;
  if (/seconds?$/.test(`${unit ?? ''}${criterion}`)) return 1;
  return /minutes?$/.test(`${unit ?? ''}${criterion}`) ? 60 : null;
}

export class Observing {
  draft = $state.raw<Draft>(readKept<Draft>(draftName) ?? { store: '', process: '', values: {}, clocks: {} });
  readonly form = new Form<Observations>('observe', send);

  write(criterion: string, value: string): void {
    this.#set({ ...this.draft, values: { ...this.draft.values, [criterion]: value } });
  }

  startClock(criterion: string): void {
    this.#set({ ...this.draft, clocks: { ...this.draft.clocks, [criterion]: Date.now() } });
  }

  /** What the clock shows becomes the value, in the criterion's unit. */
  stopClock(standard: Standard): void {
    const { [standard.criterion]: startedAt, ...clocks } = this.draft.clocks;
    if (startedAt === undefined) return;
    const seconds = Math.max(0, Date.now() - startedAt) / 1000;
    const value = String(Number((seconds / (secondsOf(standard) ?? 1)).toFixed(1)));
    this.#set({ ...this.draft, clocks, values: { ...this.draft.values, [standard.criterion]: value } });
  }

  clear(criterion: string): void {
    const { [criterion]: _value, ...values } = this.draft.values;
    const { [criterion]: _clock, ...clocks } = this.draft.clocks;
    this.#set({ ...this.draft, values, clocks });
  }

  /** Another store or process is another customer: what was measured of the one before is put aside. */
  open(store: string, process: string): void {
    if (store !== this.draft.store || process !== this.draft.process)
      this.#set({ store, process, values: {}, clocks: {} });
  }

  /** Keeps what was measured, and begins the next customer with empty lines. Answers how many observations it were. */
  save(store: Store, standards: readonly Standard[]): number {
    const observed = standards.flatMap(({ criterion }): Observed[] => {
      const value = numberOf(this.draft.values[criterion] ?? '');
      return value === null ? [] : [{ id: newId(), criterion, value }];
    });
    const [first] = standards;
    if (observed.length === 0 || first === undefined) return 0;
    const { process, processName } = first;
    this.form.fill(newId(), { store, process, processName: processName ?? process, at: Date.now(), observed });
    this.#set({ ...this.draft, values: {}, clocks: {} });
    return observed.length;
  }

  #set(draft: Draft): void {
    this.draft = draft;
    keep(draftName, draft);
  }
}

function send({ content }: Entry<Observations>): Promise<unknown> {
  const at = new Date(content.at).toISOString();
  const observations = content.observed.map((one) => ({ ...one, at, process: content.process }));
  return call(`${storePath(content.store.id)}/observations`, {
    method: 'POST',
    body: { observations, sentAt: new Date().toISOString() },
  });
}
