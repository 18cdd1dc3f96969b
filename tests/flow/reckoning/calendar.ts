/** Local time by Intl alone: slow, and nobody's table. */
import { type Openings, quarter, type StoreSpec, type Stretch } from './chain.ts';

const hour = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, Map<number, number>>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the clock on the wall says at an instant, written as if it were UTC. */
export function wallAt(zone: string, at: number): number {
  // Clocks change at whole quarters of an hour, by whole quarters.
  const since = ((at % quarter) + quarter) % quarter;
  const known = walls.get(zone) ?? new Map<number, number>();
  walls.set(zone, known);
  const wall = known.get(at - since) ?? lookedUp(zone, at - since);
  known.set(at - since, wall);
  return wall + since;
}

function lookedUp(zone: string, at: number): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour: hours = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hours, minute, second);
}

/** RFC 3339 with the zone's offset at that instant. */
export function writtenAt(zone: string, at: number): string {
  const wall = wallAt(zone, at);
  const minutes = Math.abs(wall - at) / 60_000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const offset = `${wall < at ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  return `${new Date(wall).toISOString().slice(0, 19)}${offset}`;
}

/** The first instant whose wall clock says this or, where none does, more. */
export function instantOf(zone: string, date: string, minutes: number): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  // Offsets lie between -14 and +15 hours, are whole quarters, and no clock change is longer than three hours.
  const well = wall - 15 * hour;
  const guess = wall - (wallAt(zone, well) - well);
  for (let at = guess - 3 * hour; at <= guess + 3 * hour; at += 15 * 60_000) {
    if (wallAt(zone, at) >= wall) return at;
  }
  throw new Error(`no instant of ${date} ${minutes} in ${zone}`);
}

export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}

export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

type Clock = Pick<StoreSpec, 'timezone' | 'dayStartsAt'>;

const starts = new Map<string, number>();

export function startOf(store: Clock, date: string): number {
  const key = `${store.timezone} ${store.dayStartsAt} ${date}`;
  const known = starts.get(key) ?? instantOf(store.timezone, date, minutesOf(store.dayStartsAt ?? '00:00'));
  starts.set(key, known);
  return known;
}

export function businessDate(store: Clock, at: number): string {
  let date = new Date(wallAt(store.timezone, at)).toISOString().slice(0, 10);
  if (at < startOf(store, date)) date = dayAfter(date, -1);
  return at >= startOf(store, dayAfter(date)) ? dayAfter(date) : date;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The edition that holds on a date: the last that began by then. */
function editionOn(hours: Openings | readonly Openings[], date: string): Openings {
  const editions = Array.isArray(hours) ? (hours as readonly Openings[]) : [hours as Openings];
  return editions.findLast(({ from }) => from === undefined || from <= date) ?? {};
}

function openingsOn(hours: Openings, date: string): readonly string[] {
  const exception = hours.exceptions?.[date];
  if (exception !== undefined) return exception;
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun';
  return (hours[weekday] as readonly string[] | undefined) ?? [];
}

/** Stretches in order, those that touch made one. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (next.to <= next.from) continue;
    if (last !== undefined && next.from <= last.to)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else all.push(next);
  }
  return all;
}

export function common(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const both = a.flatMap((x) => b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) })));
  return united(both.filter(({ from, to }) => from < to));
}

/** What of `a` is not in `b`. */
export function without(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  let left = [...a];
  for (const hole of b) {
    left = left.flatMap(({ from, to }) => [
      { from, to: Math.min(to, hole.from) },
      { from: Math.max(from, hole.to), to },
    ]);
    left = left.filter(({ from, to }) => from < to);
  }
  return left;
}

export function length(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Opening hours from two days before `from` to two days after `to`; null: always open. */
export function openings(store: StoreSpec, from: string, to: string): Stretch[] | null {
  const { openingHours } = store;
  if (openingHours === undefined) return null;
  const open: Stretch[] = [];
  for (let date = dayAfter(from, -2); date <= dayAfter(to, 2); date = dayAfter(date)) {
    for (const text of openingsOn(editionOn(openingHours, date), date)) {
      const [opens = 0, closes = 0] = text.split('-').map(minutesOf);
      const ends = closes <= opens ? instantOf(store.timezone, dayAfter(date), closes) : closingAt(store, date, closes);
      open.push({ from: instantOf(store.timezone, date, opens), to: ends });
    }
  }
  return united(open);
}

function closingAt(store: StoreSpec, date: string, closes: number): number {
  return closes === 1440 ? instantOf(store.timezone, dayAfter(date), 0) : instantOf(store.timezone, date, closes);
}

/** Opening hours widened by 30 minutes at both ends; null: all the time. */
export function windows(open: readonly Stretch[] | null): Stretch[] | null {
  return open && united(open.map(({ from, to }) => ({ from: from - 30 * 60_000, to: to + 30 * 60_000 })));
}
