import { normal, poisson, type Random, randomFor } from '../../../../server/demo/random.ts';
import type { ShopQuarter } from '../../../../server/kpi/queue/joining.ts';
import { exponential } from './shopFloor.ts';

export interface SimulatedShop {
  readonly seed: string;
  readonly days: number;
}

const targetMinutes = 3;
const quarterMs = 900_000;
const openAt = Date.UTC(2026, 0, 5, 10);

function quarterOf(day: number, quarter: number): Pick<ShopQuarter, 'startAt' | 'date' | 'weekday' | 'hour'> {
  const startAt = openAt + day * 96 * quarterMs + quarter * quarterMs;
  const date = new Date(startAt).toISOString().slice(0, 10);
  return { startAt, date, weekday: day % 7, hour: 10 + Math.floor(quarter / 4) };
}

function binomial(n: number, share: number, random: Random): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random() < share) count++;
  return count;
}

/**
 * A shop whose conversion differs by hour and by day, whose waits follow the crowd of the hour and how quick its staff is that day, and
 * of whose visitors `perMinute` fewer buy with every minute above the target.
 */
export function shopWithEffect({
  seed,
  days,
  perMinute,
}: SimulatedShop & { readonly perMinute: number }): ShopQuarter[] {
  const random = randomFor('shop with effect', seed);
  return Array.from({ length: days }, (_, day) => effectDay(random, day, perMinute)).flat();
}

function effectDay(random: Random, day: number, perMinute: number): ShopQuarter[] {
  const mood = 0.02 * normal(random);
  const slowness = Math.exp(0.35 * normal(random));
  return Array.from({ length: 40 }, (_, i) => {
    const crowd = 12 + 10 * Math.sin((Math.PI * i) / 40) + (day % 7 >= 5 ? 8 : 0);
    const wait = (crowd / 9) * slowness * Math.exp(0.3 * normal(random));
    const minutesAbove = Math.max(0, wait - targetMinutes);
    const entries = poisson(crowd, random) + 1;
    const rate = Math.min(1, Math.max(0, 0.3 + 0.002 * crowd + mood + perMinute * minutesAbove));
    const purchases = binomial(entries, rate, random);
    const counted = { entries, purchases, netSalesMinor: 2500 * purchases };
    return { ...quarterOf(day, i), ...counted, waitSeconds: 60 * wait, minutesAbove };
  });
}

export interface Floor extends SimulatedShop {
  readonly tills: number;
  /** People who come in, a quarter, at an average time of day. */
  readonly crowd: number;
  /** Share of those who would buy that leaves with every minute above the target. */
  readonly leaving: number;
}

/** A shop played through person by person: they come in, look around, join the one line or leave, are served, and pay. */
export function shopFloor(floor: Floor): { readonly quarters: ShopQuarter[]; readonly lost: number } {
  const random = randomFor('floor by person', floor.seed);
  const days = Array.from({ length: floor.days }, (_, day) => floorDay(random, day, floor));
  return { quarters: days.flatMap(({ quarters }) => quarters), lost: days.reduce((sum, { lost }) => sum + lost, 0) };
}

function floorDay(random: Random, day: number, floor: Floor): { quarters: ShopQuarter[]; lost: number } {
  const open = 44;
  const count = 60;
  const { entries, joins } = arrivals(random, floor, open);
  const purchases = new Array<number>(count).fill(0);
  const waits: number[][] = Array.from({ length: count }, () => []);
  const freeAt = new Array<number>(floor.tills).fill(0);
  let lost = 0;
  for (const join of joins) {
    const till = freeAt.indexOf(Math.min(...freeAt));
    const calledAt = Math.max(join, freeAt[till] ?? 0);
    const minutesAbove = Math.max(0, (calledAt - join) / 60 - targetMinutes);
    if (random() < floor.leaving * minutesAbove) lost += 1;
    else {
      const left = calledAt + 36 + exponential(54)(random);
      freeAt[till] = left;
      waits[Math.floor(join / 900)]?.push(calledAt - join);
      const paid = Math.min(count - 1, Math.floor(left / 900));
      purchases[paid] = (purchases[paid] ?? 0) + 1;
    }
  }
  const quarters = waits.map((list, i): ShopQuarter => {
    const waitSeconds = list.length === 0 ? null : list.reduce((sum, wait) => sum + wait, 0) / list.length;
    const minutesAbove = Math.max(0, (waitSeconds ?? 0) / 60 - targetMinutes);
    const counted = { entries: entries[i] ?? 0, purchases: purchases[i] ?? 0, netSalesMinor: 0 };
    return { ...quarterOf(day, i), ...counted, waitSeconds, minutesAbove };
  });
  return { quarters, lost };
}

function arrivals(random: Random, { crowd }: Floor, open: number): { entries: number[]; joins: number[] } {
  const level = Math.exp(0.2 * normal(random));
  const joins: number[] = [];
  let drift = 0;
  const entries = Array.from({ length: open }, (_, i) => {
    drift = 0.7 * drift + 0.2 * normal(random);
    const mean = crowd * (0.5 + Math.sin((Math.PI * (i + 4)) / 48)) * level * Math.exp(drift);
    const people = poisson(mean, random);
    for (let person = 0; person < people; person++) {
      if (random() < 0.4) joins.push(900 * (i + random()) + 720 * (0.4 + 1.2 * random()));
    }
    return people;
  });
  return { entries, joins: joins.sort((a, b) => a - b) };
}
