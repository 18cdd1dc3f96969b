import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPlace } from '../db/dialects.ts';
import { type Answer, bearer, type Chain, call, put, startChain } from './chain.ts';

/*
 * One Monday of a shop in Moscow, by hand: open 10:00 to 22:00, devices there from 10:00 to 12:00 only, so that eight quarters
 * are expected. The entry counter misses the fourth of them (10:45).
 *
 *   quarter     10:00 10:15 10:30 10:45 11:00 11:15 11:30 11:45   sum   of the seven that are valid
 *   passers-by    100   200   300   400    50   100   200   300  1650   1250
 *   entries        10    20    30     -     0    10    20    30   120    120
 *   sales      100.00              50.00                          2     1, worth 100.00
 *   returns           20.00                                             20.00
 */
const date = '2025-03-03';
const at = (time: string): string => `${date}T${time}:00+03:00`;
const quarters = ['10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30', '11:45', '12:00'];
const passersBy = [100, 200, 300, 400, 50, 100, 200, 300];
const entries = [10, 20, 30, null, 0, 10, 20, 30];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function intervals(counts: readonly (number | null)[], field: string): object[] {
  return counts.flatMap((count, i) =>
    count === null ? [] : [{ start: at(quarters[i] ?? ''), end: at(quarters[i + 1] ?? ''), [field]: count }],
  );
}

const sales = [
  { id: 's1', at: at('10:05'), type: 'sale', total: '100.00', items: 3 },
  { id: 's2', at: at('10:50'), type: 'sale', total: '50.00', items: 1 },
  { id: 'r1', at: at('10:20'), type: 'return', total: '20.00' },
  { id: 's3', at: at('11:10'), type: 'sale', total: '70.00' },
  { id: 'v3', at: at('11:11'), type: 'void', total: '0', original: 's3' },
  { id: 't1', at: at('11:15'), type: 'sale', total: '9.00', training: true },
  { id: 'p1', at: at('11:20'), type: 'sale', total: '30.00', channel: 'pickup' },
  { id: 'n1', at: at('23:30'), type: 'sale', total: '5.00', completeTo: date },
];

describe.each(['sqlite', 'postgres'] as const)('the funnel of a day worked out by hand (%s)', (dialect) => {
  let chain: Chain;
  let remove: () => Promise<void>;

  const get = (path: string): Promise<Answer> => call(chain.server, path, { headers: bearer(chain.token) });
  const funnel = async (query: string) =>
    (await get(`/api/v1/stores/arbat/funnel?from=${date}&to=${date}&${query}`)).body;
  const send = (device: string, kind: string, body: unknown): Promise<Answer> =>
    call(chain.server, `/api/v1/ingest/arbat/${device}/${kind}`, {
      method: 'POST',
      headers: bearer(chain.token),
      body,
    });

  beforeAll(async () => {
    const fresh = await freshPlace(dialect);
    remove = fresh.remove;
    const { databaseUrl } = fresh.place;
    chain = await startChain(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
    const openingHours = Object.fromEntries(days.map((day) => [day, ['10:00-22:00']]));
    await put(chain, '/api/v1/stores/arbat', {
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      openingHours,
      tags: ['mall'],
    });
    const there = { installedAt: at('10:00'), removedAt: at('12:00'), reportsEvery: 900 };
    await put(chain, '/api/v1/stores/arbat/devices/door', { measures: ['entries'], ...there });
    await put(chain, '/api/v1/stores/arbat/devices/street', { measures: ['passersBy'], ...there });
    await put(chain, '/api/v1/stores/arbat/devices/till', { measures: ['sales'], feed: 'batch', ...there });
    const sent = [
      await send('door', 'counts', intervals(entries, 'in')),
      await send('street', 'counts', intervals(passersBy, 'passersBy')),
      await send('till', 'sales', sales),
    ];
    expect(sent.map(({ status, body }) => [status, body.accepted, body.quarantined])).toEqual([
      [200, 7, 0],
      [200, 8, 0],
      [200, 8, 0],
    ]);
  });
  afterAll(async () => {
    await chain?.stop();
    await remove?.();
  });

  it('counts, sales and what fell outside the hours', async () => {
    const { total, currency, timezone } = await funnel('by=none');
    expect({ currency, timezone }).toEqual({ currency: 'RUB', timezone: 'Europe/Moscow' });
    expect(total).toMatchObject({
      passersBy: 1650,
      entries: 120,
      exits: null,
      purchases: 2,
      grossSalesMinor: 15_000,
      returnsMinor: 2_000,
      netSalesMinor: 13_000,
      averageCheckMinor: 6_500,
      items: 4,
      unitsPerTransaction: 2,
      outsideHours: { purchases: 1, netSalesMinor: 500 },
      otherChannels: { transactions: 1, netSalesMinor: 3_000 },
    });
  });

  it('rates over the quarters that are valid for both steps', async () => {
    const { total } = await funnel('by=none');
    expect(total.captureRate).toBe(120 / 1250);
    expect(total.conversionRate).toBe(1 / 120);
    expect(total.salesPerVisitorMinor).toBe(67);
    expect(total.coverage).toEqual({ passersBy: 1, entries: 7 / 8, purchases: 1 });
    expect(total.flags).toEqual([]);
  });

  it('by hour: the hours that touch the window, with the store’s offset', async () => {
    const { series } = await funnel('by=hour');
    expect(series).toHaveLength(14);
    expect(series[0]).toMatchObject({ start: `${date}T09:00:00+03:00`, end: `${date}T10:00:00+03:00`, entries: null });
    expect(series[1]).toMatchObject({ start: `${date}T10:00:00+03:00`, entries: 60, passersBy: 1000, purchases: 2 });
    expect(series[2]).toMatchObject({ entries: 60, passersBy: 650, captureRate: 60 / 650 });
    expect((await funnel('by=hour&hours=all')).series).toHaveLength(24);
  });

  it('by quarters, days, weeks and months', async () => {
    expect((await funnel('by=15m')).series).toHaveLength(52);
    for (const by of ['day', 'week', 'month']) {
      const { series, total } = await funnel(`by=${by}`);
      const { start, end, ...figures } = series[0];
      expect([start, end]).toEqual([`${date}T00:00:00+03:00`, '2025-03-04T00:00:00+03:00']);
      expect(figures).toEqual(total);
    }
    expect((await funnel('by=none')).series).toBeUndefined();
  });

  it('compared with the week before, of which nothing is known, and the week after compared with this one', async () => {
    const { comparison } = await funnel('compare=previous');
    expect(comparison).toMatchObject({ from: '2025-02-24', to: '2025-02-24', total: { entries: null } });
    expect(comparison.change.entries).toBeNull();
    const { body } = await get('/api/v1/stores/arbat/funnel?from=2025-03-10&to=2025-03-10&compare=previous');
    expect(body.comparison).toMatchObject({ from: date, to: date, total: { entries: 120, netSalesMinor: 13_000 } });
    const lastYear = await get('/api/v1/stores/arbat/funnel?from=2026-03-02&to=2026-03-02&compare=lastYear');
    expect(lastYear.body.comparison).toMatchObject({ from: date, total: { entries: 120 } });
  });

  it('compare gives the store its figures and ranks', async () => {
    const { body } = await get(`/api/v1/compare?from=${date}&to=${date}&tag=mall`);
    expect(body.total).toMatchObject({ entries: 120, netSalesMinor: 13_000 });
    expect(body.stores).toHaveLength(1);
    expect(body.stores[0]).toMatchObject({
      store: 'arbat',
      entries: 120,
      conversionEntries: 120,
      rank: { conversionRate: 1, captureRate: 1, netSalesMinor: 1 },
    });
    expect((await get(`/api/v1/compare?from=${date}&to=${date}&tag=none`)).body.stores).toEqual([]);
  });

  it('a course of whole steps back from the last date, with gaps where the entry counter was not there', async () => {
    const query = `from=2025-02-24&to=2025-03-04&metric=purchases&metric=conversionRate&tag=mall`;
    const { body } = await get(`/api/v1/compare/series?${query}`);
    expect(body.steps).toHaveLength(9);
    expect(body.steps[7]).toEqual({ from: date, to: date });
    expect(body.stores).toEqual([{ store: 'arbat', values: body.total }]);
    expect(body.total.purchases.slice(6)).toEqual([null, 2, null]);
    expect(body.total.conversionRate[7]).toBe(1 / 120);
    const weeks = (await get(`/api/v1/compare/series?${query}&everyDays=7`)).body;
    expect(weeks.steps).toEqual([
      { from: '2025-02-24', to: '2025-02-25' },
      { from: '2025-02-26', to: '2025-03-04' },
    ]);
    expect(weeks.total.purchases).toEqual([null, 2]);
    expect((await get(`/api/v1/compare/series?from=${date}&to=${date}&metric=flags`)).status).toBe(400);
    const long = await get(`/api/v1/compare/series?from=2023-01-01&to=${date}&metric=entries`);
    expect(long.body.errors[0]).toMatchObject({ path: 'to' });
  });

  it('the same as a CSV file', async () => {
    const { body, headers } = await get(`/api/v1/export.csv?from=${date}&to=${date}&store=arbat&by=hour`);
    expect(headers.get('content-disposition')).toContain(`lintel-${date}-${date}.csv`);
    const lines = body
      .trim()
      .split('\r\n')
      .map((line: string) => line.replace('\uFEFF', '').split(','));
    const column = lines[0].indexOf('entries');
    expect(lines.map((line: string[]) => line[column]).slice(0, 4)).toEqual(['entries', '', '60', '60']);
    expect(lines).toHaveLength(1 + 14 + 1);
    expect(lines.at(-1)[column]).toBe('120');
  });

  it('sent once more nothing changes; a correction replaces', async () => {
    const again = await send('door', 'counts', intervals(entries, 'in'));
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 7 });
    const corrected = await send('door', 'counts', {
      start: at('10:00'),
      end: at('10:15'),
      in: 15,
      updatedAt: at('23:00'),
    });
    expect(corrected.body).toMatchObject({ corrected: 1 });
    expect((await funnel('by=none')).total.entries).toBe(125);
    await send('door', 'counts', { start: at('10:00'), end: at('10:15'), in: 10, updatedAt: at('23:30') });
    expect((await funnel('by=none')).total.entries).toBe(120);
  });
});
