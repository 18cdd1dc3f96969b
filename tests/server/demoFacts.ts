import { noReports } from '../../db/rollup/coverage.ts';
import type { WatchedFacts } from '../../db/rollup/lookout.ts';
import { countQuarters, type QuarterCountRow, type StandingInterval } from '../../db/rollup/quarterRows.ts';
import { saleQuarters } from '../../db/rollup/saleRows.ts';
import { bucketMs, bucketPlan } from '../../db/time/opening.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import { type DemoStore, demoStores, doorOf, streetOf, tillOf } from '../../server/demo/chain.ts';
import { demandOf } from '../../server/demo/demand.ts';
import { peopleIn } from '../../server/demo/people.ts';
import { demoSettings } from '../../server/demo/provision.ts';

/** A stretch of epoch ms in which a device of the store sent nothing. */
export interface Hidden {
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

export function demoStore(id: string): { demo: DemoStore; store: Store } {
  const settings = demoSettings(Date.parse('2025-01-01T00:00:00Z'));
  const demo = demoStores.find((one) => one.id === id);
  const store = settings.stores?.find((one) => one.id === id);
  if (demo === undefined || store === undefined) throw new Error(`the demo has no store ${id}`);
  const devices = (settings.devices ?? []).filter((device) => device.storeId === id);
  return { demo, store: { ...store, devices } };
}

/** What the demo's devices of a store say of whole dates, as the database would have it; `hidden` stretches left out, in `blind` ones the door counts 0. */
export function demoFacts(
  id: string,
  {
    from,
    to,
    hidden = [],
    blind = [],
  }: { from: string; to: string; hidden?: readonly Hidden[]; blind?: readonly Hidden[] },
): WatchedFacts {
  const { demo, store } = demoStore(id);
  const plan = bucketPlan(store, from, to);
  const demandAt = demandOf(demo, store);
  const intervals = new Map<string, StandingInterval[]>();
  const sales: { at: number; total: number }[] = [];
  const horizon = plan.endAt;
  for (let startAt = plan.startAt; startAt < horizon; startAt += bucketMs) {
    const stretch = { startAt, endAt: Math.min(horizon, startAt + bucketMs) };
    const sent = peopleIn(demo, demandAt, stretch);
    const isIn = (list: readonly Hidden[], deviceId: string): boolean =>
      list.some((one) => one.deviceId === deviceId && startAt >= one.fromAt && startAt < one.toAt);
    const isHidden = (deviceId: string): boolean => isIn(hidden, deviceId);
    const report = (deviceId: string, counts: Partial<StandingInterval>): void => {
      if (isHidden(deviceId)) return;
      const interval = { ...stretch, line: 'main', ...nothing, ...counts };
      intervals.set(deviceId, [...(intervals.get(deviceId) ?? []), interval]);
    };
    report(doorOf(id), isIn(blind, doorOf(id)) ? { in: 0, out: 0 } : { in: sent.door.in, out: sent.door.out });
    if (sent.street !== null) report(streetOf(id), { passersBy: sent.street.passersBy });
    if (!isHidden(tillOf(id)))
      sales.push(...sent.receipts.map((one) => ({ at: Date.parse(String(one.at)), total: Number(one.total) })));
  }
  const span = { fromAt: plan.startAt, toAt: plan.endAt };
  const counts = store.devices.flatMap((device) =>
    rowsOf({ store, device, intervals: intervals.get(device.id) ?? [] }, span),
  );
  return {
    store,
    plan,
    counts: counts.sort((a, b) => a.bucket - b.bucket),
    sales: saleQuarters({ storeId: id, deviceId: tillOf(id), sales: sales.map(receipt) }),
    reports: new Map(
      store.devices.map((device) => [
        device.id,
        { ...noReports, firstReportAt: plan.startAt, lastReportAt: horizon, latestIntervalMs: bucketMs },
      ]),
    ),
    statuses: new Map(),
    messages: new Map([[tillOf(id), sales.map(({ at }) => at)]]),
    ingestGaps: [],
    takeOuts: new Map(),
    now: horizon,
  };
}

const nothing = { in: null, out: null, passersBy: null, staffIn: null, staffOut: null };

function receipt({ at, total }: { at: number; total: number }): Parameters<typeof saleQuarters>[0]['sales'][number] {
  const plain = { taxMinor: null, items: 1, channel: 'store', isTraining: false, isVoided: false };
  return { at, type: 'sale', totalMinor: Math.round(total * 100), ...plain };
}

type Told = Parameters<typeof countQuarters>[0];

function rowsOf(
  told: Pick<Told, 'store' | 'device' | 'intervals'>,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): QuarterCountRow[] {
  return countQuarters({ ...told, events: [], takeOuts: [], statuses: [], fromAt, toAt });
}
