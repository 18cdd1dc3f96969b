import type { StandingFigure } from '../../server/kpi/day/figures.ts';
import type { Cell, ShownTable } from '../figure/tableFile.ts';
import { dayMessages } from './dayMessages.ts';
import type { DayView } from './dayView.ts';
import type { FunnelParts } from './funnelParts.ts';
import { rounded, wholeUnits } from './tableNumbers.ts';

/** The funnel and the sales beside it as they are on the screen, a line for each figure; rates and changes are fractions of 1. */
export function funnelTable({ stages, rates }: FunnelParts, view: DayView): ShownTable {
  const text = dayMessages.funnel;
  return {
    head: [text.step, text.value, text.low, text.high, text.usualColumn, text.changeColumn],
    rows: [
      ...stages.map(({ step, count, compared, change }) => [
        dayMessages.steps[step],
        count,
        null,
        null,
        compared,
        rounded(change),
      ]),
      ...rates.map(({ name, rate, interval, compared, change }) => [
        name,
        ...[rate, interval?.[0], interval?.[1], compared, change].map(rounded),
      ]),
      ...salesRows(view),
    ],
  };
}

function salesRows({ total, compared, currency }: DayView): Cell[][] {
  const text = dayMessages.sales;
  const money = (minor: number | null | undefined): number | null => wholeUnits(minor, currency);
  const lines = [
    ['netSalesMinor', text.netSales, money],
    ['averageCheckMinor', text.averageCheck, money],
    ['salesPerVisitorMinor', text.salesPerVisitor, money],
    ['unitsPerTransaction', text.unitsPerTransaction, rounded],
  ] as const satisfies readonly (readonly [StandingFigure, string, (value: number | null | undefined) => Cell])[];
  return lines
    .filter(([figure]) => total[figure] !== null)
    .map(([figure, name, write]) => [
      name,
      write(total[figure]),
      null,
      null,
      write(compared?.values[figure]),
      rounded(compared?.change[figure]),
    ]);
}
