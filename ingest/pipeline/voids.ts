import { findSales, findVoids, type SaleFact, type SaleKey } from '../../db/reads/standing.ts';
import type { Batch } from './batch.ts';
import { type Receipts, saleKeyText } from './saleKey.ts';

/** The receipt that a void takes out; null for all other receipts, and for a void that does nothing. */
function takenOut(fact: SaleFact | undefined): SaleKey | null {
  if (fact === undefined || fact.type !== 'void' || fact.isTraining || fact.original === null) return null;
  return { storeId: fact.storeId, source: fact.source, id: fact.original };
}

/**
 * Sets `isVoided` of the batch's receipts and of those its voids name, or named before: true while a standing void names it,
 * whichever came first. A void is never voided.
 */
export async function settleVoids(batch: Batch, { before, after }: Receipts): Promise<void> {
  const judged = new Map<string, SaleKey>();
  for (const [key, fact] of after) {
    if (fact === before.get(key)) continue;
    judged.set(key, fact);
    for (const taken of [takenOut(fact), takenOut(before.get(key))]) {
      if (taken !== null) judged.set(saleKeyText(taken), taken);
    }
  }
  if (judged.size === 0) return;
  const voided = await voidedOf(batch, judged, after);
  const elsewhere = [...judged.values()].filter((receipt) => !after.has(saleKeyText(receipt)));
  for (const fact of await findSales(batch.sql, elsewhere)) {
    before.set(saleKeyText(fact), fact);
    after.set(saleKeyText(fact), fact);
  }
  for (const key of judged.keys()) {
    const fact = after.get(key);
    if (fact === undefined) continue;
    const isVoided = fact.type !== 'void' && voided.has(key);
    if (isVoided !== fact.isVoided) after.set(key, { ...fact, isVoided });
  }
}

/** Which of the receipts a void names: in the database, unless this batch changed it, and in this batch. */
async function voidedOf(
  batch: Batch,
  judged: ReadonlyMap<string, SaleKey>,
  after: ReadonlyMap<string, SaleFact>,
): Promise<Set<string>> {
  const voided = new Set<string>();
  for (const found of await findVoids(batch.sql, [...judged.values()])) {
    if (!after.has(saleKeyText(found))) voided.add(saleKeyText({ ...found, id: found.original }));
  }
  for (const fact of after.values()) {
    const taken = takenOut(fact);
    if (taken !== null) voided.add(saleKeyText(taken));
  }
  return voided;
}
