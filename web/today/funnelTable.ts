import type { ShownTable } from '../figure/tableFile.ts';
import { dayMessages } from './dayMessages.ts';
import type { FunnelParts } from './funnelParts.ts';

/** The funnel as it is on the screen, a line for each count and each rate. */
export function funnelTable({ stages, rates }: FunnelParts): ShownTable {
  const text = dayMessages.funnel;
  return {
    head: [text.step, text.value, text.interval, text.interval, text.usualColumn, text.changeColumn],
    rows: [
      ...stages.map(({ step, count, compared, change }) => [
        dayMessages.steps[step],
        count,
        null,
        null,
        compared,
        change,
      ]),
      ...rates.map(({ name, rate, interval, compared, change }) => [
        name,
        rate,
        interval?.[0] ?? null,
        interval?.[1] ?? null,
        compared,
        change,
      ]),
    ],
  };
}
