import type { SaleFact, SaleKey } from '../../db/reads/standing.ts';

/** A receipt's key as one text. */
export function saleKeyText({ storeId, source, id }: SaleKey): string {
  return JSON.stringify([storeId, source, id]);
}

/** Standing receipts by that text: as they were before a batch, and as it leaves them. */
export interface Receipts {
  readonly before: Map<string, SaleFact>;
  readonly after: Map<string, SaleFact>;
}
