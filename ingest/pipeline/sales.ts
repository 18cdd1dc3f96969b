import { findSales, findSuperseded, type SaleFact } from '../../db/reads/standing.ts';
import { startOfDate } from '../../db/time/businessDate.ts';
import type { FeedCompletion, Sale } from '../../db/vocabulary/event.ts';
import { writeSales } from '../../db/writes/facts.ts';
import { type Arrival, type Batch, digestOf } from './batch.ts';
import { known } from './memory.ts';
import { laterOf, weigh } from './orderLaw.ts';
import { saleKeyText } from './saleKey.ts';
import { type ChangedReceipt, noteReports } from './saleReports.ts';
import { settleVoids } from './voids.ts';

/** What of a receipt is its content: all but `updatedAt`, and but the device that sent it. */
function contentText(sale: SaleFact): string {
  const { at, type, totalMinor, taxMinor, items, till, employee, channel, isTraining, original } = sale;
  return JSON.stringify([at, type, totalMinor, taxMinor, items, till, employee, channel, isTraining, original]);
}

/** Stores receipts: each is weighed against the standing one of its key, then voids take theirs out. */
export async function storeSales(batch: Batch, arrivals: readonly Arrival<Sale>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const facts = arrivals.map(factOf);
  const before = new Map((await findSales(batch.sql, uniqueKeys(facts))).map((fact) => [saleKeyText(fact), fact]));
  const after = new Map(before);
  const replaced = await replacedBefore(batch, facts, before);
  arrivals.forEach((arrival, i) => {
    const fact = facts[i];
    if (fact === undefined) return;
    settleOne(batch, { arrival, arriving: fact, after, replaced });
  });
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

function uniqueKeys(facts: readonly SaleFact[]): SaleFact[] {
  return [...new Map(facts.map((fact) => [saleKeyText(fact), fact])).values()];
}

function supersededKey(fact: SaleFact, text: string): string[] {
  return ['sale', fact.storeId, JSON.stringify([fact.source, fact.id]), digestOf(text)];
}

/** Keys of contents without `updatedAt` that earlier batches replaced; asked only for those that differ from what stands. */
async function replacedBefore(
  batch: Batch,
  facts: readonly SaleFact[],
  before: ReadonlyMap<string, SaleFact>,
): Promise<Set<string>> {
  const keys = facts
    .filter((fact) => fact.updatedAt === null && before.has(saleKeyText(fact)))
    .map((fact) => supersededKey(fact, contentText(fact)));
  const found = keys.length === 0 ? [] : await findSuperseded(batch.sql, keys);
  return new Set(keys.filter((_, i) => found[i]).map((key) => key.join('\n')));
}

interface SaleToSettle {
  readonly arrival: Arrival<Sale>;
  readonly arriving: SaleFact;
  readonly after: Map<string, SaleFact>;
  readonly replaced: Set<string>;
}

function settleOne(batch: Batch, { arrival, arriving, after, replaced }: SaleToSettle): void {
  const key = saleKeyText(arriving);
  const standing = after.get(key);
  const text = contentText(arriving);
  const old = standing === undefined ? null : { ...standing, text: contentText(standing) };
  const wasReplaced = replaced.has(supersededKey(arriving, text).join('\n'));
  const verdict = weigh({ standing: old, arriving: { ...arriving, text }, wasReplaced });
  arrival.slot.fate = verdict === 'first' ? 'accepted' : verdict === 'stands' ? 'corrected' : 'duplicate';
  if (verdict === 'first') after.set(key, arriving);
  if (verdict === 'same' && standing !== undefined) after.set(key, merge(standing, arriving));
  if (verdict === 'stands' && old !== null) {
    after.set(key, { ...arriving, isVoided: old.isVoided });
    known(batch.memory, arrival.device.id).state.corrections += 1;
    if (old.updatedAt !== null || arriving.updatedAt !== null) return;
    const gone = supersededKey(arriving, old.text);
    replaced.add(gone.join('\n'));
    batch.superseded.push(gone);
  }
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
