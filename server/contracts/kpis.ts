import { z } from 'zod';

/** The KPIs of contract 5 as they are answered; docs/kpi.md has the formulas. Money in whole minor units. */

const figure = z.number().nullable();
const count = z.number().nullable().describe('null: not measured, or nothing observed');
const interval = z.tuple([z.number(), z.number()]).nullable();

export const kpis = z
  .object({
    passersBy: count,
    entries: count,
    exits: count,
    purchases: count,
    grossSalesMinor: figure,
    returnsMinor: figure,
    netSalesMinor: figure,
    netSalesExTaxMinor: figure,
    items: figure,
    unitsPerTransaction: figure,
    captureRate: figure,
    conversionRate: figure,
    averageCheckMinor: figure,
    salesPerVisitorMinor: figure,
    captureInterval: interval,
    conversionInterval: interval,
    coverage: z.object({ passersBy: figure, entries: figure, purchases: figure }),
    outsideHours: z.object({ entries: figure, purchases: figure, netSalesMinor: figure }),
    otherChannels: z.object({ transactions: figure, netSalesMinor: figure }),
    flags: z.array(z.string()),
  })
  .meta({ ref: 'KPIs' });

export const change = z.record(z.string(), figure).describe('(now − then) / |then| by KPI; null where then is 0 or null');

export const kpiStep = z.object({ start: z.string(), end: z.string() }).extend(kpis.shape);
