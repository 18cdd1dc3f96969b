import type { Store } from '../vocabulary/place.ts';
import { entriesDoubled, entryDevices, netOut, passersByDevices, salesDevices } from './measuring.ts';
import type { QuarterCountRow } from './quarterRows.ts';
import type { QuarterSaleRow } from './saleRows.ts';
import type { Tally } from './tally.ts';

/** The sums of a tally that are plain additions of what was counted and sold: what a restatement is explained in. */
export const restatedFields = [
  'passersByDoubled',
  'entriesDoubled',
  'exits',
  'purchases',
  'grossSalesMinor',
  'returnsMinor',
  'netTaxMinor',
  'items',
  'otherTransactions',
  'otherNetSalesMinor',
] as const satisfies readonly (keyof Tally)[];

export type RestatedSums = Pick<Tally, (typeof restatedFields)[number]>;

// The cast holds because restatedFields are the keys of RestatedSums.
const nothing = Object.fromEntries(restatedFields.map((field) => [field, 0])) as unknown as RestatedSums;

export function noSums(): RestatedSums {
  return { ...nothing };
}

/** Adds `more` into `sum`, in place, `sign` times. */
export function addSums(sum: RestatedSums, more: RestatedSums, sign: 1 | -1 = 1): RestatedSums {
  for (const field of restatedFields) sum[field] += sign * more[field];
  return sum;
}

export function areNothing(sums: RestatedSums): boolean {
  return restatedFields.every((field) => sums[field] === 0);
}

/** What single rows add to the tally of their bucket (db/rollup/tallies.ts), by the store's settings. */
export interface Worth {
  ofCounts(row: QuarterCountRow): RestatedSums;
  ofSales(row: QuarterSaleRow): RestatedSums;
}

export function worthIn(store: Store): Worth {
  const passersBy = new Set(passersByDevices(store).map((device) => device.id));
  const entries = new Map(entryDevices(store).map(({ device, countAs }) => [device.id, countAs]));
  const sales = new Set(salesDevices(store).map((device) => device.id));
  const arePassersByApart = !store.passersByIncludesEntrants && passersBy.size > 0;
  return {
    ofCounts(row) {
      const sums = noSums();
      if (passersBy.has(row.deviceId)) sums.passersByDoubled = 2 * (row.passersBy ?? 0);
      const countAs = entries.get(row.deviceId);
      if (countAs === undefined) return sums;
      sums.entriesDoubled = entriesDoubled(row, countAs) ?? 0;
      sums.exits = netOut(row) ?? 0;
      if (arePassersByApart) sums.passersByDoubled += sums.entriesDoubled;
      return sums;
    },
    ofSales: (row) => (sales.has(row.deviceId) ? soldBy(row) : noSums()),
  };
}

function soldBy(row: QuarterSaleRow): RestatedSums {
  return {
    ...nothing,
    purchases: row.purchases,
    grossSalesMinor: row.grossMinor,
    returnsMinor: row.returnsMinor,
    netTaxMinor: row.netTaxMinor,
    items: row.items,
    otherTransactions: row.otherTransactions,
    otherNetSalesMinor: row.otherNetMinor,
  };
}
