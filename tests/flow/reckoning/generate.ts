/** Odd chains: zones with odd offsets and clock changes at odd times, odd hours, doors, devices and habits. */
import { dayAfter, instantOf, minutesOf, openings, startOf, united } from './calendar.ts';
import type { DeviceSpec, DoorSpec, Openings, StoreSpec, Stretch } from './chain.ts';
import type { Random } from './random.ts';

/** Zones with a date near which something happens to the clock; those without a change have an odd offset. */
const places: readonly (readonly [zone: string, date: string])[] = [
  ['Europe/Berlin', '2025-03-30'],
  ['Europe/London', '2025-10-26'],
  ['America/New_York', '2025-11-02'],
  ['America/Havana', '2025-03-09'],
  ['America/Santiago', '2025-09-07'],
  ['America/Santiago', '2025-04-06'],
  ['Africa/Cairo', '2025-04-25'],
  ['Africa/Cairo', '2025-10-31'],
  ['Asia/Beirut', '2025-03-30'],
  ['Africa/Casablanca', '2025-02-23'],
  ['Australia/Lord_Howe', '2025-10-05'],
  ['Australia/Lord_Howe', '2025-04-06'],
  ['Pacific/Chatham', '2025-09-28'],
  ['Asia/Kathmandu', '2025-12-31'],
  ['Asia/Tehran', '2025-03-21'],
  ['America/St_Johns', '2025-11-02'],
  ['Pacific/Kiritimati', '2025-06-01'],
  ['Europe/Moscow', '2026-01-01'],
];

export interface Plan {
  readonly store: StoreSpec;
  readonly from: string;
  readonly to: string;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const usualHours = [
  ['10:00-20:00'],
  ['09:15-13:00', '14:30-18:45'],
  ['10:00-12:00', '12:45-17:00'],
  ['18:00-02:00'],
  ['22:30-04:15'],
  ['00:00-24:00'],
  ['00:00-03:30', '20:00-24:00'],
  [],
];

/** None, one set of hours, or another set from a date on. */
function hoursOf(random: Random, date: string): StoreSpec['openingHours'] {
  if (random.chance(0.15)) return undefined;
  const first = editionOf(random, date);
  return random.chance(0.2) ? [first, { from: date, ...editionOf(random, date) }] : first;
}

function editionOf(random: Random, date: string): Openings {
  const usual = random.pick(usualHours.slice(0, -1));
  const week = weekdays.map((day) => [day, random.chance(0.7) ? usual : random.pick(usualHours)] as const);
  const exceptions = random.chance(0.5)
    ? { exceptions: { [dayAfter(date, random.int(-1, 1))]: random.pick(usualHours) } }
    : {};
  return { ...Object.fromEntries(week), ...exceptions };
}

function doorsOf(random: Random): DoorSpec[] {
  const counts = ['in', 'in', 'out', 'average'] as const;
  return [
    { id: 'front', countAs: random.pick(counts) },
    { id: 'side', kind: 'street', countAs: random.pick(counts) },
    { id: 'yard', kind: random.pick(['staff', 'inner', 'parking']), countAs: 'in' },
  ];
}

function instantText(at: number): string {
  return new Date(at).toISOString();
}

/** Not at a date's start alone: in the middle of a quarter of an hour too. */
function lifeOf(random: Random, middle: number): Pick<DeviceSpec, 'installedAt' | 'removedAt'> {
  const away = (): number => random.int(0, 36 * 60) * 60_000;
  return {
    ...(random.chance(0.4) ? { installedAt: instantText(middle - away()) } : {}),
    ...(random.chance(0.2) ? { removedAt: instantText(middle + 3_600_000 + away()) } : {}),
  };
}

const modes: readonly NonNullable<DeviceSpec['mode']>[] = ['interval', 'interval', 'cumulative', 'cumulative', 'event'];

/** How a counter counts, and what it can hold. */
function modeOf(random: Random): Pick<DeviceSpec, 'mode' | 'counterBits' | 'maxPerMinute' | 'silentAfter'> {
  const mode = random.pick(modes);
  const narrow = random.chance(0.3) ? { maxPerMinute: random.pick([1, 2, 10]) } : {};
  if (mode === 'event') return { mode, ...(random.chance(0.5) ? { silentAfter: random.pick([600, 1800, 3600]) } : {}) };
  if (mode === 'cumulative') return { mode, ...narrow, ...random.pick([{}, { counterBits: 16 }, { counterBits: 32 }]) };
  return { mode };
}

/** Two devices at one door: both at once, or one in the other's place from an instant on. */
function secondAtDoor(random: Random, first: DeviceSpec, middle: number): DeviceSpec[] {
  const second = { ...first, ...modeOf(random), id: `${first.id}-2` };
  if (random.chance(0.4)) return [first, second];
  const swapped = instantText(middle + random.int(0, 600) * 60_000);
  const { removedAt: _, ...next } = { ...second, installedAt: swapped };
  return [{ ...first, installedAt: instantText(middle - 40 * 3_600_000), removedAt: swapped }, next];
}

function countersOf(random: Random, id: string, middle: number): DeviceSpec[] {
  const lines = random.chance(0.2) ? { lines: ['main', 'left'] } : {};
  const counter = (name: string, spec: Omit<DeviceSpec, 'id'>): DeviceSpec => ({
    id: `${id}-${name}`,
    ...lifeOf(random, middle),
    ...modeOf(random),
    ...spec,
  });
  const first = counter('door', { measures: random.chance(0.15) ? ['entries', 'passersBy'] : ['entries'], ...lines });
  const front = random.chance(0.7) ? { ...first, entrance: 'front' } : first;
  return [
    ...(random.chance(0.25) ? secondAtDoor(random, front, middle) : [front]),
    ...(random.chance(0.4) ? [counter('side', { measures: ['entries'], entrance: 'side', reportsEvery: 900 })] : []),
    ...(random.chance(0.3) ? [counter('yard', { measures: ['entries'], entrance: 'yard' })] : []),
    ...(random.chance(0.8) ? [counter('street', { measures: ['passersBy'] })] : []),
  ];
}

function tillsOf(
  random: Random,
  store: Pick<StoreSpec, 'id' | 'timezone' | 'dayStartsAt'>,
  dates: readonly string[],
): DeviceSpec[] {
  const kinds = random.pick([['live'], ['live'], ['batch'], ['live', 'batch'], ['live', 'live'], []] as const);
  return kinds.map((feed, i) => ({
    id: `${store.id}-till-${i}`,
    measures: ['sales'],
    feed,
    ...(random.chance(0.3) ? { silentAfter: random.pick([1800, 3600, 10_800]) } : {}),
    ...(random.chance(0.3) ? { installedAt: instantText(startOf(store, random.pick(dates))) } : {}),
  }));
}

/** A store and at most `most` dates before and after one on which the clock changes. */
export function planOf(random: Random, id: string, most = 3): Plan {
  const [timezone, date] = random.pick(places);
  const from = dayAfter(date, -random.int(0, most));
  const to = dayAfter(date, random.int(0, most));
  const dayStartsAt = random.pick(['00:00', '00:00', '06:00', '03:45', '23:15', '02:30']);
  const openingHours = hoursOf(random, date);
  const dates = Array.from({ length: 9 }, (_, i) => dayAfter(from, i - 1)).filter((one) => one <= to);
  const middle = instantOf(timezone, date, random.int(0, 1439));
  const store: StoreSpec = {
    id,
    timezone,
    currency: random.pick(['EUR', 'JPY', 'KWD', 'EUR']),
    dayStartsAt,
    ...(openingHours === undefined ? {} : { openingHours }),
    passersByIncludesEntrants: random.chance(0.6),
    entrances: doorsOf(random),
    devices: [...countersOf(random, id, middle), ...tillsOf(random, { id, timezone, dayStartsAt }, dates)],
  };
  return { store, from, to };
}

/** The times a shop is busy: its openings and an hour about them, or eight hours a date where it has none. */
export function busyTimes({ store, from, to }: Plan): Stretch[] {
  const open = openings(store, from, to);
  const first = startOf(store, dayAfter(from, -1));
  const last = startOf(store, dayAfter(to, 2));
  if (open !== null) {
    const about = united(open.map((span) => ({ from: span.from - 3_600_000, to: span.to + 3_600_000 })));
    return about.filter((span) => span.from >= first && span.to <= last);
  }
  const days: Stretch[] = [];
  for (let date = from; date <= to; date = dayAfter(date)) {
    const opens = startOf(store, date) + minutesOf('09:00') * 60_000;
    days.push({ from: opens, to: opens + 8 * 3_600_000 });
  }
  return days;
}
