import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import { api } from '../api.ts';
import type { Today } from '../api-types.ts';
import { addDays } from '../format/dates.ts';
import { queueApi } from '../queue/queueApi.ts';
import { followLive, type LinkState } from '../state/live.ts';
import type { Session } from '../state/session.svelte.ts';
import { type DayView, viewOf } from './dayView.ts';
import type { FirstDay } from './firstDay.ts';
import type { DayHours } from './hourSlots.ts';

interface Wish {
  readonly store: string;
  /** null: today. */
  readonly date: string | null;
  readonly signal: AbortSignal;
  /** What was asked for before; undefined: nothing was. */
  readonly asked: Promise<Today> | undefined;
}

/** One store's day: loaded, and while it is today followed live. */
export class Day {
  view = $state.raw<DayView | null>(null);
  /** The same weekday a week before by hour, drawn behind; a missing one is no failure. */
  behind = $state.raw<DayHours | null>(null);
  failure = $state.raw<string | null>(null);
  link = $state<LinkState>('connecting');
  /** The queues at this moment; null: none is known of. */
  queueNow = $state.raw<QueueNowAnswer | null>(null);
  readonly #session: Session;
  /** Until the page is opened for the first time. */
  #first: FirstDay | null;
  #stop: () => void = () => {};
  /** The date whose hours a week before were asked for. */
  #behindOf: string | null = null;

  /** `first`: what was asked for before anything was drawn; where it is there, it is shown at once. */
  constructor(session: Session, first: FirstDay | null = null) {
    this.#session = session;
    this.#first = first;
    if (first?.today) this.view = viewOf(first.today, session.formats);
  }

  /** `date` null: today, followed live. Whatever was open before is closed. */
  open(store: string, date: string | null): void {
    this.close();
    const first = date === null && this.#first?.store === store ? this.#first : null;
    this.#first = null;
    if (!first?.today) this.view = null;
    this.behind = null;
    this.#behindOf = null;
    this.queueNow = null;
    this.failure = null;
    const abort = new AbortController();
    this.#stop = () => abort.abort();
    // Already there: drawn without a grey page before it.
    if (first?.today) this.#begin(first.today, abort.signal);
    else void this.#load({ store, date, signal: abort.signal, asked: first?.answer });
  }

  close(): void {
    this.#stop();
    this.#stop = () => {};
  }

  async #load({ store, date, signal, asked }: Wish): Promise<void> {
    try {
      const today = await (asked ?? api.today({ store, date }, signal));
      if (date === null) this.#begin(today, signal);
      else this.#take(today, signal);
    } catch (error) {
      if (!signal.aborted) this.failure = this.#session.explain(error);
    }
  }

  /** The present day, from its first answer on. */
  #begin(today: Today, signal: AbortSignal): void {
    this.#take(today, signal);
    this.#follow(today.store, signal);
    if (this.view?.beside.queue) void this.#loadQueueNow(today.store, signal);
  }

  #follow(store: string, signal: AbortSignal): void {
    if (signal.aborted) return;
    const unfollow = followLive({
      store,
      onFunnel: (today) => this.#take(today, signal),
      onQueue: (now) => {
        this.queueNow = now;
      },
      onLink: (link) => {
        this.link = link;
      },
    });
    signal.addEventListener('abort', unfollow);
  }

  /** Until the live stream says it too. */
  async #loadQueueNow(store: string, signal: AbortSignal): Promise<void> {
    const now = await queueApi.now(store, signal).catch(() => null);
    if (!signal.aborted) this.queueNow ??= now;
  }

  #take(today: Today, signal: AbortSignal): void {
    if (signal.aborted) return;
    const isNewDate = this.#behindOf !== today.date;
    this.#behindOf = today.date;
    this.view = viewOf(today, this.#session.formats);
    if (isNewDate) void this.#loadBehind(today.store, today.date, signal);
  }

  async #loadBehind(store: string, date: string, signal: AbortSignal): Promise<void> {
    const before = addDays(date, -7);
    const funnel = await api.day({ store, date: before }, signal).catch(() => null);
    if (!signal.aborted) this.behind = funnel && { date: before, hours: funnel.series ?? [] };
  }
}
