/** What tills said of their shifts, as the dashboard reads it; instants carry the store's offset, money is in minor units. */
export interface ShiftSums {
  readonly salesCount: number | null;
  readonly salesMinor: number | null;
  readonly returnsCount: number | null;
  readonly returnsMinor: number | null;
  readonly receiptsCount: number | null;
}

export interface Shift {
  readonly id: string;
  readonly device: string;
  readonly till: string | null;
  readonly start: string;
  readonly end: string;
  readonly state: 'complete' | 'missing' | 'unsaid';
  readonly said: ShiftSums;
  readonly arrived: {
    readonly salesCount: number;
    readonly salesMinor: number;
    readonly returnsCount: number;
    readonly returnsMinor: number;
  };
  readonly difference: ShiftSums;
}

export interface Shifts {
  readonly currency: string;
  readonly shifts: readonly Shift[];
}

/** How numbers are written for this person. */
export interface Writing {
  readonly count: (value: number) => string;
  readonly money: (minor: number) => string;
}

export const shiftMessages = {
  title: 'Shifts of the tills',
  lead: 'What each till said when it closed its shift (Z report), beside the receipts that arrived. The last 7 days.',
  failed: 'The shifts could not be loaded',
  none: 'No till has told of a shift in the last 7 days. Those that send Z reports do, such as Evotor terminals.',
  store: 'Store',
  states: { complete: 'All there', missing: 'Receipts missing', unsaid: 'Nothing to compare' } satisfies Record<
    Shift['state'],
    string
  >,
  sales: (count: string, sum: string): string => `${count} ${count === '1' ? 'sale' : 'sales'} of ${sum}`,
  returns: (count: string, sum: string): string => `${count} ${count === '1' ? 'return' : 'returns'} of ${sum}`,
  receipts: (count: string): string => `${count} ${count === '1' ? 'receipt' : 'receipts'}`,
  said: (what: string): string => `The till says ${what}.`,
  arrived: (what: string): string => `${what} arrived.`,
  missing: (what: string): string => `Missing: ${what}.`,
};

/** What the till says, in words; null where it says nothing. */
export function saidText({ said }: Shift, writing: Writing): string | null {
  const text = sumsText(said, writing);
  return text === '' ? null : shiftMessages.said(text);
}

export function arrivedText({ arrived }: Shift, writing: Writing): string {
  const text = sumsText({ ...arrived, receiptsCount: null }, writing);
  return shiftMessages.arrived(text);
}

/** What the till says more than what arrived; null where nothing is missing. */
export function missingText({ difference, state }: Shift, writing: Writing): string | null {
  if (state !== 'missing') return null;
  const lack = (value: number | null): number | null => (value !== null && value > 0 ? value : null);
  const parts = [
    ...pairText(lack(difference.salesCount), lack(difference.salesMinor), { writing, words: shiftMessages.sales }),
    ...pairText(lack(difference.returnsCount), lack(difference.returnsMinor), {
      writing,
      words: shiftMessages.returns,
    }),
    ...receiptsText(lack(difference.receiptsCount), writing),
  ];
  return shiftMessages.missing(parts.join(', '));
}

function sumsText(sums: ShiftSums, writing: Writing): string {
  return [
    ...pairText(sums.salesCount, sums.salesMinor, { writing, words: shiftMessages.sales }),
    ...pairText(sums.returnsCount, sums.returnsMinor, { writing, words: shiftMessages.returns }),
    ...receiptsText(sums.receiptsCount, writing),
  ].join(', ');
}

interface Pair {
  readonly writing: Writing;
  readonly words: (count: string, sum: string) => string;
}

function pairText(count: number | null, minor: number | null, { writing, words }: Pair): string[] {
  if (count === null && minor === null) return [];
  return [words(count === null ? '?' : writing.count(count), minor === null ? '?' : writing.money(minor))];
}

function receiptsText(count: number | null, writing: Writing): string[] {
  return count === null ? [] : [shiftMessages.receipts(writing.count(count))];
}
