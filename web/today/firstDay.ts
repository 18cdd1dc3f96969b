import { api } from '../api.ts';
import type { Today } from '../api-types.ts';

/** How long the first page waits for it, in milliseconds: no longer than nobody notices. */
const patienceMs = 300;

export interface FirstDay {
  readonly store: string;
  readonly answer: Promise<Today>;
  /** null: it is not there yet. */
  today: Today | null;
}

let first: FirstDay | null = null;

/** Asks for Today before anything is drawn, so that its sentence is in the first picture and not behind a grey one. */
export async function askFirstDay(store: string): Promise<void> {
  const answer = api.today({ store, date: null }, new AbortController().signal);
  const asked: FirstDay = { store, answer, today: null };
  first = asked;
  // Whoever takes the answer hears of its failure.
  const known = answer.then(
    (today) => {
      asked.today = today;
    },
    () => {},
  );
  await Promise.race([known, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** Today as it is known already. */
export function setFirstDay(today: Today): void {
  first = { store: today.store, answer: Promise.resolve(today), today };
}

/** What was asked for before the first page was drawn; once, and only of this store. */
export function takeFirstDay(store: string): FirstDay | null {
  const taken = first?.store === store ? first : null;
  first = null;
  return taken;
}
