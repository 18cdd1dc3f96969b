/** What event counters of a plan send: one message a passage, with and without an id, several at the same instant. */
import type { DeviceSpec, EventItem } from './chain.ts';
import { busyTimes, type Plan } from './generate.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const text = (at: number): string => new Date(at).toISOString();

function passageOf(random: Random, { spec, line, at }: { spec: DeviceSpec; line: string; at: number }): EventItem {
  const directions = [
    ...(spec.measures.includes('entries') ? (['in', 'out'] as const) : []),
    ...(spec.measures.includes('passersBy') ? (['passerBy', 'passerBy'] as const) : []),
  ];
  return {
    at: text(at),
    direction: random.pick(directions),
    ...(random.chance(0.4) ? { count: random.pick([1, 2, 7, 60]) } : {}),
    ...(random.chance(0.5) ? { id: `${random.int(0, 3)}` } : {}),
    ...(line === 'main' ? {} : { line }),
  };
}

function corrected(random: Random, item: EventItem): EventItem {
  const again = { ...item, count: random.int(0, 9) };
  return random.chance(0.5)
    ? again
    : { ...again, updatedAt: text(Date.parse(item.at) + random.int(1, 9_999_999) * 10) };
}

export function passagesOf(random: Random, plan: Plan, spec: DeviceSpec): EventItem[] {
  const items: EventItem[] = [];
  const lines = spec.lines ?? ['main'];
  const pause = random.pick([4, 11, 30, 55]);
  for (const busy of busyTimes(plan)) {
    if (random.chance(0.1)) continue;
    for (let at = busy.from; at < busy.to; at += random.int(0, 2 * pause) * minute + random.pick([0, 0, 1, 59_999])) {
      if (random.chance(0.02)) at += random.pick([10, 30, 60, 120, 121]) * minute;
      items.push(passageOf(random, { spec, line: random.pick(lines), at }));
      // Two or three at once are as good as equal where they have no id.
      while (random.chance(0.25)) items.push({ ...(items.at(-1) as EventItem) });
    }
  }
  return [...items, ...items.filter(() => random.chance(0.05)).map((item) => corrected(random, item))];
}
