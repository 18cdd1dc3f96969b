import { minuteMs } from '../../db/time/calendar.ts';
import type { DemoStore } from './chain.ts';
import { normal, type Random } from './random.ts';

type Item = Readonly<Record<string, unknown>>;

const hourMs = 60 * minuteMs;
const categories = [
  ['delivery late', 0.3],
  ['goods damaged', 0.2],
  ['price at the till', 0.16],
  ['return refused', 0.12],
  ['waiting time', 0.09],
  ['staff', 0.07],
  ['opening hours', 0.06],
] as const;

function categoryOf(random: Random): string {
  let rest = random();
  for (const [name, share] of categories) {
    rest -= share;
    if (rest < 0) return name;
  }
  return 'other';
}

interface Opened {
  readonly id: string;
  readonly at: number;
}

/** A request or complaint as a help desk tells it: where it was handed over, once for each level. What is not over yet is left open. */
export function requestItems({ id: storeId }: DemoStore, { id, at }: Opened, random: Random): Item[] {
  const category = categoryOf(random);
  const height = random();
  const [first, last] = height < 0.62 ? [1, 1] : height < 0.82 ? [1, 2] : height < 0.92 ? [2, 2] : [2, 3];
  // Hamburg answers late.
  const slow = storeId === 'hamburg' ? 2.2 : 1;
  const answeredAt = at + hourMs * 4 * slow * last * Math.exp(0.9 * normal(random));
  const atOnce = first === 1 && last === 1 && random() < 0.45;
  const resolvedAt = atOnce ? answeredAt : answeredAt + hourMs * 18 * last * Math.exp(0.8 * normal(random));
  const until = Date.now();
  const wire = (time: number): string => new Date(Math.floor(time / 1000) * 1000).toISOString();
  const basics = { id, openedAt: wire(at), category };
  const ended = {
    ...basics,
    level: last,
    ...(answeredAt < until ? { answeredAt: wire(answeredAt) } : {}),
    ...(resolvedAt < until ? { resolvedAt: wire(resolvedAt) } : {}),
  };
  return first === last ? [ended] : [{ ...basics, level: first }, ended];
}
