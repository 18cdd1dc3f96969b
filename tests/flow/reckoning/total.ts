/** Several stores beside each other and added up, and what changed since then (contract 5 and 6). */
import type { StoreSpec } from './chain.ts';
import { type Step, steps } from './coverage.ts';
import { added, completeDates, type Dates, type Part, periodOf, type Reckoned, reckon, type World } from './figures.ts';
import { type Expected, kpisOf, seenOf } from './kpis.ts';

export interface Line {
  readonly store: StoreSpec;
  readonly reckoned: Reckoned;
  readonly complete: Part;
  readonly kpis: Expected;
}

export function lineOf(world: World, dates: Dates, isAll: boolean): Line {
  const period = periodOf(world.store, dates);
  const reckoned = reckon(world, period);
  const complete = completeDates(world, period, isAll);
  const context = { isAll, isPartial: period.to > world.now, complete };
  return { store: world.store, reckoned, complete, kpis: kpisOf(reckoned, context) };
}

/** Sums over sums, whatever the currency. */
export function totalOf(lines: readonly Line[], isAll: boolean): Expected {
  const coverage = Object.fromEntries(
    steps.map((step) => [
      step,
      lines.reduce(
        (sum, { reckoned }) => ({
          observed: sum.observed + reckoned.coverage[step].observed,
          expected: sum.expected + reckoned.coverage[step].expected,
        }),
        { observed: 0, expected: 0 },
      ),
    ]),
  ) as Reckoned['coverage'];
  const seen =
    (part: 'inside' | 'outside') =>
    (line: Line): Part => ({
      ...line.reckoned[part],
      isSeen: seenOf(line.reckoned[part], line.reckoned.hasDevice),
    });
  const reckoned: Reckoned = {
    inside: lines.map(seen('inside')).reduce((a, b) => added(a, b)),
    outside: lines.map(seen('outside')).reduce((a, b) => added(a, b)),
    coverage,
    hasDevice: { passersBy: true, entries: true, purchases: true },
  };
  const complete = lines.map((line) => line.complete).reduce((a, b) => added(a, b));
  const isPartial = lines.some(({ kpis }) => kpis.flags.includes('partial'));
  return kpisOf(reckoned, { isAll, isPartial, complete });
}

const money = [
  'grossSalesMinor',
  'returnsMinor',
  'netSalesMinor',
  'netSalesExTaxMinor',
  'averageCheckMinor',
  'salesPerVisitorMinor',
] as const;

/** The total of stores of several currencies has no money of its own. */
export function chainTotal(lines: readonly Line[], isAll: boolean): Expected {
  const total = totalOf(lines, isAll);
  if (currenciesOf(lines).length === 1) return total;
  return {
    ...total,
    ...Object.fromEntries(money.map((name) => [name, null])),
    outsideHours: { ...total.outsideHours, netSalesMinor: null },
    otherChannels: { ...total.otherChannels, netSalesMinor: null },
  };
}

export function currenciesOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.map(({ store }) => store.currency))];
}

/** What `money` says by currency; nothing where there is one. */
export function moneyOf(lines: readonly Line[], isAll: boolean): Record<string, unknown> {
  const currencies = currenciesOf(lines);
  if (currencies.length === 1) return {};
  return Object.fromEntries(
    currencies.map((currency) => {
      const total = totalOf(
        lines.filter(({ store }) => store.currency === currency),
        isAll,
      );
      return [currency, Object.fromEntries(money.map((name) => [name, total[name]]))];
    }),
  );
}

const ranked: Record<string, readonly Step[]> = {
  conversionRate: ['entries', 'purchases'],
  captureRate: ['entries', 'passersBy'],
  netSalesMinor: ['purchases'],
};

/** Highest is 1, ties share; none where a step is covered for less than 70 %, nor for money of several currencies. */
export function ranksOf(line: Line, lines: readonly Line[]): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(ranked).map(([name, uses]) => {
      const isFit = ({ kpis }: Line): boolean =>
        kpis[name] !== null && uses.every((step) => (kpis.coverage[step] ?? 0) >= 0.7);
      const isMixed = name === 'netSalesMinor' && currenciesOf(lines).length > 1;
      if (isMixed || !isFit(line)) return [name, null];
      const better = lines.filter((other) => isFit(other) && Number(other.kpis[name]) > Number(line.kpis[name]));
      return [name, better.length + 1];
    }),
  );
}

const compared = [
  ...['passersBy', 'entries', 'exits', 'purchases', 'items', 'unitsPerTransaction', 'captureRate', 'conversionRate'],
  ...money,
];

export function changeOf(now: Expected, then: Expected): Record<string, number | null> {
  return Object.fromEntries(
    compared.map((name) => {
      const [is, was] = [now[name] as number | null, then[name] as number | null];
      return [name, is === null || was === null || was === 0 ? null : (is - was) / Math.abs(was)];
    }),
  );
}
