/** The steps of a series, cut to its dates (contract 2 and 6). */
import { businessDate, dayAfter, wallAt } from './calendar.ts';
import { quarter, type StoreSpec, type Stretch } from './chain.ts';
import { isInWindow, type World } from './figures.ts';

export type By = '15m' | 'hour' | 'day' | 'week' | 'month';

/** A name that changes where a new step begins. */
function stepAt(store: StoreSpec, at: number, by: By): string {
  const wall = new Date(wallAt(store.timezone, at)).toISOString();
  if (by === '15m') return String(at);
  // The hour that comes twice is two hours: they differ by what the clock is off.
  if (by === 'hour') return `${wall.slice(0, 13)} ${wallAt(store.timezone, at) - at}`;
  const date = businessDate(store, at);
  if (by === 'day') return date;
  if (by === 'month') return date.slice(0, 7);
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(date, -weekday);
}

export function stepsOf(store: StoreSpec, period: Stretch, by: By): Stretch[] {
  const steps: { name: string; from: number; to: number }[] = [];
  for (let at = period.from; at < period.to; at += quarter) {
    const name = stepAt(store, at, by);
    const last = steps.at(-1);
    if (last?.name === name) last.to = at + quarter;
    else steps.push({ name, from: at, to: at + quarter });
  }
  return steps;
}

/** 15m and hour leave out what is outside the window. */
export function shownSteps(world: World, period: Stretch, { by, isAll }: { by: By; isAll: boolean }): Stretch[] {
  const all = stepsOf(world.store, period, by);
  if (isAll || (by !== '15m' && by !== 'hour')) return all;
  return all.filter(({ from, to }) => {
    for (let at = from; at < to; at += quarter) if (isInWindow(world, at)) return true;
    return false;
  });
}

/** The same dates moved back: by whole weeks that are at least as long, or by 364 days. */
export function before(
  dates: { from: string; to: string },
  compare: 'previous' | 'lastYear',
): { from: string; to: string } {
  const days = (Date.parse(dates.to) - Date.parse(dates.from)) / 86_400_000 + 1;
  const back = compare === 'lastYear' ? 364 : Math.ceil(days / 7) * 7;
  return { from: dayAfter(dates.from, -back), to: dayAfter(dates.to, -back) };
}
