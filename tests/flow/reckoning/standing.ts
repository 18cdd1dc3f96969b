/** What stands of what was sent, device by device: the order law, overlap, differences, places, voids (contract 3). */
import {
  type CountItem,
  type DeviceSpec,
  type EventItem,
  type Happened,
  type IntervalItem,
  isEvent,
  isInterval,
  isReading,
  type Parcel,
  type SaleItem,
  type Sent,
  type StoreSpec,
  type Stretch,
} from './chain.ts';
import { type Difference, differencesOf } from './differences.ts';
import { standing } from './received.ts';
import { type ByQuarter, type Counted, countNames, spread } from './spread.ts';

/** People of a span: an interval as it was sent, or a difference that was placed. */
export interface Interval extends Stretch {
  readonly line: string;
  readonly quarters: ByQuarter;
}

/** A span of one line that was reported, and of whom it tells. */
export interface Reported extends Stretch {
  readonly line: string;
  readonly names: readonly string[];
}

export interface Passage {
  readonly at: number;
  readonly direction: EventItem['direction'];
  readonly count: number;
  readonly isTakenOut: boolean;
}

export interface Receipt {
  readonly at: number;
  readonly item: SaleItem;
  readonly isVoided: boolean;
  readonly isTakenOut: boolean;
}

export interface Feed {
  readonly spec: DeviceSpec;
  readonly intervals: readonly Interval[];
  readonly overlaps: readonly IntervalItem[];
  readonly reported: readonly Reported[];
  readonly differences: readonly Difference[];
  readonly passages: readonly Passage[];
  readonly receipts: readonly Receipt[];
  readonly statuses: readonly { at: number; state: 'online' | 'offline'; problem: boolean }[];
  readonly takenOut: readonly Stretch[];
  /** When it said anything at all: the times of its facts. */
  readonly reports: readonly number[];
}

type CountSent = Sent & { readonly kind: 'counts' };
type Placed = CountSent & { readonly place: number };

const eventKey = ({ at, line, direction, id }: EventItem): string =>
  JSON.stringify([line ?? 'main', Date.parse(at), direction, id ?? null]);

/** Events without `id` that are equal within one message are told apart by their place in it. */
function placed(parcel: Parcel): Placed[] {
  const seen = new Map<string, number>();
  return parcel.flatMap((one) => {
    if (one.kind !== 'counts') return [];
    if (!isEvent(one.item) || one.item.id !== undefined) return [{ ...one, place: 0 }];
    const key = `${one.device} ${eventKey(one.item)}`;
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return [{ ...one, place }];
  });
}

type Spanned = { readonly item: IntervalItem; readonly line: string } & Stretch;

function intervalsOf(items: readonly CountItem[]): { counted: Spanned[]; overlaps: IntervalItem[] } {
  const received = items.filter(isInterval).map((item) => {
    const span = { from: Date.parse(item.start), to: Date.parse(item.end) };
    return { item: { ...item, line: item.line ?? 'main' }, line: item.line ?? 'main', ...span };
  });
  const all = standing(received, ({ line, from }) => `${line} ${from}`);
  const isOverlap = (one: Spanned): boolean =>
    all.some((other) => other.line === one.line && other.from < one.from && other.to > one.from);
  return { counted: all.filter((one) => !isOverlap(one)), overlaps: all.filter(isOverlap).map(({ item }) => item) };
}

function within(at: number, spans: readonly Stretch[]): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}

function passagesOf(sent: readonly Placed[], takenOut: readonly Stretch[]): Passage[] {
  const received = sent.flatMap(({ item, place }) =>
    isEvent(item) ? [{ item: { ...item, line: item.line ?? 'main', count: item.count ?? 1 }, place }] : [],
  );
  return standing(received, ({ item, place }) => `${eventKey(item)} ${place}`).map(({ item }) => {
    const at = Date.parse(item.at);
    return { at, direction: item.direction, count: item.count, isTakenOut: within(at, takenOut) };
  });
}

function countsOf(store: StoreSpec, spec: DeviceSpec, { parcels, ...hand }: Happened) {
  const mine = parcels.flatMap(placed).filter(({ device }) => device === spec.id);
  const items = mine.map(({ item }) => item);
  const takenOut = (hand.takeOuts ?? []).filter(({ device }) => device === spec.id);
  const { counted, overlaps } = intervalsOf(items);
  const readings = standing(
    items.filter(isReading).map((item) => ({ item: { ...item, line: item.line ?? 'main' } })),
    ({ item }) => `${item.line} ${Date.parse(item.at)}`,
  ).map(({ item }) => item);
  const differences = differencesOf(spec, readings, hand.decisions ?? []);
  const spans = [
    ...counted.map(({ item, line, from, to }) => ({ line, from, to, people: item as Counted })),
    ...differences.filter(({ fate }) => fate === 'placed'),
  ];
  const heard = [...spans, ...differences.filter(({ fate }) => fate === 'held' || fate === 'dropped')];
  const passages = passagesOf(mine, takenOut);
  return {
    intervals: spans.map(({ line, from, to, people }) => ({
      ...{ line, from, to },
      quarters: spread(store, { from, to, people }, takenOut),
    })),
    reported: heard.map(({ line, from, to, people }) => {
      const names = countNames.filter((name) => (people as Counted)[name] !== undefined);
      return { line, from, to, names };
    }),
    reports: [
      ...counted.map(({ from }) => from),
      ...readings.map(({ at }) => Date.parse(at)),
      ...passages.map(({ at }) => at),
    ],
    ...{ overlaps, differences, passages, takenOut },
  };
}

type Received = { readonly item: SaleItem; readonly device: string };

const sourceOf = ({ item, device }: Received): string => item.source ?? device;

function receiptsOf(sent: readonly Received[]): (Received & Omit<Receipt, 'isTakenOut'>)[] {
  const all = standing(sent, (one) => `${sourceOf(one)} ${one.item.id}`);
  const voids = all.filter(({ item }) => item.type === 'void' && item.original !== undefined && item.training !== true);
  return all.map((one) => ({
    ...one,
    at: Date.parse(one.item.at),
    isVoided: voids.some((other) => sourceOf(other) === sourceOf(one) && other.item.original === one.item.id),
  }));
}

/** Each device of a store with what stands of its own. */
export function feedsOf(store: StoreSpec, happened: Happened): Feed[] {
  const sent = happened.parcels.flat();
  const sales = sent.flatMap((one) => (one.store === store.id && one.kind === 'sales' ? [one] : []));
  const receipts = receiptsOf(sales);
  return store.devices.map((spec) => {
    const statuses = sent
      .flatMap((one) => (one.device === spec.id && one.kind === 'status' ? [one.item] : []))
      .map(({ at, state, problem }) => ({ at: Date.parse(at), state, problem: problem !== undefined }))
      .sort((a, b) => a.at - b.at);
    const counts = countsOf(store, spec, happened);
    const mine = receipts
      .filter(({ device }) => device === spec.id)
      .map((one) => ({ ...one, isTakenOut: within(one.at, counts.takenOut) }))
      .sort((a, b) => a.at - b.at);
    return { spec, ...counts, receipts: mine, reports: [...counts.reports, ...mine.map(({ at }) => at)], statuses };
  });
}

/** Minor units of a decimal text: digits of the currency as ISO 4217 has them. */
export function minor(amount: string | number, currency: string): number {
  const digits = { JPY: 0, KWD: 3 }[currency] ?? 2;
  const [whole = '0', fraction = ''] = String(amount).replace('-', '').split('.');
  const size = Number(whole + fraction.padEnd(digits, '0').slice(0, digits));
  return String(amount).startsWith('-') && size !== 0 ? -size : size;
}
