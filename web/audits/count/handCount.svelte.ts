import { createContext } from 'svelte';
import { Formats } from '../../format/formats.ts';
import { mannerOf } from '../../format/locales.ts';
import { newId } from '../../offline/phone.ts';
import {
  type Counts,
  type Direction,
  type Done,
  type House,
  keep,
  type Place,
  type Running,
  readKept,
} from './kept.ts';
import { push } from './phone.ts';

export const [useHandCount, provideHandCount] = createContext<HandCount>();

/** So many counts that are over stay in the phone's list. */
const mostDone = 30;

/** What is counted on this phone: the count that goes on, and those that are over. */
export class HandCount {
  house = $state.raw<House | null>(readKept('house'));
  running = $state.raw<Running | null>(readKept('running'));
  done = $state.raw<readonly Done[]>(readKept('done') ?? []);
  /** false: this browser keeps nothing, and a reload loses the count. */
  isKept = $state(keep('running', readKept('running')));
  formats = $derived(new Formats(this.house?.locale ?? navigator.language, mannerOf(this.house?.preferences)));

  /** Takes up what the same page does in another tab, so that neither writes over the other's counts; answers how to stop. */
  follow(): () => void {
    const readAgain = (): void => {
      this.running = readKept('running');
      this.done = readKept('done') ?? [];
    };
    window.addEventListener('storage', readAgain);
    return () => window.removeEventListener('storage', readAgain);
  }

  start(place: Place, counts: Counts): void {
    this.#setRunning({ id: newId(), place, counts, startAt: Date.now(), endAt: null, taps: [] });
  }

  tap(direction: Direction): void {
    if (this.running === null) return;
    this.#setRunning({ ...this.running, taps: [...this.running.taps, { at: Date.now(), direction }] });
    push(direction);
  }

  undo(): void {
    if (this.running === null || this.running.taps.length === 0) return;
    this.#setRunning({ ...this.running, taps: this.running.taps.slice(0, -1) });
    push('undo');
  }

  finish(): void {
    if (this.running !== null) this.#setRunning({ ...this.running, endAt: Date.now() });
  }

  goOn(): void {
    if (this.running !== null) this.#setRunning({ ...this.running, endAt: null });
  }

  discard(): void {
    this.#setRunning(null);
  }

  /** The count is over, and waits to be sent. */
  save(note: string): void {
    const { running } = this;
    if (running?.endAt == null) return;
    const { id, place, startAt, endAt } = running;
    const counted = { in: countOf(running, 'in'), out: countOf(running, 'out'), note: note.trim() || null };
    this.setDone([{ id, place, startAt, endAt, ...counted, state: 'waiting', refusal: null }, ...this.done]);
    this.#setRunning(null);
  }

  remove(id: string): void {
    this.setDone(this.done.filter((one) => one.id !== id));
  }

  setHouse(house: House): void {
    this.house = house;
    keep('house', house);
  }

  /** Changes one count that is over. */
  change(id: string, change: Partial<Pick<Done, 'state' | 'refusal'>>): void {
    this.setDone(this.done.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  /** What has not been sent stays, however much there is. */
  setDone(done: readonly Done[]): void {
    this.done = done.filter((one, place) => one.state === 'waiting' || place < mostDone);
    this.isKept = keep('done', this.done);
  }

  #setRunning(running: Running | null): void {
    this.isKept = keep('running', running);
    this.running = running;
  }
}

/** How many were counted that way; null: that way is not counted. */
export function countOf({ counts, taps }: Running, direction: Direction): number | null {
  if (counts !== 'both' && counts !== direction) return null;
  return taps.filter((tap) => tap.direction === direction).length;
}
