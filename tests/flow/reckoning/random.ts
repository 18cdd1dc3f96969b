/** Repeatable choices from a seed (mulberry32). */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  chance(probability: number): boolean;
  shuffled<T>(all: readonly T[]): T[];
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T,
    chance: (probability) => next() < probability,
    shuffled: <T>(all: readonly T[]): T[] => {
      const order = all.map((one) => ({ one, rank: next() }));
      return order.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
    },
  };
}
