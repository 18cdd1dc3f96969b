import type { ShownTable } from '../figure/tableFile.ts';
import { dayMessages } from './dayMessages.ts';
import type { HourSlot } from './hourSlots.ts';
import { rounded, wholeUnits } from './tableNumbers.ts';

/** The hours as they are on the screen; those to come are left out. Rates are fractions of 1, money is in whole units. */
export function hoursTable(slots: readonly HourSlot[], currency: string): ShownTable {
  const text = dayMessages.hours;
  const { intervalLow, intervalHigh } = dayMessages.funnel;
  return {
    head: [
      ...[text.hour, text.passersBy, text.entries, text.purchases, text.conversion],
      ...[intervalLow(text.conversion), intervalHigh(text.conversion), text.netSales, text.coverage],
    ],
    rows: slots
      .filter(({ state }) => state !== 'ahead')
      .map(({ label, now }) => [
        label,
        now?.passersBy ?? null,
        now?.entries ?? null,
        now?.purchases ?? null,
        rounded(now?.conversionRate),
        rounded(now?.conversionInterval?.[0]),
        rounded(now?.conversionInterval?.[1]),
        wholeUnits(now?.netSalesMinor, currency),
        rounded(now?.coverage.entries),
      ]),
  };
}
