/** Receipts of a shift, as a till says or as arrived; null: not said. Money in whole minor units. */
export interface ShiftSums {
  readonly salesCount: number | null;
  readonly salesMinor: number | null;
  readonly returnsCount: number | null;
  readonly returnsMinor: number | null;
  /** Sales and returns together, where the till does not tell them apart. */
  readonly receiptsCount: number | null;
}

/** `complete`: all that the till says arrived; `missing`: less did; `unsaid`: the till says nothing that could be compared. */
export type ShiftState = 'complete' | 'missing' | 'unsaid';

export interface ComparedShift {
  readonly state: ShiftState;
  /** Said less arrived; above 0 is missing, below 0 is more than the till says; null where it does not say. */
  readonly difference: ShiftSums;
}

type Arrived = Readonly<Record<'salesCount' | 'salesMinor' | 'returnsCount' | 'returnsMinor', number>>;

/**
 * Compares what a till said of its shift with what arrived. More than it said is no lack: a receipt that was voided in the shift
 * arrived, and the till may have taken it off.
 */
export function compareShift(said: ShiftSums, arrived: Arrived): ComparedShift {
  const less = (one: number | null, other: number): number | null => (one === null ? null : one - other);
  const difference = {
    salesCount: less(said.salesCount, arrived.salesCount),
    salesMinor: less(said.salesMinor, arrived.salesMinor),
    returnsCount: less(said.returnsCount, arrived.returnsCount),
    returnsMinor: less(said.returnsMinor, arrived.returnsMinor),
    receiptsCount: less(said.receiptsCount, arrived.salesCount + arrived.returnsCount),
  };
  const compared = Object.values(difference).filter((one) => one !== null);
  if (compared.length === 0) return { state: 'unsaid', difference };
  return { state: compared.some((one) => one > 0) ? 'missing' : 'complete', difference };
}

/** How many receipts a shift lacks by their number; 0 where only sums differ. */
export function missingReceipts({ difference }: ComparedShift): number {
  const { salesCount, returnsCount, receiptsCount } = difference;
  const apart = Math.max(0, salesCount ?? 0) + Math.max(0, returnsCount ?? 0);
  return Math.max(apart, receiptsCount ?? 0);
}

/** What of the net sales a shift lacks, in minor units; null where the till says no sum. */
export function missingMinor({ difference: { salesMinor, returnsMinor } }: ComparedShift): number | null {
  if (salesMinor === null && returnsMinor === null) return null;
  return (salesMinor ?? 0) - (returnsMinor ?? 0);
}
