/** What cumulative counters of a plan send: totals that grow, wrap, start again, jump, and are left out. */
import type { DeviceSpec, ReadingItem, Stretch } from './chain.ts';
import { busyTimes, type Plan } from './generate.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const text = (at: number): string => new Date(at).toISOString();

type Total = 'totalIn' | 'totalOut' | 'totalPassersBy';

interface Counter {
  readonly spec: DeviceSpec;
  readonly names: readonly Total[];
  /** What it holds now. */
  readonly totals: Record<Total, number>;
  readonly most: number;
  at: number;
}

function started(random: Random, spec: DeviceSpec): Counter {
  const door: Total[] = random.chance(0.9) ? ['totalIn', 'totalOut'] : ['totalIn'];
  const names = [
    ...(spec.measures.includes('entries') ? door : []),
    ...(spec.measures.includes('passersBy') ? (['totalPassersBy'] as const) : []),
  ];
  const around = 2 ** (spec.counterBits ?? 32);
  const first = (): number => random.pick([0, random.int(0, 500), around - random.int(1, 400)]);
  const totals = { totalIn: first(), totalOut: first(), totalPassersBy: first() };
  return { spec, names, totals, most: random.pick([0, 3, 20, 90]), at: 0 };
}

/** Goes on by what was counted since, or by a thing that happens to counters. */
function grow(random: Random, { spec, totals, names, most, ...counter }: Counter, to: number): void {
  const minutes = (to - counter.at) / minute;
  const event = random.pick([
    ...Array<null>(40).fill(null),
    'reset',
    'jump',
    'brink',
    'one reset',
    'stepped back',
  ] as const);
  const brink = Math.floor((spec.maxPerMinute ?? 300) * Math.min(minutes, 1440));
  for (const [i, name] of names.entries()) {
    const isFirst = i === 0;
    const before = totals[name];
    if (event === 'reset' || (event === 'one reset' && isFirst)) totals[name] = random.int(0, most);
    else if (event === 'stepped back') totals[name] = Math.max(0, before - random.int(0, 3));
    else if (event === 'jump' && isFirst) totals[name] += brink + random.int(1, 500);
    else if (event === 'brink') totals[name] += brink + random.int(0, 1);
    else totals[name] += random.int(0, most);
    if (spec.counterBits !== undefined) totals[name] %= 2 ** spec.counterBits;
  }
}

function itemOf(random: Random, { names, totals, at }: Counter, line: string): ReadingItem {
  const told = names.filter(() => !random.chance(0.03));
  const sent = told.length === 0 ? names : told;
  return {
    at: text(at),
    ...Object.fromEntries(sent.map((name) => [name, totals[name]])),
    ...(line === 'main' ? {} : { line }),
  };
}

/** One line through all busy times: readings at even steps, some left out, now and then a day and more. */
function lineOf(
  random: Random,
  busy: readonly Stretch[],
  { spec, line }: { spec: DeviceSpec; line: string },
): ReadingItem[] {
  const counter = started(random, spec);
  const items: ReadingItem[] = [];
  const step = random.pick([5, 15, 15, 20, 37, 60, 61, 240]) * minute;
  for (const { from, to } of busy) {
    if (random.chance(0.1)) continue;
    let at = Math.max(counter.at + step, from + random.pick([0, 0, 4 * minute, 11 * minute + 1234]));
    if (counter.at > 0 && random.chance(0.1)) at = counter.at + day + random.int(-1, 1);
    for (; at <= to; at += step) {
      if (random.chance(0.05)) at += random.int(1, 8) * step;
      grow(random, counter, at);
      counter.at = at;
      items.push(itemOf(random, counter, line));
    }
  }
  return items;
}

/** A correction, dated or not. */
function corrected(random: Random, item: ReadingItem): ReadingItem {
  const totals = Object.entries(item).flatMap(([name, total]) =>
    typeof total === 'number' ? [[name, Math.max(0, total + random.int(-40, 40))] as const] : [],
  );
  const again = { ...item, ...Object.fromEntries(totals) };
  return random.chance(0.5)
    ? again
    : { ...again, updatedAt: text(Date.parse(item.at) + random.int(1, 9_999_999) * 10) };
}

export function readingsOf(random: Random, plan: Plan, spec: DeviceSpec): ReadingItem[] {
  const busy = busyTimes(plan);
  const items = (spec.lines ?? ['main']).flatMap((line) => lineOf(random, busy, { spec, line }));
  return [...items, ...items.filter(() => random.chance(0.05)).map((item) => corrected(random, item))];
}
