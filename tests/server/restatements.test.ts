import { expect, it } from 'vitest';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import { reportDates } from '../../db/writes/reports.ts';
import { answers } from '../../server/answers/answers.ts';
import { exportQuery } from '../../server/contracts/export.ts';
import { type CompareAnswer, compareQuery, type FunnelAnswer, funnelQuery } from '../../server/contracts/funnel.ts';
import { type RestatementsAnswer, restatementsAnswer, restatementsQuery } from '../../server/contracts/restatements.ts';
import { manager, owner } from '../db/chain.ts';
import { describeOnBothDialects, type OpenFresh } from '../db/dialects.ts';
import { clock, message, openHouse } from '../ingest/house.ts';

const dayMs = 86_400_000;
const at = (clockTime: string, date = '2026-03-18'): string => `${date}T${clockTime}:00+03:00`;

const count = (start: string, end: string, counts: object) => message('counts', { start, end, ...counts });
const sold = (id: string, total: string, more: object = {}) =>
  message('sales', { id, at: at('12:05'), type: 'sale', total, ...more });

async function report(sql: Sql, now: number): Promise<void> {
  const settings = await loadSettings(sql, owner);
  await reportDates(sql, owner, { settings, now, cursor: null, budgetMs: 10_000 });
}

/** Wednesday ended with 10 people and two receipts; since then one came late, one was corrected and one voided. */
async function restatedHouse(open: OpenFresh): Promise<Sql> {
  const { sql, send } = await openHouse(await open());
  await report(sql, clock - 3 * dayMs);
  await send(count(at('12:00'), at('12:15'), { in: 10, out: 9 }), sold('a', '10.00'), sold('b', '20.00'));
  await report(sql, clock);
  await send(count(at('12:15'), at('12:30'), { in: 4, out: 2 }));
  await send(sold('a', '15.00'));
  await send(message('sales', { id: 'v', at: at('18:00'), type: 'void', total: '0', original: 'b' }));
  return sql;
}

function json<Answer>(bytes: Uint8Array): Answer {
  return JSON.parse(new TextDecoder().decode(bytes)) as Answer;
}

const day = { from: '2026-03-18', to: '2026-03-18' };

async function restatements(sql: Sql, query: object = day): Promise<RestatementsAnswer> {
  const ask = { storeId: 'arbat', query: restatementsQuery.parse(query), now: clock };
  return restatementsAnswer.parse(json(await answers.restatementsJson(sql, manager, ask)));
}

async function funnel(sql: Sql, query: object): Promise<FunnelAnswer> {
  const ask = { storeId: 'arbat', query: funnelQuery.parse(query), now: clock };
  return json(await answers.funnelJson(sql, manager, ask));
}

describeOnBothDialects('what a day was reported with', (open) => {
  it('stands beside what it is now, with the difference by its causes', async () => {
    const answer = await restatements(await restatedHouse(open));
    expect(answer).toMatchObject({ store: 'arbat', currency: 'RUB', reportedFrom: '2026-03-17' });
    const [wednesday] = answer.days;
    expect(wednesday).toMatchObject({
      date: '2026-03-18',
      reportedAt: '2026-03-20T15:00:00+03:00',
      reported: { entries: 10, exits: 9, purchases: 2, netSalesMinor: 3000, averageCheckMinor: 1500 },
      restated: { entries: 14, exits: 11, purchases: 1, netSalesMinor: 1500 },
      difference: { entries: 4, exits: 2, purchases: -1, netSalesMinor: -1500, passersBy: null },
    });
    expect(
      wednesday?.changes.map(({ cause, device, entries, purchases, netSalesMinor }) => [
        cause,
        device,
        entries,
        purchases,
        netSalesMinor,
      ]),
    ).toEqual([
      ['corrected', 'till-1', 0, 0, 500],
      ['late', 'cam-1', 4, 0, 0],
      ['voided', 'till-1', 0, -1, -2000],
    ]);
    expect(wednesday?.changes[0]).toMatchObject({ changes: 1, firstAt: '2026-03-20T15:00:00+03:00' });
  });

  it('is one entry a day, also where nothing changed', async () => {
    const { days } = await restatements(await restatedHouse(open), { from: '2026-03-01', to: '2026-03-20' });
    expect(days.map(({ date, changes }) => [date, changes.length])).toEqual([
      ['2026-03-17', 0],
      ['2026-03-18', 3],
      ['2026-03-19', 0],
    ]);
  });

  it('is what the funnel shows when it is asked for, by day and longer, and it says where there is none', async () => {
    const sql = await restatedHouse(open);
    const period = { from: '2026-03-16', to: '2026-03-20', by: 'day' };
    const [now, then] = [await funnel(sql, period), await funnel(sql, { ...period, figures: 'reported' })];
    expect(now.series?.map(({ entries }) => entries)).toEqual([null, null, 14, null, null]);
    expect(then.series?.map(({ entries }) => entries)).toEqual([null, null, 10, null, null]);
    expect(then.total).toMatchObject({ entries: 10, purchases: 2, netSalesMinor: 3000 });
    expect(then.reported).toEqual({ dates: 3, withoutReport: 1 });
    expect(now).not.toHaveProperty('reported');
    const week = await funnel(sql, { ...period, by: 'week', figures: 'reported' });
    expect(week.series?.map(({ entries }) => entries)).toEqual([10]);
  });

  it('is not kept by the hour, and whoever asks hears what to ask instead', () => {
    const asked = funnelQuery.safeParse({ ...day, by: 'hour', figures: 'reported' });
    expect(asked.error?.issues).toMatchObject([{ path: ['by'], message: expect.stringContaining('by=day') }]);
  });

  it('is what stores are compared by, and what is exported', async () => {
    const sql = await restatedHouse(open);
    const query = compareQuery.parse({ ...day, figures: 'reported' });
    const compared = json<CompareAnswer>(await answers.compareJson(sql, manager, { query, now: clock }));
    expect(compared.stores).toMatchObject([{ store: 'arbat', entries: 10, reported: { dates: 1, withoutReport: 0 } }]);
    const csv = await answers.exportCsv(sql, manager, {
      query: exportQuery.parse({ ...day, by: 'day', store: 'arbat', figures: 'reported' }),
      now: clock,
    });
    const [head = '', , total = ''] = csv.replace('\uFEFF', '').split(/\r?\n/);
    const cells = new Map(head.split(/[,;]/).map((name, i) => [name, total.split(/[,;]/)[i]]));
    expect([cells.get('entries'), cells.get('datesAsReported'), cells.get('datesWithoutReport')]).toEqual([
      '10',
      '1',
      '0',
    ]);
  });

  it('is nobody else’s', async () => {
    const sql = await restatedHouse(open);
    const ask = { storeId: 'paris', query: restatementsQuery.parse(day), now: clock };
    await expect(answers.restatementsJson(sql, manager, ask)).rejects.toMatchObject({ code: 'not_found' });
  });
});
