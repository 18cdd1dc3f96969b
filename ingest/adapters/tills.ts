import type { Finding, Report } from './finding.ts';
import { type Fields, textOf } from './jsonFields.ts';

/* Names, lines and reports of tills that tell several receipts in one message. */

/** A name without the spaces that fiscal ids are padded with; null where there is none. */
export function nameOf(value: unknown): string | null {
  const text = textOf(value).trim();
  return text === '' ? null : text;
}

/** The first of the fields that names something. */
export function firstNameOf(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const text = nameOf(fields[name]);
    if (text !== null) return text;
  }
  return null;
}

/**
 * How many pieces a line of a receipt adds, below 0 where it takes something back: its quantity where that is whole, else one, since
 * what is weighed is one piece; so NCR's own ItemCount has it.
 */
export function addedPieces(quantity: unknown): number {
  const number = typeof quantity === 'string' ? Number(quantity.replace(',', '.')) : quantity;
  if (typeof number !== 'number' || !Number.isFinite(number)) return 1;
  if (Number.isSafeInteger(number)) return number;
  return number < 0 ? -1 : 1;
}

/** A finding with the address it is about. */
export interface Addressed {
  readonly address: string;
  /** Another name of the same till or shop; '' or absent: it has none. */
  readonly otherName?: string;
  readonly finding: Finding;
}

/** Findings in their order as reports, those of one address that follow one another in one. */
export function reportsOf(found: readonly Addressed[]): readonly Report[] {
  const reports: { address: string; alsoKnownAs: readonly string[]; findings: Finding[] }[] = [];
  let last: (typeof reports)[number] | undefined;
  for (const { address, otherName = '', finding } of found) {
    if (last === undefined || last.address !== address || (last.alsoKnownAs[0] ?? '') !== otherName) {
      last = { address, alsoKnownAs: otherName === '' ? [] : [otherName], findings: [] };
      reports.push(last);
    }
    last.findings.push(finding);
  }
  return reports;
}
