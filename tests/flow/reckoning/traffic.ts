/** What the devices of a plan send: mostly well-behaved, and every fault a shop knows. */

import { businessDate, dayAfter } from './calendar.ts';
import type { CountItem, DeviceSpec, IntervalItem, SaleItem, Sent, StoreSpec, Stretch } from './chain.ts';
import { busyTimes, type Plan } from './generate.ts';
import { passagesOf } from './passages.ts';
import type { Random } from './random.ts';
import { readingsOf } from './readings.ts';

const minute = 60_000;
const text = (at: number): string => new Date(at).toISOString();

function people(random: Random, spec: DeviceSpec, isAverage: boolean): Omit<IntervalItem, 'start' | 'end'> {
  const most = random.pick([0, 3, 20, 90]);
  const came = random.int(0, most);
  const left = random.int(0, most);
  const staff = random.chance(0.2) ? { staffIn: random.int(0, came), staffOut: random.int(0, left) } : {};
  const both = { in: came, out: left, ...staff };
  const door = isAverage || random.chance(0.95) ? both : { in: came };
  return {
    ...(spec.measures.includes('entries') ? door : {}),
    ...(spec.measures.includes('passersBy') ? { passersBy: random.int(0, most * 3) } : {}),
  };
}

/** One line of one counter through one busy time: steps of one length, some left out, some long. */
function steady(random: Random, busy: Stretch, make: (span: Stretch) => IntervalItem): IntervalItem[] {
  const items: IntervalItem[] = [];
  const step = random.pick([5, 15, 15, 20, 30, 37, 60]) * minute;
  let at = busy.from + random.pick([0, 0, 0, 4 * minute, 11 * minute + 1234]);
  while (at < busy.to) {
    const length = random.chance(0.02) ? random.pick([90, 150, 601, 1440]) * minute : step;
    const isAsleep = random.chance(0.04);
    if (isAsleep) at += random.int(1, 8) * step;
    items.push(make({ from: at, to: at + length }));
    // A long one is sometimes followed before its end: the next ones overlap it.
    at += length > step && random.chance(0.3) ? step : length;
  }
  return items;
}

function intervalsOf(random: Random, { store, ...plan }: Plan, spec: DeviceSpec): IntervalItem[] {
  const countAs = store.entrances?.find(({ id }) => id === spec.entrance)?.countAs;
  const lines = spec.lines ?? ['main'];
  const items = busyTimes({ store, ...plan }).flatMap((busy) => {
    if (random.chance(0.1)) return [];
    return lines.flatMap((line) => {
      const named = line === 'main' ? {} : { line };
      const make = (span: Stretch): IntervalItem => ({
        start: text(span.from),
        end: text(span.to),
        ...people(random, spec, countAs !== undefined && countAs !== 'in'),
        ...named,
      });
      return steady(random, busy, make);
    });
  });
  const extra = items.filter(() => random.chance(0.05)).map((item) => changed(random, item));
  return [...items, ...extra];
}

/** By its mode; now and then some of another shape, as a device does whose firmware was changed. */
function countsOf(random: Random, plan: Plan, spec: DeviceSpec): Sent[] {
  const shapes = { interval: intervalsOf, cumulative: readingsOf, event: passagesOf };
  const items: CountItem[] = shapes[spec.mode ?? 'interval'](random, plan, spec);
  const other = random.pick([intervalsOf, readingsOf, passagesOf]);
  const strange = spec.mode !== 'event' && random.chance(0.06) ? other(random, plan, spec).slice(0, 9) : [];
  return [...items, ...strange].map((item) => ({ store: plan.store.id, device: spec.id, kind: 'counts', item }));
}

/** A correction, dated or not; or an interval that begins within another. */
function changed(random: Random, item: IntervalItem): IntervalItem {
  const start = Date.parse(item.start);
  const end = Date.parse(item.end);
  const again =
    item.in === undefined ? { ...item, passersBy: random.int(0, 30) } : { ...item, in: 90 + random.int(0, 9) };
  const kind = random.pick(['dated', 'undated', 'longer', 'shorter', 'within'] as const);
  if (kind === 'undated') return again;
  const updatedAt = text(end + random.int(1, 9999) * 1000);
  if (kind === 'dated') return { ...again, updatedAt };
  const later = Math.min(end + random.int(1, 70) * minute, start + 1440 * minute);
  if (kind === 'longer') return { ...item, end: text(later), updatedAt };
  if (kind === 'shorter') return { ...item, end: text(start + Math.ceil((end - start) / 3)), updatedAt };
  return { ...again, start: text(start + Math.ceil((end - start) / 2)) };
}

function amount(random: Random, currency: string): string | number {
  const whole = random.pick([0, 5, 19, 250, 99_999]) + random.int(0, 9);
  if (currency === 'JPY') return random.pick([whole, String(whole), `${whole}.00`]);
  const cents = random.pick(['', '.5', '.25', '.10', '.990']);
  return currency === 'KWD' && random.chance(0.4) ? `${whole}.125` : `${whole}${cents}`;
}

function saleOf(random: Random, store: StoreSpec, { id, at }: { id: string; at: number }): SaleItem {
  const type = random.pick(['sale', 'sale', 'sale', 'sale', 'return', 'exchange'] as const);
  const total = amount(random, store.currency);
  return {
    id,
    at: text(at),
    type,
    total: type === 'exchange' && random.chance(0.5) ? `-${total}` : total,
    ...(random.chance(0.7) ? { items: random.int(0, 5) } : {}),
    ...(random.chance(0.05) ? { training: true } : {}),
    ...(random.chance(0.1) ? { channel: random.pick(['pickup', 'delivery', 'store']) } : {}),
    ...(random.chance(0.1) ? { source: 'shared' } : {}),
  };
}

function voidOf(random: Random, sale: SaleItem): SaleItem {
  const at = text(Date.parse(sale.at) + random.int(-90, 90) * minute);
  const source = sale.source === undefined ? {} : { source: sale.source };
  const isReal = random.chance(0.8);
  return {
    id: `${sale.id}/void`,
    at,
    type: 'void',
    total: 0,
    ...(random.chance(0.9) ? source : { source: 'other' }),
    ...(isReal ? { original: sale.id } : {}),
    ...(random.chance(0.1) ? { training: true } : {}),
  };
}

function correctionOf(random: Random, store: StoreSpec, sale: SaleItem): SaleItem {
  const moved = Date.parse(sale.at) + random.pick([0, 0, 20, -200]) * minute;
  const { source: _, ...fresh } = saleOf(random, store, { id: sale.id, at: moved });
  const source = sale.source === undefined ? {} : { source: sale.source };
  const updatedAt = random.chance(0.6) ? { updatedAt: text(moved + random.int(1, 999) * 1000) } : {};
  return { ...fresh, ...source, ...updatedAt };
}

function salesOf(random: Random, plan: Plan, spec: DeviceSpec): Sent[] {
  const { store } = plan;
  const isTaxed = random.chance(0.3);
  const items: SaleItem[] = [];
  for (const busy of busyTimes(plan)) {
    let at = busy.from + random.int(0, 100) * minute;
    while (at < busy.to && !random.chance(0.02)) {
      const sale = saleOf(random, store, { id: `${spec.id}/${items.length}`, at });
      items.push(isTaxed ? { ...sale, tax: sale.total } : sale);
      at += random.pick([0, 1, 7, 26, 55, 130, 20, 10]) * minute + random.int(0, 9999);
    }
  }
  const voids = items.filter(() => random.chance(0.06)).map((sale) => voidOf(random, sale));
  const corrections = items.filter(() => random.chance(0.06)).map((sale) => correctionOf(random, store, sale));
  const last = items.at(-1);
  const complete =
    spec.feed === 'batch' && last !== undefined && random.chance(0.3)
      ? [{ ...last, id: 'last', completeTo: dayAfter(businessDate(store, Date.parse(last.at))) }]
      : [];
  return [...items, ...voids, ...corrections, ...complete].map((item) => ({
    store: store.id,
    device: spec.id,
    kind: 'sales',
    item,
  }));
}

function statusesOf(
  random: Random,
  { store, spec, first }: { store: string; spec: DeviceSpec; first: number },
): Sent[] {
  const isTill = spec.measures.includes('sales') || spec.mode === 'event';
  if (!random.chance(isTill ? 0.15 : 0.25)) return [];
  const sent: Sent[] = [];
  let at = first;
  for (let i = 0; i < random.int(1, 5); i += 1) {
    const state = isTill && random.chance(0.4) ? 'offline' : 'online';
    const problem = random.chance(0.4) ? { problem: random.pick(['covered', 'dark', 'tampered']) } : {};
    sent.push({ store, device: spec.id, kind: 'status', item: { state, at: text(at), ...problem } });
    at += random.int(10, 1500) * minute;
  }
  return sent;
}

/** Everything a plan's devices send, in an order in which it might come. */
export function trafficOf(random: Random, plan: Plan): Sent[] {
  return plan.store.devices.flatMap((spec) => {
    const facts = spec.measures.includes('sales') ? salesOf(random, plan, spec) : countsOf(random, plan, spec);
    const times = facts.map(({ item }) => Date.parse('start' in item ? item.start : item.at));
    const statuses =
      times.length === 0 ? [] : statusesOf(random, { store: plan.store.id, spec, first: random.pick(times) });
    const repeats = facts.filter(() => random.chance(0.02));
    return [...facts, ...repeats, ...statuses];
  });
}
