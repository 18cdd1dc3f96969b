import { findSales, type SaleFact } from '../../db/reads/standing.ts';
import { startOfDate } from '../../db/time/businessDate.ts';
import type { FeedCompletion, Sale } from '../../db/vocabulary/event.ts';
import { writeSales } from '../../db/writes/facts.ts';
import type { Arrival, Batch } from './batch.ts';
import { known } from './memory.ts';
import { laterOf } from './orderLaw.ts';
import { saleKeyText } from './saleKey.ts';
import { type ChangedReceipt, noteReports } from './saleReports.ts';
import { settleVoids } from './voids.ts';
import { type Weighed, weighFacts } from './weighing.ts';

/** What of a receipt is its content: all but `updatedAt`, and but the device that sent it. */
function contentText(sale: SaleFact): string {
  const { at, type, totalMinor, taxMinor, items, till, employee, channel, isTraining, original } = sale;
  return JSON.stringify([at, type, totalMinor, taxMinor, items, till, employee, channel, isTraining, original]);
}

const weighedSales: Weighed<SaleFact, string> = {
  kind: 'sale',
  keyOf: saleKeyText,
  gravestone: ({ storeId, source, id }) => [storeId, JSON.stringify([source, id])],
  contentText,
  merged: merge,
  inPlaceOf: (standing, arriving) => ({ ...arriving, isVoided: standing.isVoided }),
};

/** Stores receipts: each is weighed against the standing one of its key, then voids take theirs out. */
export async function storeSales(batch: Batch, arrivals: readonly Arrival<Sale>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: factOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [saleKeyText(fact), fact])).values()];
  const before = new Map((await findSales(batch.sql, keys)).map((fact) => [saleKeyText(fact), fact]));
  const after = await weighFacts(batch, weighedSales, { arriving, before });
  await settleVoids(batch, { before, after });
  const changed = [...after]
    .filter(([key, fact]) => fact !== before.get(key))
    .map(([key, fact]) => ({ was: before.get(key), is: fact }));
  for (const one of changed) follow(batch, one);
  await writeSales(
    batch.sql,
    changed.map(({ is }) => is),
  );
  await noteReports(batch, changed);
}

function factOf({ event, store, device, receivedAt }: Arrival<Sale>): SaleFact {
  const { kind: _, ...sale } = event;
  return { ...sale, storeId: store.id, deviceId: device.id, receivedAt, isVoided: false };
}

/** One content, sent twice: the later `updatedAt` and the smaller of two devices are kept, on whatever way they came. */
function merge(standing: SaleFact, arriving: SaleFact): SaleFact {
  const updatedAt = laterOf(standing.updatedAt, arriving.updatedAt);
  const deviceId = standing.deviceId < arriving.deviceId ? standing.deviceId : arriving.deviceId;
  const isSame = updatedAt === standing.updatedAt && deviceId === standing.deviceId;
  return isSame ? standing : { ...standing, updatedAt, deviceId };
}

function follow(batch: Batch, { was, is }: ChangedReceipt): void {
  // A new receipt is of the feed that sent it, which is known; one that stands may be of another.
  const isNew = was === undefined && is.type !== 'void' && !is.isVoided;
  if (isNew && is.at >= known(batch.memory, is.deviceId).takenOutUntil) {
    batch.appendedSales.push(is);
    return;
  }
  const isSame = was?.deviceId === is.deviceId && was.isVoided === is.isVoided && contentText(was) === contentText(is);
  if (isSame) return;
  if (was === undefined) {
    batch.touchedSales.push({ deviceId: is.deviceId, fromAt: is.at, toAt: is.at + 1 });
    return;
  }
  const cause = was.isVoided === is.isVoided ? 'corrected' : 'voided';
  batch.touchedSales.push({ deviceId: was.deviceId, fromAt: was.at, toAt: was.at + 1, cause, gone: was });
  batch.touchedSales.push({ deviceId: is.deviceId, fromAt: is.at, toAt: is.at + 1, cause, came: is });
}

/** Notes how far batch feeds say they have delivered. */
export function storeCompletions(batch: Batch, arrivals: readonly Arrival<FeedCompletion>[]): void {
  for (const { event, device, store, slot } of arrivals) {
    const of = known(batch.memory, device.id);
    const { completeTo } = of.state;
    if (completeTo !== null && completeTo >= event.completeTo) {
      slot.fate = 'duplicate';
      continue;
    }
    const fromAt = completeTo === null ? (of.state.firstReportAt ?? 0) : startOfDate(store, completeTo);
    const toAt = startOfDate(store, event.completeTo) + 36 * 3_600_000;
    if (fromAt > 0) batch.stale.push({ deviceId: device.id, fromAt, toAt: Math.max(toAt, fromAt + 1) });
    of.state.completeTo = event.completeTo;
    of.isChanged = true;
  }
}
