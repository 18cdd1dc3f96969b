import type { Compare } from '../api-types.ts';
import type { Formats } from '../format/formats.ts';
import { branchesMessages } from './branchesMessages.ts';
import type { BranchRow } from './branchRows.ts';

/** What the branches did together, and how many stand out, in two sentences; null where nobody was counted. */
export function branchesLead({ total, stores }: Compare, rows: readonly BranchRow[], formats: Formats): string | null {
  const text = branchesMessages.head;
  const { entries, conversionRate } = total;
  if (entries === null || conversionRate === null) return null;
  const whole = text.conversion(
    formats.counted(entries),
    formats.counted(stores.length),
    formats.percent(conversionRate),
  );
  const compared = rows.flatMap(({ standing }) => standing ?? []);
  if (compared.length < 2) return whole;
  const better = compared.filter((standing) => standing === 'above' || standing === 'farAbove').length;
  const worse = compared.filter((standing) => standing === 'below' || standing === 'farBelow').length;
  if (better + worse === 0) return `${whole} ${text.alike}`;
  return `${whole} ${text.unlike(formats.counted(better), formats.counted(worse))}`;
}
