import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyTally, type Tally, tallyFields } from '../../../db/rollup/tally.ts';
import { kpisOf } from '../../../server/kpi/kpis.ts';
import { numericKpis } from '../../../server/kpi/numericKpis.ts';
import { fieldsOf } from '../../../server/kpi/tallyFields.ts';
import { isWellCovered } from '../../../server/kpi/trust.ts';

const each = { minLength: tallyFields.length, maxLength: tallyFields.length };
const sums = fc.array(fc.nat(50), each).map((values): Tally => {
  const tally = emptyTally();
  for (const [place, field] of tallyFields.entries()) tally[field] = values[place] ?? 0;
  return tally;
});
const context = { hours: 'all', isPartial: false } as const;

it('a KPI and how far it is covered follow from the few sums that are read for its course', () => {
  fc.assert(
    fc.property(fc.constantFrom(...numericKpis), sums, sums, (kpi, window, outside) => {
      const few = (of: Tally): Tally => {
        const picked = emptyTally();
        for (const field of fieldsOf([kpi])) picked[field] = of[field];
        return picked;
      };
      const all = kpisOf({ window, outside }, context);
      const some = kpisOf({ window: few(window), outside: few(outside) }, context);
      expect(some[kpi]).toEqual(all[kpi]);
      expect(isWellCovered(kpi, some.coverage)).toBe(isWellCovered(kpi, all.coverage));
    }),
    { numRuns: 400 },
  );
});
