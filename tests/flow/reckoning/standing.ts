/** What stands of what was sent: the order law, overlap, voids, spreading (contract 3), by going through the whole list each time. */
import { businessDate, common, openings, windows } from './calendar.ts';
import {
  type CountItem,
  type DeviceSpec,
  quarter,
  type SaleItem,
  type Sent,
  type StoreSpec,
  type Stretch,
} from './chain.ts';

export const countNames = ['in', 'out', 'passersBy', 'staffIn', 'staffOut'] as const;
export type CountName = (typeof countNames)[number];

export interface Interval extends Stretch {
  readonly line: string;
  readonly item: CountItem;
  /** Whole people by quarter and name; only names that were sent. */
  readonly quarters: ReadonlyMap<number, Partial<Record<CountName, number>>>;
}

export interface Receipt {
  readonly at: number;
  readonly item: SaleItem;
  readonly isVoided: boolean;
}

export interface Feed {
  readonly spec: DeviceSpec;
  readonly intervals: readonly Interval[];
  readonly overlaps: readonly CountItem[];
  readonly receipts: readonly Receipt[];
  readonly statuses: readonly { at: number; state: 'online' | 'offline'; problem: boolean }[];
}

interface Content {
  readonly item: { readonly updatedAt?: string };
}

const sorted = (value: object): string => {
  const { updatedAt: _, ...rest } = value as Record<string, unknown>;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Of all contents received for one key, in order of receipt: the latest `updatedAt`; where none has one, the last that was new. */
function stands<C extends Content>(received: readonly C[]): C {
  const dated = received.filter(({ item }) => item.updatedAt !== undefined);
  if (dated.length > 0) {
    return dated.reduce((a, b) => (Date.parse(b.item.updatedAt ?? '') > Date.parse(a.item.updatedAt ?? '') ? b : a));
  }
  const fresh = received.filter((one, i) => received.findIndex(({ item }) => sorted(item) === sorted(one.item)) === i);
  return fresh.at(-1) as C;
}

function standing<C extends Content>(received: readonly C[], keyOf: (one: C) => string): C[] {
  const byKey = new Map<string, C[]>();
  for (const one of received) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
  return [...byKey.values()].map(stands);
}

/** Whole people by time, the largest remainders first, the earliest where they tie. */
export function shared(count: number, parts: readonly number[]): number[] {
  const whole = parts.reduce((a, b) => a + b, 0);
  const shares = parts.map((part) => Math.floor((count * part) / whole));
  const rests = parts.map((part, i) => ({ i, rest: (count * part) % whole }));
  rests.sort((a, b) => b.rest - a.rest || a.i - b.i);
  const left = count - shares.reduce((a, b) => a + b, 0);
  for (const { i } of rests.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}

function spread(item: CountItem, over: readonly Stretch[]): Interval['quarters'] {
  const msByQuarter = new Map<number, number>();
  for (const { from, to } of over) {
    for (let at = Math.floor(from / quarter) * quarter; at < to; at += quarter) {
      const ms = Math.min(to, at + quarter) - Math.max(from, at);
      msByQuarter.set(at, (msByQuarter.get(at) ?? 0) + ms);
    }
  }
  const starts = [...msByQuarter.keys()].sort((a, b) => a - b);
  const parts = starts.map((at) => msByQuarter.get(at) ?? 0);
  const quarters = new Map(starts.map((at) => [at, {} as Partial<Record<CountName, number>>]));
  for (const name of countNames) {
    const count = item[name];
    if (count === undefined) continue;
    for (const [i, share] of shared(count, parts).entries()) {
      const row = quarters.get(starts[i] ?? 0);
      if (row !== undefined) row[name] = share;
    }
  }
  return quarters;
}

/** Over its time; one longer than an hour over its time inside the window, if there is any. */
function whereSpread(store: StoreSpec, span: Stretch): Stretch[] {
  if (span.to - span.from <= 3_600_000) return [span];
  const open = openings(store, businessDate(store, span.from), businessDate(store, span.to));
  const window = windows(open);
  const inside = window === null ? [span] : common([span], window);
  return inside.length > 0 ? inside : [span];
}

function countsOf(store: StoreSpec, items: readonly CountItem[]): Pick<Feed, 'intervals' | 'overlaps'> {
  const received = items.map((item) => {
    const span = { from: Date.parse(item.start), to: Date.parse(item.end) };
    return { item, line: item.line ?? 'main', ...span };
  });
  const all = standing(received, ({ line, from }) => `${line} ${from}`);
  const isOverlap = (one: (typeof all)[number]): boolean =>
    all.some((other) => other.line === one.line && other.from < one.from && other.to > one.from);
  const intervals = all
    .filter((one) => !isOverlap(one))
    .map((one) => ({ ...one, quarters: spread(one.item, whereSpread(store, one)) }));
  return { intervals, overlaps: all.filter(isOverlap).map(({ item }) => item) };
}

type Received = { readonly item: SaleItem; readonly device: string };

const sourceOf = ({ item, device }: Received): string => item.source ?? device;

function receiptsOf(sent: readonly Received[]): (Received & Receipt)[] {
  const all = standing(sent, (one) => `${sourceOf(one)} ${one.item.id}`);
  const voids = all.filter(({ item }) => item.type === 'void' && item.original !== undefined && item.training !== true);
  return all.map((one) => ({
    ...one,
    at: Date.parse(one.item.at),
    isVoided: voids.some((other) => sourceOf(other) === sourceOf(one) && other.item.original === one.item.id),
  }));
}

/** Each device of a store with what stands of its own. */
export function feedsOf(store: StoreSpec, sent: readonly Sent[]): Feed[] {
  const sales = sent.flatMap((one) => (one.store === store.id && one.kind === 'sales' ? [one] : []));
  const receipts = receiptsOf(sales);
  return store.devices.map((spec) => {
    const mine = sent.filter((one) => one.device === spec.id);
    const statuses = mine
      .filter((one) => one.kind === 'status')
      .map(({ item }) => ({ at: Date.parse(item.at), state: item.state, problem: item.problem !== undefined }))
      .sort((a, b) => a.at - b.at);
    return {
      spec,
      ...countsOf(
        store,
        mine.filter((one) => one.kind === 'counts').map(({ item }) => item),
      ),
      receipts: receipts.filter(({ device }) => device === spec.id).sort((a, b) => a.at - b.at),
      statuses,
    };
  });
}

/** Minor units of a decimal text: digits of the currency as ISO 4217 has them. */
export function minor(amount: string | number, currency: string): number {
  const digits = { JPY: 0, KWD: 3 }[currency] ?? 2;
  const [whole = '0', fraction = ''] = String(amount).replace('-', '').split('.');
  const size = Number(whole + fraction.padEnd(digits, '0').slice(0, digits));
  return String(amount).startsWith('-') && size !== 0 ? -size : size;
}
