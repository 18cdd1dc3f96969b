import type { ShownTable } from '../figure/tableFile.ts';
import { dayMessages } from './dayMessages.ts';
import type { HourSlot } from './hourSlots.ts';

/** The hours as they are on the screen; those to come are left out. Rates are fractions of 1. */
export function hoursTable(slots: readonly HourSlot[]): ShownTable {
  const text = dayMessages.hours;
  return {
    head: [
      ...[text.hour, text.passersBy, text.entries, text.purchases, text.conversion, text.interval, text.interval],
      text.coverage,
    ],
    rows: slots
      .filter(({ state }) => state !== 'ahead')
      .map(({ label, now }) => [
        label,
        now?.passersBy ?? null,
        now?.entries ?? null,
        now?.purchases ?? null,
        now?.conversionRate ?? null,
        now?.conversionInterval?.[0] ?? null,
        now?.conversionInterval?.[1] ?? null,
        now?.coverage.entries ?? null,
      ]),
  };
}
