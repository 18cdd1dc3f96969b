import { createContext } from 'svelte';
import type { StoreSummary } from '../api-types.ts';
import { addDays, businessDateAt, isDate } from '../format/dates.ts';
import { currentPath, navigate, type PagePath, parameter, parameters } from '../navigation.ts';
import type { Session } from '../state/session.svelte.ts';
import { type Comparison, chosenRange, comparisons, type DateRange, isPeriod, type Period, rangeOf } from './period.ts';

export const [useSelection, provideSelection] = createContext<Selection>();

/** What can be chosen; null takes a choice back. Choosing a period or a day lets go of a range chosen by its dates. */
export interface SelectionChange {
  readonly store?: string;
  /** The last day; null: today. */
  readonly date?: string | null;
  readonly period?: Period;
  readonly range?: DateRange;
  readonly compare?: Comparison;
}

const names = ['store', 'date', 'period', 'from', 'to', 'compare'] as const;
const minuteMs = 60_000;

/**
 * The chosen store and time: read from the address, so that a link shows what was seen, and taken along from page to
 * page. One for the whole dashboard; pages keep what is theirs alone in parameters of their own.
 */
export class Selection {
  readonly #session: Session;
  readonly #periodHere: () => Period;
  #now = $state.raw(new Date());

  /** `periodHere`: the shown page's period where the address says none. */
  constructor(session: Session, periodHere: () => Period) {
    this.#session = session;
    this.#periodHere = periodHere;
  }

  /** Lets the present day go on; answers how to stop. */
  start(): () => void {
    const timer = setInterval(() => {
      this.#now = new Date();
    }, minuteMs);
    return () => clearInterval(timer);
  }

  /** The chosen store, else the first; undefined: there is none to see. */
  readonly store: StoreSummary | undefined = $derived.by(() => {
    const { stores } = this.#session;
    return stores.find(({ id }) => id === parameter('store')) ?? stores[0];
  });

  /** The store that the address names, where there is none such, or not for this person; another is shown then. */
  readonly unknownStore: string | null = $derived.by(() => {
    const asked = parameter('store');
    return asked === null || this.store === undefined || this.store.id === asked ? null : asked;
  });

  /** The store's present business date. */
  readonly today: string = $derived.by(() => {
    const { store } = this;
    return store ? businessDateAt(store.timezone, store.dayStartsAt, this.#now) : this.#now.toISOString().slice(0, 10);
  });

  /** The last day shown: today unless an earlier one is chosen. */
  readonly date: string = $derived.by(() => {
    const asked = parameter('date');
    return isDate(asked) && asked < this.today ? asked : this.today;
  });

  readonly isToday: boolean = $derived(this.date === this.today);

  readonly period: Period = $derived.by(() => {
    const asked = parameter('period');
    return isPeriod(asked) ? asked : this.#periodHere();
  });

  /** Chosen by its dates; null: the period that ends with the date. */
  readonly chosenRange: DateRange | null = $derived(chosenRange(parameter('from'), parameter('to'), this.today));

  readonly range: DateRange = $derived(this.chosenRange ?? rangeOf(this.period, this.date));

  readonly compare: Comparison = $derived(comparisons.find((one) => one === parameter('compare')) ?? 'none');

  /** What goes along in a link to another page. */
  readonly search: Readonly<Record<string, string>> = $derived.by(() => {
    const kept: Record<string, string> = {};
    for (const name of names) {
      const value = parameter(name);
      if (value !== null) kept[name] = value;
    }
    return kept;
  });

  /** Changes what is chosen on the page that is shown; its own parameters stay. */
  async set(change: SelectionChange, path: PagePath = currentPath()): Promise<void> {
    const search = { ...(path === currentPath() ? parameters() : this.search) };
    const put = (name: (typeof names)[number], value: string | null): void => {
      if (value === null) delete search[name];
      else search[name] = value;
    };
    if (change.store !== undefined) put('store', change.store);
    if (change.compare !== undefined) put('compare', change.compare === 'none' ? null : change.compare);
    if (change.period !== undefined) put('period', change.period);
    if (change.date !== undefined) put('date', change.date !== null && change.date < this.today ? change.date : null);
    if (change.range) for (const name of ['from', 'to'] as const) put(name, change.range[name]);
    else if (change.period !== undefined || change.date !== undefined)
      for (const name of ['from', 'to'] as const) put(name, null);
    await navigate(path, { search, scrollToTop: false });
  }

  /** Earlier (−1) or later (1) by as much as is shown; never beyond today. */
  async step(by: -1 | 1): Promise<void> {
    const { from, to } = this.range;
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
    const last = addDays(to, by * days);
    if (this.chosenRange === null) await this.set({ date: last < this.today ? last : null });
    else if (addDays(from, by * days) <= this.today)
      await this.set({ range: { from: addDays(from, by * days), to: last } });
  }
}
