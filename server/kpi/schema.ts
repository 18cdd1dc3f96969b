import { z } from 'zod';
import { flags } from '../../db/vocabulary/quality.ts';
import type { NumericKpi } from './numericKpis.ts';

const count = z.number().nullable();
const minor = z.number().int().nullable();
const ratio = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();

/**
 * The figures of a period, as the API answers them (docs/kpi.md says how each is worked out). null: not measured, or divided by
 * nothing; never 0 in its place. Money in whole minor units, ratios as fractions of 1, people may be halves.
 */
export const kpisSchema = z.object({
  passersBy: count,
  entries: count,
  exits: count,
  purchases: count,
  grossSalesMinor: minor,
  returnsMinor: minor,
  netSalesMinor: minor,
  netSalesExTaxMinor: minor,
  items: count,
  unitsPerTransaction: ratio,
  captureRate: ratio,
  conversionRate: ratio,
  averageCheckMinor: minor,
  salesPerVisitorMinor: minor,
  captureInterval: interval,
  conversionInterval: interval,
  coverage: z.object({ passersBy: ratio, entries: ratio, purchases: ratio }),
  outsideHours: z.object({ entries: count, purchases: count, netSalesMinor: minor }),
  otherChannels: z.object({ transactions: count, netSalesMinor: minor }),
  flags: z.array(z.enum(flags)),
});

export type Kpis = z.infer<typeof kpisSchema>;

/** A number for each numeric KPI: a relative change, or a usual value. */
export const kpiNumbersSchema = z.object({
  passersBy: ratio,
  entries: ratio,
  exits: ratio,
  purchases: ratio,
  grossSalesMinor: ratio,
  returnsMinor: ratio,
  netSalesMinor: ratio,
  netSalesExTaxMinor: ratio,
  items: ratio,
  unitsPerTransaction: ratio,
  captureRate: ratio,
  conversionRate: ratio,
  averageCheckMinor: ratio,
  salesPerVisitorMinor: ratio,
}) satisfies z.ZodType<Record<NumericKpi, number | null>>;

const rank = z.number().int().nullable();

/** The money of the stores of one currency, with their ranks by net sales among themselves. */
export const moneySchema = z.object({
  grossSalesMinor: minor,
  returnsMinor: minor,
  netSalesMinor: minor,
  netSalesExTaxMinor: minor,
  averageCheckMinor: minor,
  salesPerVisitorMinor: minor,
  outsideHours: z.object({ netSalesMinor: minor }),
  otherChannels: z.object({ netSalesMinor: minor }),
  rank: z.record(z.string(), rank),
});

export type Money = z.infer<typeof moneySchema>;

/** The figures of several stores; `money` by currency only where there are several, and then money above it is null. */
export const totalKpisSchema = kpisSchema.extend({ money: z.record(z.string(), moneySchema).optional() });

export type TotalKpis = Kpis & { money?: Record<string, Money> };

/** Highest is 1, ties share; null where a step it uses is below 70 % covered, or there is no figure. */
export const ranksSchema = z.object({ conversionRate: rank, captureRate: rank, netSalesMinor: rank });

export type Ranks = z.infer<typeof ranksSchema>;
