/** An hour in a shop: who came in, left and bought, the same for every make. */

export const minute = 60_000;
const hour = 60 * minute;
/** Yesterday at noon in Moscow, which has no summer time. */
export const noon = Math.floor((Date.now() + 3 * hour) / (24 * hour) - 1) * 24 * hour + 9 * hour;

export interface Receipt {
  readonly id: string;
  readonly at: number;
  readonly type: 'sale' | 'return';
  /** In hundredths, above 0 for a return too. */
  readonly minor: number;
  readonly items: number;
  readonly original: string | null;
}

/** What a door saw of a minute, and its totals at the minute's end. */
export interface DoorMinute {
  readonly startAt: number;
  readonly endAt: number;
  readonly in: number;
  readonly out: number;
  readonly totalIn: number;
  readonly totalOut: number;
}

/** One person at the door. */
export interface Passage {
  readonly at: number;
  readonly direction: 'in' | 'out';
  /** Counts on from 1. */
  readonly number: number;
}

const visitors = Array.from({ length: 46 }, (_, i) => {
  const cameAt = noon + i * 71_000 + 500;
  return { cameAt, leftAt: cameAt + 4 * minute, hasBought: i % 3 === 0, place: i };
});

export const passages: readonly Passage[] = visitors
  .flatMap(({ cameAt, leftAt }) => [
    { at: cameAt, direction: 'in' as const },
    { at: leftAt, direction: 'out' as const },
  ])
  .sort((a, b) => a.at - b.at)
  .map((passage, place) => ({ ...passage, number: place + 1 }));

/** What the counter showed before. */
export const totalsAtNoon = { totalIn: 5000, totalOut: 4900 };

export const minutes: readonly DoorMinute[] = doorMinutes();

function doorMinutes(): DoorMinute[] {
  let { totalIn, totalOut } = totalsAtNoon;
  return Array.from({ length: 60 }, (_, place) => {
    const startAt = noon + place * minute;
    const endAt = startAt + minute;
    const within = passages.filter(({ at }) => at >= startAt && at < endAt);
    const people = (direction: string): number => within.filter((passage) => passage.direction === direction).length;
    totalIn += people('in');
    totalOut += people('out');
    return { startAt, endAt, in: people('in'), out: people('out'), totalIn, totalOut };
  });
}

/** Totals as the counter shows them at noon and after each minute. */
export const totals: readonly { readonly at: number; readonly in: number; readonly out: number }[] = [
  { at: noon, in: totalsAtNoon.totalIn, out: totalsAtNoon.totalOut },
  ...minutes.map(({ endAt, totalIn, totalOut }) => ({ at: endAt, in: totalIn, out: totalOut })),
];

const sales: readonly Receipt[] = visitors
  .filter(({ hasBought }) => hasBought)
  .map(({ leftAt, place }) => ({
    id: `1${String(place).padStart(4, '0')}`,
    at: leftAt - 30_000,
    type: 'sale',
    minor: 1000 + place * 37,
    items: 1 + (place % 3),
    original: null,
  }));

/** One came back with a part of what was bought. */
const back: Receipt = {
  id: '20001',
  at: noon + 50 * minute,
  type: 'return',
  minor: 437,
  items: 1,
  original: sales[2]?.id ?? null,
};

export const receipts: readonly Receipt[] = [...sales, back];

export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** By the clocks of Moscow: `2026-03-20T12:00:00`. */
export function moscow(at: number): string {
  return new Date(at + 3 * hour).toISOString().slice(0, 19);
}

/** `12.34` */
export function major(minor: number): string {
  return `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
}
