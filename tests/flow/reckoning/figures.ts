/** The KPIs of a period, quarter by quarter (contract 5). Sums first; ratios are made of sums at the very end. */
import { businessDate, common, dayAfter, length, openings, startOf, windows } from './calendar.ts';
import { type Happened, quarter, type StoreSpec, type Stretch } from './chain.ts';
import { covered, doorOf, isValid, measuring, type Step, steps, type Watch, watch } from './coverage.ts';
import { type Feed, feedsOf, minor } from './standing.ts';

/** Everything that adds up over quarters and over stores. */
export const sumNames = [
  'passersBy',
  'entries',
  'exits',
  'purchases',
  'gross',
  'returns',
  'tax',
  'taxed',
  'receipts',
  'items',
  'carrying',
  'other',
  'otherNet',
  'in',
  'out',
  'captureOver',
  'captureOf',
  'conversionOver',
  'conversionOf',
  'visitorNet',
] as const;
export type Sums = Record<(typeof sumNames)[number], number>;

/** Which counts were seen at all, be it nobody. */
export type Seen = Record<'passersBy' | 'entries' | 'exits' | 'purchases', boolean>;

export interface Part {
  readonly sums: Sums;
  /** Sent, or watched without anything to send. */
  readonly isSeen: Seen;
  readonly isCoarse: boolean;
}

export interface Reckoned {
  readonly inside: Part;
  readonly outside: Part;
  readonly coverage: Record<Step, { observed: number; expected: number }>;
  readonly hasDevice: Record<Step, boolean>;
}

export interface World {
  readonly store: StoreSpec;
  readonly feeds: readonly Feed[];
  readonly now: number;
  readonly open: readonly Stretch[] | null;
  readonly window: readonly Stretch[] | null;
  readonly watches: Record<Step, readonly Watch[]>;
  /** The doors, watched for those who leave. */
  readonly exits: readonly Watch[];
  readonly devices: Record<Step, readonly Feed[]>;
  /** Quarters reckoned before. */
  readonly quarters: Map<string, Part>;
}

export interface Dates {
  readonly from: string;
  readonly to: string;
}

export function worldOf(store: StoreSpec, happened: Happened, dates: Dates & { now: number }): World {
  const feeds = feedsOf(store, happened);
  const open = openings(store, dates.from, dates.to);
  const window = windows(open);
  const devices = { passersBy: [], entries: [], purchases: [] } as Record<Step, Feed[]>;
  const watches = { passersBy: [], entries: [], purchases: [] } as Record<Step, Watch[]>;
  for (const step of steps) {
    devices[step] = measuring(store, feeds, step);
    watches[step] = devices[step].map((feed) => watch({ store, feed, step, window, now: dates.now }));
  }
  const exits = devices.entries.map((feed) => watch({ store, feed, step: 'exits', window, now: dates.now }));
  return { store, feeds, now: dates.now, open, window, watches, exits, devices, quarters: new Map() };
}

function emptyPart(): { sums: Sums; isSeen: Seen; isCoarse: boolean } {
  const sums = Object.fromEntries(sumNames.map((name) => [name, 0])) as Sums;
  return { sums, isSeen: { passersBy: false, entries: false, exits: false, purchases: false }, isCoarse: false };
}

type Quarter = ReturnType<typeof emptyPart>;

/** A door that counts the average has no figure where it told one way only. */
function half(came: number | undefined, left: number | undefined): number | undefined {
  return came === undefined || left === undefined ? undefined : (came + left) / 2;
}

type Directions = Partial<Record<'in' | 'out' | 'passerBy', number>>;

/** Who passed an event counter in a quarter. Where it saw anybody at the door, nobody the other way is 0: it would have told. */
function passed({ passages }: Feed, at: number): Directions {
  const sums: Directions = {};
  for (const one of passages) {
    if (one.at < at || one.at >= at + quarter || one.isTakenOut) continue;
    if (one.direction !== 'passerBy') [sums.in, sums.out] = [sums.in ?? 0, sums.out ?? 0];
    sums[one.direction] = (sums[one.direction] ?? 0) + one.count;
  }
  return sums;
}

function addDoor(row: Quarter, world: World, at: number): void {
  for (const feed of world.devices.entries) {
    const { countAs } = doorOf(world.store, feed);
    let { in: came, out: left } = passed(feed, at);
    for (const { quarters } of feed.intervals) {
      const people = quarters.get(at);
      if (people?.in !== undefined) came = (came ?? 0) + people.in - (people.staffIn ?? 0);
      if (people?.out !== undefined) left = (left ?? 0) + people.out - (people.staffOut ?? 0);
    }
    const entered = { in: came, out: left, average: half(came, left) }[countAs];
    row.sums.entries += entered ?? 0;
    row.sums.exits += left ?? 0;
    row.isSeen.entries ||= entered !== undefined;
    row.isSeen.exits ||= left !== undefined;
    // A door that tells one way only can't be out of balance.
    if (came === undefined || left === undefined) continue;
    row.sums.in += came;
    row.sums.out += left;
  }
}

function addOutside(row: Quarter, world: World, at: number): void {
  for (const feed of world.devices.passersBy) {
    for (const past of [
      passed(feed, at).passerBy,
      ...feed.intervals.map(({ quarters }) => quarters.get(at)?.passersBy),
    ]) {
      row.sums.passersBy += past ?? 0;
      row.isSeen.passersBy ||= past !== undefined;
    }
  }
  if (world.store.passersByIncludesEntrants === false && world.devices.passersBy.length > 0)
    row.sums.passersBy += row.sums.entries;
}

function addReceipt(row: Quarter, item: Feed['receipts'][number]['item'], currency: string): void {
  const total = minor(item.total, currency);
  const tax = item.tax === undefined ? 0 : minor(item.tax, currency);
  const isPurchase = item.type === 'sale' || (item.type === 'exchange' && total > 0);
  const net = item.type === 'return' ? -total : total;
  if ((item.channel ?? 'store') !== 'store') {
    row.sums.other += isPurchase ? 1 : 0;
    row.sums.otherNet += net;
    return;
  }
  row.sums[isPurchase ? 'gross' : 'returns'] += Math.abs(total);
  row.sums.receipts += total === 0 ? 0 : 1;
  row.sums.taxed += total === 0 || item.tax === undefined ? 0 : 1;
  row.sums.tax += item.type === 'return' ? -tax : tax;
  if (!isPurchase) return;
  row.sums.purchases += 1;
  row.sums.items += item.items ?? 0;
  row.sums.carrying += item.items === undefined ? 0 : 1;
}

function addTills(row: Quarter, world: World, at: number): void {
  for (const { receipts } of world.devices.purchases) {
    for (const receipt of receipts) {
      if (receipt.at < at || receipt.at >= at + quarter || receipt.isTakenOut) continue;
      row.isSeen.purchases = true;
      const { item, isVoided } = receipt;
      if (item.type !== 'void' && !isVoided && item.training !== true) addReceipt(row, item, world.store.currency);
    }
  }
}

function isCoarse(feeds: readonly Feed[], at: number): boolean {
  return feeds.some(({ intervals }) =>
    intervals.some(({ from, to }) => to - from > 3_600_000 && from < at + quarter && to > at),
  );
}

function reckonQuarter(world: World, at: number, isFine: boolean): Quarter {
  const row = emptyPart();
  addDoor(row, world, at);
  addOutside(row, world, at);
  addTills(row, world, at);
  const { sums } = row;
  const span = [{ from: at, to: at + quarter }];
  const coarse = {
    passersBy: isCoarse(world.devices.passersBy, at),
    entries: isCoarse(world.devices.entries, at),
    purchases: false,
  };
  const valid = (step: Step): boolean => isValid(world.watches[step], at) && !(isFine && coarse[step]);
  row.isCoarse = isFine && (coarse.passersBy || coarse.entries);
  row.isSeen.exits ||= world.exits.some((one) => length(common(one.observed, span)) > 0);
  for (const step of steps)
    row.isSeen[step] ||= world.watches[step].some((one) => length(common(one.observed, span)) > 0);
  if (!valid('entries')) return row;
  if (valid('passersBy')) [sums.captureOver, sums.captureOf] = [sums.entries, sums.passersBy];
  if (!valid('purchases')) return row;
  [sums.conversionOver, sums.conversionOf, sums.visitorNet] = [sums.purchases, sums.entries, sums.gross - sums.returns];
  return row;
}

export function added(a: Part, b: Part): Part {
  const sums = { ...a.sums };
  for (const name of sumNames) sums[name] += b.sums[name];
  const isSeen = {
    passersBy: a.isSeen.passersBy || b.isSeen.passersBy,
    entries: a.isSeen.entries || b.isSeen.entries,
    exits: a.isSeen.exits || b.isSeen.exits,
    purchases: a.isSeen.purchases || b.isSeen.purchases,
  };
  return { sums, isSeen, isCoarse: a.isCoarse || b.isCoarse };
}

/** Whether a quarter lies in opening hours widened by half an hour; always, where there are none. */
export function isInWindow(world: World, at: number): boolean {
  return world.window === null || world.window.some(({ from, to }) => from <= at && at < to);
}

function known(world: World, at: number, isFine: boolean): Part {
  const key = `${at} ${isFine}`;
  const row = world.quarters.get(key) ?? reckonQuarter(world, at, isFine);
  world.quarters.set(key, row);
  return row;
}

/** What lies inside the window, and outside it, of a period; `isFine`: as `15m` and `hour` series have it. */
function partsOf(world: World, period: Stretch, isFine: boolean): { inside: Part; outside: Part } {
  let [inside, outside]: [Part, Part] = [emptyPart(), emptyPart()];
  for (let at = period.from; at < period.to; at += quarter) {
    const row = known(world, at, isFine);
    if (isInWindow(world, at)) inside = added(inside, row);
    else outside = added(outside, row);
  }
  return { inside, outside };
}

export function reckon(world: World, period: Stretch, isFine = false): Reckoned {
  const open = world.open === null ? [period] : common(world.open, [period]);
  const each = <T>(of: (step: Step) => T): Record<Step, T> => ({
    passersBy: of('passersBy'),
    entries: of('entries'),
    purchases: of('purchases'),
  });
  return {
    ...partsOf(world, period, isFine),
    coverage: each((step) => covered(world.watches[step], open)),
    hasDevice: each((step) => world.devices[step].length > 0),
  };
}

export function periodOf(store: StoreSpec, { from, to }: Dates): Stretch {
  return { from: startOf(store, from), to: startOf(store, dayAfter(to)) };
}

/** The period's business dates that are over. */
export function completeDates(world: World, period: Stretch, isAll: boolean): Part {
  let sum: Part = emptyPart();
  for (
    let date = businessDate(world.store, period.from);
    startOf(world.store, date) < period.to;
    date = dayAfter(date)
  ) {
    const span = periodOf(world.store, { from: date, to: date });
    const isWhole = span.to <= world.now && span.from >= period.from && span.to <= period.to;
    if (!isWhole) continue;
    const { inside, outside } = partsOf(world, span, false);
    sum = added(sum, isAll ? added(inside, outside) : inside);
  }
  return sum;
}
