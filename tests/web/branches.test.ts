import { describe, expect, it } from 'vitest';
import { funnelLimits } from '../../server/kpi/funnelLimits.ts';
import { urlOf } from '../../web/api.ts';
import type { Compare, ComparedStore } from '../../web/api-types.ts';
import { courseRange } from '../../web/branches/branchesApi.ts';
import {
  type BranchRow,
  foundRows,
  nextSorting,
  rowsOf,
  type Sorting,
  sortRows,
} from '../../web/branches/branchRows.ts';
import { cellText, intervalText, sumTexts } from '../../web/branches/cellText.ts';
import { columnIds, isDoubtful, lackingSteps, valueIn } from '../../web/branches/columns.ts';
import {
  axisFrom,
  dotsPath,
  funnelPlotOf,
  labelsOf,
  nearestPoint,
  scaleOf,
  trianglesPath,
} from '../../web/branches/funnelPlot.ts';
import { branchesLead } from '../../web/branches/lead.ts';
import { reasonHref, reasonPlace } from '../../web/branches/reason.ts';
import { shownTable } from '../../web/branches/shownTable.ts';
import { Formats } from '../../web/format/formats.ts';
import { trendKpis } from '../../web/trends/kpis.ts';
import { mockKpis } from './mockDay.ts';

const rank = { conversionRate: 1, captureRate: 1, netSalesMinor: 1 };
const formats = new Formats('en');

function line(store: string, entries: number | null, more: Partial<ComparedStore> = {}): ComparedStore {
  return {
    ...mockKpis({ passersBy: 100, entries, purchases: 10 }),
    store,
    name: store,
    region: null,
    timezone: 'UTC',
    currency: 'EUR',
    rank,
    conversionEntries: entries,
    ...more,
  };
}

/** A branch where so many of those who came in bought. */
function converting(store: string, entries: number, rate: number): ComparedStore {
  const spread = 2 * Math.sqrt((rate * (1 - rate)) / entries);
  return line(store, entries, { conversionRate: rate, conversionInterval: [rate - spread, rate + spread] });
}

function answer(stores: readonly ComparedStore[]): Compare {
  const total = mockKpis({ passersBy: 1000, entries: 300, purchases: 90 });
  return { from: '2026-03-02', to: '2026-03-08', currency: 'EUR', total, stores, queue: null, service: null };
}

const rowsFrom = (...stores: ComparedStore[]): BranchRow[] => rowsOf(answer(stores), new Map([['north', 'Nordland']]));
const order = (rows: readonly BranchRow[], sorting: Sorting): string[] =>
  sortRows(rows, sorting).map(({ store }) => store);

describe('branches in order', () => {
  it('by their queue, those without one last', () => {
    const brief = { served: 9, abandonmentRate: 0, p90WaitSeconds: 9, serviceLevel: 1, averageLength: 1 };
    const short = line('short', 1, { queue: { ...brief, meanWaitSeconds: 30 } });
    const long = line('long', 1, { queue: { ...brief, meanWaitSeconds: 300 } });
    const rows = rowsFrom(line('none', 1), short, long);
    expect(order(rows, { column: 'queueWait', isDescending: true })).toEqual(['long', 'short', 'none']);
  });

  it('put an unknown figure last, whichever way', () => {
    const rows = rowsFrom(line('a', null), line('b', 20), line('c', 30));
    expect(order(rows, { column: 'entries', isDescending: true })).toEqual(['c', 'b', 'a']);
    expect(order(rows, { column: 'entries', isDescending: false })).toEqual(['b', 'c', 'a']);
  });

  it('put those that are hardly covered behind those that are, and say so', () => {
    const coverage = { passersBy: 1, entries: 0.4, purchases: 1 };
    const rows = rowsFrom({ ...line('doubtful', 99), coverage }, line('sound', 40));
    expect(order(rows, { column: 'entries', isDescending: true })).toEqual(['sound', 'doubtful']);
    expect(rows.map((row) => isDoubtful('entries', row))).toEqual([true, false]);
    expect(rows.map((row) => isDoubtful('purchases', row))).toEqual([false, false]);
  });

  it('compare money within a currency only', () => {
    const yen = line('yen', 40, { currency: 'JPY', netSalesMinor: 9 });
    const rows = rowsFrom(yen, line('euro', 40, { netSalesMinor: 5 }));
    expect(order(rows, { column: 'netSalesMinor', isDescending: true })).toEqual(['euro', 'yen']);
  });

  it('turn round when a heading is chosen again', () => {
    const first = nextSorting({ column: 'name', isDescending: false }, 'entries');
    expect(first).toEqual({ column: 'entries', isDescending: true });
    expect(nextSorting(first, 'entries').isDescending).toBe(false);
    expect(nextSorting(first, 'name').isDescending).toBe(false);
    expect(nextSorting(first, 'place').isDescending).toBe(false);
  });

  it('are found by words of their name, id or region', () => {
    const rows = rowsFrom(line('arbat', 1, { name: 'Old Arbat', region: 'north' }), line('dvor', 1));
    expect(foundRows(rows, 'arb nord').map(({ store }) => store)).toEqual(['arbat']);
    expect(foundRows(rows, '  ')).toHaveLength(2);
    expect(foundRows(rows, 'south')).toEqual([]);
  });
});

describe('differences that may be chance', () => {
  const rows = rowsFrom(
    converting('best', 9000, 0.4),
    converting('one', 2000, 0.3),
    converting('two', 2000, 0.31),
    converting('tiny', 30, 0.5),
    line('unknown', null),
  );

  it('give no place of its own: overlapping intervals share their places', () => {
    const places = rows.map((row) => cellText('place', row, { currency: 'EUR', formats }));
    expect(places).toEqual(['1 to 2', '2 to 4', '2 to 4', '1 to 4', '–']);
  });

  it('are told from what stands out, which the page’s first sentence counts', () => {
    expect(rows.map(({ standing }) => standing)).toEqual(['farAbove', 'farBelow', 'farBelow', 'within', null]);
    expect(branchesLead(answer(rows), rows, formats)).toBe(
      '300 people came in at 5 branches, and 30.0% bought. By more than chance, 1 branch converts better than the whole and 2 convert worse.',
    );
    const alike = rowsFrom(converting('a', 500, 0.3), converting('b', 500, 0.31));
    expect(branchesLead(answer(alike), alike, formats)).toContain('No branch converts better or worse');
  });

  it('are drawn as a funnel that narrows with the entries, its outermost branches named', () => {
    const plot = funnelPlotOf(rows);
    if (plot === null) throw new Error('no picture');
    expect(plot.points.map(({ row }) => row.store)).toEqual(['tiny', 'one', 'two', 'best']);
    expect(plot.leftOut).toBe(1);
    const widths = plot.curves.usual.map(({ low, high }) => high - low);
    expect(widths.at(-1)).toBeLessThan(widths[3] ?? 0);
    const scale = scaleOf(plot, { width: 900, height: 400, isRightToLeft: false });
    const mirrored = scaleOf(plot, { width: 900, height: 400, isRightToLeft: true });
    expect(mirrored.x(9000)).toBeLessThan(mirrored.x(30));
    // Few are all named, those within the limits too.
    expect(new Set(labelsOf(plot, scale).map(({ point }) => point.row.store))).toEqual(
      new Set(['tiny', 'one', 'two', 'best']),
    );
    const [up, down] = (['up', 'down'] as const).map((tip) => trianglesPath(plot.points, scale, tip));
    expect(up?.match(/M/g)).toHaveLength(4);
    expect(up).not.toBe(down);
    expect(dotsPath(plot.points, scale).match(/M/g)).toHaveLength(4);
    const place = { x: scale.x(9000) + 3, y: scale.y(0.4) };
    expect(nearestPoint(plot.points, scale, place)).toBe(3);
    expect(nearestPoint(plot.points, scale, { x: 450, y: -500 })).toBeNull();
    expect(funnelPlotOf(rowsFrom(line('alone', 10)))).toBeNull();
  });

  it('are drawn with room for every branch, and limits as far as the entries go', () => {
    const plot = funnelPlotOf(rows);
    if (plot === null) throw new Error('no picture');
    expect([plot.entries.least, plot.entries.most]).toEqual([0, 9000 * 1.04]);
    expect(plot.conversion.least).toBeLessThan(0.3);
    expect(plot.conversion.most).toBeGreaterThan(0.5);
    expect(plot.conversion.most - plot.conversion.least).toBeLessThan(0.35);
    for (const curve of [plot.curves.usual, plot.curves.rare]) {
      expect(curve.at(-1)?.entries).toBe(9000 * 1.04);
      expect(curve.every(({ entries }, i) => entries >= 1 && entries >= (curve[i - 1]?.entries ?? 0))).toBe(true);
    }
    const { rate, curves } = plot;
    expect(
      curves.rare.every(
        ({ low, high }, i) => low <= (curves.usual[i]?.low ?? 0) && high >= (curves.usual[i]?.high ?? 1),
      ),
    ).toBe(true);
    const [low, high] = funnelLimits(rate, 9000 * 1.04, 'usual') ?? [0, 0];
    expect(curves.usual.at(-1)).toEqual({ entries: 9000 * 1.04, low, high });
    expect(funnelPlotOf(rows.slice(0, 2))?.points).toHaveLength(2);
  });

  it('stand on an axis with round ticks', () => {
    expect(axisFrom(0, 1040).ticks).toEqual([0, 500, 1000]);
    expect(axisFrom(0.21, 0.43).ticks.map((tick) => tick.toFixed(2))).toEqual(['0.25', '0.30', '0.35', '0.40']);
  });
});

describe('what the table shows', () => {
  it('is what the file holds: its columns, its order, intervals as two ends, money in whole units', () => {
    const rows = rowsFrom(converting('b', 400, 0.25), converting('a', 400, 0.5));
    const sorted = sortRows(rows, { column: 'conversionRate', isDescending: true });
    const table = shownTable({
      compare: answer(rows),
      rows: sorted,
      columns: ['conversionRate', 'netSalesMinor'],
      course: 'entries',
    });
    expect(table.head).toEqual([
      ...['Branch', 'Currency', 'Conversion', 'Conversion, 95 % low', 'Conversion, 95 % high', 'Net sales'],
    ]);
    expect(table.rows.map((cells) => cells.slice(0, 3))).toEqual([
      ['a', 'EUR', 0.5],
      ['b', 'EUR', 0.25],
      ['All branches', 'EUR', 0.3],
    ]);
    const sales = rows[0]?.netSalesMinor ?? 0;
    expect(table.rows[0]?.[5]).toBe(sales / 100);
  });

  it('sums money by currency where there are several', () => {
    const money = {
      EUR: { averageCheckMinor: 100, netSalesMinor: 250 },
      JPY: { averageCheckMinor: 1, netSalesMinor: 9 },
    };
    const compare = { ...answer([]), currency: null, money };
    expect(sumTexts('netSalesMinor', compare, formats)).toEqual(['€2.50', '¥9']);
    expect(sumTexts('grossSalesMinor', compare, formats)).toEqual(['–']);
  });

  it('is filed with four decimals, whole seconds and a line a currency', () => {
    const brief = { served: 9, abandonmentRate: 0, p90WaitSeconds: 9, serviceLevel: 1, averageLength: 1 };
    const row = { ...converting('a', 400, 1 / 3), queue: { ...brief, meanWaitSeconds: 83.4567 } };
    const rows = rowsFrom(row);
    const money = {
      EUR: { averageCheckMinor: 1, netSalesMinor: 250 },
      JPY: { averageCheckMinor: 1, netSalesMinor: 9 },
    };
    const compare = { ...answer(rows), currency: null, money };
    const columns = ['conversionRate', 'queueWait', 'netSalesMinor', 'coverage'] as const;
    const { head, rows: lines } = shownTable({ compare, rows, columns, course: 'entries' });
    expect(head.slice(5)).toEqual([
      ...['Mean wait, seconds', 'Net sales', 'Coverage', 'Coverage, Passers-by', 'Coverage, Purchases'],
    ]);
    expect(lines[0]?.slice(2, 3)).toEqual([0.3333]);
    expect(lines[0]?.[5]).toBe(83);
    expect(lines.slice(1).map((cells) => [cells[1], cells[6]])).toEqual([
      [null, null],
      ['EUR', 2.5],
      ['JPY', 9],
    ]);
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([head.length]));
  });

  it('says how far entries are covered, and names what else lacks', () => {
    const [row] = rowsFrom({ ...line('muenchen', 40), coverage: { passersBy: 0, entries: 1, purchases: 1 } });
    if (row === undefined) throw new Error('no row');
    expect(cellText('coverage', row, { currency: 'EUR', formats })).toBe('100%');
    expect([valueIn('coverage', row), isDoubtful('coverage', row)]).toEqual([1, false]);
    expect(lackingSteps(row)).toEqual([{ step: 'passersBy', share: 0 }]);
  });

  it('puts an interval beside a rate and nothing beside a count', () => {
    const row = converting('a', 400, 0.5);
    expect(intervalText('conversionRate', row, formats)).toBe('45.0–55.0%');
    expect(intervalText('entries', row, formats)).toBeNull();
  });

  it('draws courses of four weeks at least, and never the day that is running', () => {
    const today = '2026-03-14';
    expect(courseRange({ from: today, to: today }, today)).toEqual({ from: '2026-02-14', to: '2026-03-13' });
    expect(courseRange({ from: '2026-01-01', to: '2026-02-28' }, today)).toEqual({
      from: '2026-01-01',
      to: '2026-02-28',
    });
  });
});

describe('a branch leads to the reason for its figure', () => {
  const range = { from: '2026-03-02', to: '2026-03-08' };
  const looked = { search: { store: 'other' }, period: 'week', range, chosenRange: null, today: '2026-03-09' } as const;

  it('over the same time, on Trends', () => {
    expect(reasonHref('dvor', 'queueWait', looked)).toBe('/trends?store=dvor&period=week&metric=waitSeconds');
    const chosen = { ...looked, search: { ...range }, chosenRange: range };
    expect(reasonPlace('dvor', 'place', chosen).search).toEqual({ ...range, store: 'dvor', metric: 'conversionRate' });
  });

  it('by names that Trends knows', () => {
    const places = columnIds.map((id) => reasonPlace('dvor', id, looked));
    const metrics = places.flatMap(({ search }) => search.metric ?? []);
    expect(metrics.length).toBeGreaterThan(20);
    for (const metric of metrics) expect(trendKpis.map(({ key }) => key)).toContain(metric);
  });

  it('on Today where Trends doesn’t draw it', () => {
    expect(reasonHref('dvor', 'requests', looked)).toBe('/?store=dvor&date=2026-03-08');
  });
});

it('a call’s query leaves out what is absent and repeats what is several', () => {
  expect(urlOf('/api/v1/compare', { from: 'x', region: undefined, store: ['a', 'b'] })).toBe(
    '/api/v1/compare?from=x&store=a&store=b',
  );
  expect(urlOf('/api/v1/me')).toBe('/api/v1/me');
});
