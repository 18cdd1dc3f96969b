import { describe, expect, it } from 'vitest';
import type { CompareAnswer, FunnelAnswer } from '../../../server/contracts/funnel.ts';
import { compareTable, funnelTable, type Table } from '../../../server/export/table.ts';
import { kpiNumbers } from '../../../server/kpi/numericKpis.ts';
import type { Kpis } from '../../../server/kpi/schema.ts';

function kpis(entries: number, netSalesMinor: number | null): Kpis {
  return {
    ...kpiNumbers(() => null),
    entries,
    netSalesMinor,
    captureInterval: null,
    conversionInterval: null,
    coverage: { passersBy: null, entries: 1, purchases: 1 },
    outsideHours: { entries: 0, purchases: 0, netSalesMinor: 0 },
    otherChannels: { transactions: 0, netSalesMinor: 0 },
    flags: [],
  };
}

const dates = { from: '2026-03-02', to: '2026-03-02' };
const then = {
  from: '2026-02-23',
  to: '2026-02-23',
  total: kpis(20, 500),
  change: kpiNumbers((kpi) => (kpi === 'entries' ? 0.5 : null)),
};

/** Rows by the names in the head. */
function read({ head, rows }: Table): Record<string, unknown>[] {
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

describe('exported tables', () => {
  it('a funnel that is compared has what it was then, and its change, beside its total', () => {
    const step = { start: '2026-03-02T10:00:00Z', end: '2026-03-02T11:00:00Z', ...kpis(10, 200) };
    const place = { store: 'arbat', currency: 'EUR', timezone: 'UTC' };
    const funnel: FunnelAnswer = { ...place, ...dates, by: 'hour', total: kpis(30, 900), series: [step] };
    expect(funnelTable(funnel).head).not.toContain('entriesThen');
    const [hour, total] = read(funnelTable({ ...funnel, comparison: then }));
    expect(hour).toMatchObject({ entries: 10, entriesThen: null, entriesChange: null });
    expect(total).toMatchObject({ entries: 30, entriesThen: 20, entriesChange: 0.5, netSalesMinorThen: 500 });
  });

  it('estimates are columns of their own, and only where they were asked for', () => {
    const unknown = { gapSeconds: 900, estimated: null, low: null, high: null, value: null, share: null };
    const known = { gapSeconds: 900, estimated: 7, low: 4, high: 11, value: 37, share: 7 / 37, reason: null };
    const place = { store: 'arbat', currency: 'EUR', timezone: 'UTC' };
    const funnel: FunnelAnswer = { ...place, ...dates, by: 'day', total: kpis(30, 900), series: [] };
    expect(funnelTable(funnel).head.filter((name) => /estimated/i.test(name))).toEqual([]);
    const purchases = { ...unknown, reason: 'too_little_history' } as const;
    const [total] = read(funnelTable({ ...funnel, estimates: { passersBy: null, entries: known, purchases } }));
    expect(total).toMatchObject({ entries: 30, entriesEstimated: 7, entriesEstimatedLow: 4, entriesEstimatedHigh: 11 });
    expect(total).toMatchObject({ passersByEstimated: null, purchasesEstimated: null });
  });

  it('stores of several currencies have a total without money and money by currency', () => {
    const rank = { conversionRate: null, captureRate: null, netSalesMinor: null };
    const queue = {
      ...{ served: 40, abandonmentRate: 0.1, meanWaitSeconds: 95, p90WaitSeconds: 200 },
      ...{ serviceLevel: 0.9, averageLength: 2.5 },
    };
    const line = (store: string, currency: string) => ({
      ...{ store, name: store, region: null, currency, timezone: 'UTC', rank, comparison: then },
      ...{ ...kpis(30, 900), conversionEntries: 30, queue, service: null },
    });
    const money = {
      ...{ grossSalesMinor: 950, returnsMinor: 50, netSalesMinor: 900, netSalesExTaxMinor: null },
      ...{ averageCheckMinor: 90, salesPerVisitorMinor: 30, rank: {} },
      ...{ outsideHours: { netSalesMinor: 7 }, otherChannels: { netSalesMinor: 8 } },
    };
    const compare: CompareAnswer = {
      ...{ ...dates, currency: null, total: kpis(60, null), comparison: then, money: { EUR: money, JPY: money } },
      ...{ queue, service: null },
      stores: [line('paris', 'EUR'), line('tokyo', 'JPY')],
    };
    const [paris, , total, eur, jpy] = read(compareTable(compare));
    expect(paris).toMatchObject({ store: 'paris', entries: 30, entriesThen: 20, queueServed: 40, serviceNps: null });
    expect(total).toMatchObject({ queueMeanWaitSeconds: 95, queueServiceLevel: 0.9 });
    expect(total).toMatchObject({ store: 'total', currency: null, entries: 60, netSalesMinor: null, entriesThen: 20 });
    expect(eur).toMatchObject({ store: 'total', currency: 'EUR', entries: null, netSalesMinor: 900, flags: null });
    expect(jpy).toMatchObject({ currency: 'JPY', outsideHoursNetSalesMinor: 7, otherChannelsNetSalesMinor: 8 });
  });
});
