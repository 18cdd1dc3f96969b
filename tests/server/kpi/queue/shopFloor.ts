import { normal, type Random, randomFor } from '../../../../server/demo/random.ts';

/** A shop's one line before its tills, played through customer by customer. */
export interface ShopFloor {
  readonly tills: number;
  readonly arrivalsPerHour: number;
  readonly people: number;
  readonly seed: string;
  serviceSeconds(random: Random): number;
}

export const exponential =
  (mean: number) =>
  (random: Random): number =>
    -mean * Math.log(1 - random());

/** Of a mean and a squared coefficient of variation. */
export const lognormal = (mean: number, variation: number) => {
  const spread = Math.sqrt(Math.log1p(variation));
  return (random: Random): number => mean * Math.exp(spread * normal(random) - (spread * spread) / 2);
};

/** How long each of them waited, in seconds, in the order of their coming; the first tenth, who found the shop empty, left out. */
export function waitsOf({ tills, arrivalsPerHour, people, seed, serviceSeconds }: ShopFloor): number[] {
  const random = randomFor('shop floor', seed);
  const freeAt = new Array<number>(tills).fill(0);
  const waits: number[] = [];
  let now = 0;
  for (let i = 0; i < people; i++) {
    now += exponential(3600 / arrivalsPerHour)(random);
    const first = freeAt.indexOf(Math.min(...freeAt));
    const calledAt = Math.max(now, freeAt[first] as number);
    freeAt[first] = calledAt + serviceSeconds(random);
    if (i >= people / 10) waits.push(calledAt - now);
  }
  return waits;
}
