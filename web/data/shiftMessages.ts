import { type Count, plural } from '../language/plural.ts';
import type { Shift } from './shifts.ts';

/** A number of receipts that a till did not say is a question mark. */
type Told = Count | null;
const unsaid = '?';

/** Every sentence about shifts of tills. */
export const shiftMessages = {
  title: 'Shifts of the tills',
  lead: 'What each till said when it closed its shift (Z report), beside the receipts that arrived. The last 7 days.',
  failed: 'The shifts could not be loaded',
  none: 'No till has told of a shift in the last 7 days. Those that send Z reports do, such as Evotor terminals.',
  states: { complete: 'All there', missing: 'Receipts missing', unsaid: 'Nothing to compare' } satisfies Record<
    Shift['state'],
    string
  >,
  sales: (count: Told, sum: string): string =>
    count === null
      ? `${unsaid} sales of ${sum}`
      : plural(count, { one: `${count} sale of ${sum}`, other: `${count} sales of ${sum}` }),
  returns: (count: Told, sum: string): string =>
    count === null
      ? `${unsaid} returns of ${sum}`
      : plural(count, { one: `${count} return of ${sum}`, other: `${count} returns of ${sum}` }),
  receipts: (count: Count): string => plural(count, { one: `${count} receipt`, other: `${count} receipts` }),
  said: (what: string): string => `The till says ${what}.`,
  arrived: (what: string): string => `${what} arrived.`,
  missing: (what: string): string => `Missing: ${what}.`,
};
