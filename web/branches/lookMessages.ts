import { type Count, plural } from '../language/plural.ts';

/** What is said of branches that need a look. */
export const lookMessages = {
  title: 'Look at first',
  looking: 'Looking what stands out…',
  failed: 'What stands out could not be loaded.',
  some: (branches: Count): string =>
    plural(branches, { one: `${branches} branch needs a look`, other: `${branches} branches need a look` }),
  nothing: 'Nothing stands out: no counter is silent, and no branch is below its own usual or far below the others.',
  nothingUnjudged:
    'No counter is silent and no branch is far below the others. What is usual can’t be told of this period yet.',
  withoutToday: 'Figures without today; devices as they are now.',
  more: (branches: Count): string => plural(branches, { one: `and ${branches} more`, other: `and ${branches} more` }),
  belowOthers: (value: string, low: string): string =>
    `Fewer of those who come in buy than at the other branches: ${value}, where chance alone leaves at least ${low}.`,
  noOtherBranch: 'No other branch needs a look.',
  otherBranches: (branches: Count): string =>
    plural(branches, {
      one: `${branches} other branch needs a look`,
      other: `${branches} other branches need a look`,
    }),
};
