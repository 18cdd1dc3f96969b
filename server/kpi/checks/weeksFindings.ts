import { balanceFindings } from './balance.ts';
import { conversionFindings } from './conversion.ts';
import type { CheckedWeeks, Finding } from './finding.ts';
import { flatLineFindings } from './flatLine.ts';
import { salesWithoutTraffic } from './salesWithoutTraffic.ts';
import { shareShiftFindings } from './shareShift.ts';

/** Everything that a store's last weeks give away. */
export function weeksFindings(weeks: CheckedWeeks): Finding[] {
  return [
    ...flatLineFindings(weeks),
    ...salesWithoutTraffic(weeks),
    ...conversionFindings(weeks),
    ...balanceFindings(weeks),
    ...shareShiftFindings(weeks),
  ];
}
