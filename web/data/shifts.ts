import type { Formats } from '../format/formats.ts';
import type { Count } from '../language/plural.ts';
import { shiftMessages } from './shiftMessages.ts';

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
  readonly formats: Formats;
  readonly money: (minor: number) => string;
}

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
  return shiftMessages.missing(writing.formats.list(parts));
}

function sumsText(sums: ShiftSums, writing: Writing): string {
  return writing.formats.list([
    ...pairText(sums.salesCount, sums.salesMinor, { writing, words: shiftMessages.sales }),
    ...pairText(sums.returnsCount, sums.returnsMinor, { writing, words: shiftMessages.returns }),
    ...receiptsText(sums.receiptsCount, writing),
  ]);
}

interface Pair {
  readonly writing: Writing;
  readonly words: (count: Count | null, sum: string) => string;
}

function pairText(count: number | null, minor: number | null, { writing, words }: Pair): string[] {
  if (count === null && minor === null) return [];
  return [words(count === null ? null : writing.formats.counted(count), minor === null ? '?' : writing.money(minor))];
}

function receiptsText(count: number | null, writing: Writing): string[] {
  return count === null ? [] : [shiftMessages.receipts(writing.formats.counted(count))];
}
