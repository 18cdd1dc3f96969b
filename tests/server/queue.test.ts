import { expect, it } from 'vitest';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import { makeDailyTallies } from '../../db/writes/daily.ts';
import { answers } from '../../server/answers/answers.ts';
import { exportQuery } from '../../server/contracts/export.ts';
import { type CompareAnswer, compareQuery, type TodayAnswer } from '../../server/contracts/funnel.ts';
import { type QueueAnswer, queueAnswer, queueQuery } from '../../server/contracts/queue.ts';
import { manager, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, message, openHouse } from '../ingest/house.ts';

const day = { from: '2026-03-18', to: '2026-03-18' };
const at = (time: string, date = '2026-03-18'): string => `${date}T${time}+03:00`;
const queue = (body: object) => message('queue', body);
const sold = (id: string, time: string) =>
  message('sales', { id, at: at(time), type: 'sale', total: '10.00' }, { to: 'arbat/till-1' });

/** Orders to be fetched before and after: no purchases, but they show that the till was heard. */
const heard = ['11:00:00', '13:00:00'].map((time) =>
  message('sales', { id: time, at: at(time), type: 'sale', total: '5.00', channel: 'pickup' }, { to: 'arbat/till-1' }),
);

function json(bytes: Uint8Array | string): unknown {
  return JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
}

async function figures(sql: Sql, query: object = day): Promise<QueueAnswer> {
  const ask = { storeId: 'arbat', query: queueQuery.parse(query), now: clock };
  return queueAnswer.parse(json(await answers.queueJson(sql, manager, ask)));
}

/** Ten people who waited 20, 40, … 200 s and were served for a minute each, one who gave up and one who still waits. */
const visits = [
  ...Array.from({ length: 10 }, (_, i) => ({
    ...{ id: `v${i}`, queue: 'tills', joinedAt: at('12:00:00') },
    calledAt: new Date(Date.parse(at('12:00:00')) + (i + 1) * 20_000).toISOString(),
    leftAt: new Date(Date.parse(at('12:01:00')) + (i + 1) * 20_000).toISOString(),
  })),
  { id: 'gone', queue: 'tills', joinedAt: at('12:02:00'), leftAt: at('12:03:00') },
  { id: 'here', queue: 'tills', joinedAt: at('12:14:00') },
];

const nobody = { mean: null, p50: null, p90: null, p95: null };

describeOnBothDialects('what is answered of queues', (open) => {
  it('has waits, service level and who gave up, by queue and in all', async () => {
    const { sql, send } = await openHouse(await open());
    await send(queue(visits), queue({ at: at('12:00:00'), queue: 'returns', length: 3, open: 1 }));
    const answer = await figures(sql, { ...day, by: 'day' });
    expect(answer.total).toMatchObject({
      ...{ served: 10, abandoned: 1, serviceLevel: 0.9, averageLength: 3, maxLength: 3, averageOpen: 1, flags: [] },
      ...{ estimatedWaitSeconds: null },
    });
    expect(answer.total.abandonmentRate).toBeCloseTo(1 / 11);
    const { mean, p50, p90, p95 } = answer.total.waitSeconds;
    expect(mean).toBe(110);
    for (const [found, right] of [
      [p50, 100],
      [p90, 180],
      [p95, 200],
    ] as const) {
      expect(Math.abs((found ?? 0) - right)).toBeLessThan(0.02 * right);
    }
    expect(answer.total.serviceSeconds.mean).toBe(60);
    expect(answer.queues.map((one) => [one.queue, one.name, one.targetSeconds, one.total.served])).toEqual([
      ['tills', 'Tills', 180, 10],
      // Nobody set this one up, and nobody was seen to be served at it.
      ['returns', 'returns', 180, null],
    ]);
    expect(answer.queues[1]?.total.waitSeconds).toEqual(nobody);
    expect(answer.series).toMatchObject([{ start: at('00:00:00'), served: 10 }]);
    expect(answer.outsideHours).toEqual({ served: null, abandoned: null });
  });

  it('stands beside the funnel in compare and its export, and on Today', async () => {
    const { sql, send } = await openHouse(await open());
    await send(queue(visits.map((one) => JSON.parse(JSON.stringify(one).replaceAll('03-18', '03-20')) as object)));
    const today = { from: '2026-03-20', to: '2026-03-20' };
    const wanted = { served: 10, meanWaitSeconds: 110, serviceLevel: 0.9, averageLength: null };
    const query = compareQuery.parse(today);
    const compare = json(await answers.compareJson(sql, owner, { query, now: clock })) as CompareAnswer;
    expect(compare.queue).toMatchObject(wanted);
    expect(compare.stores.map(({ store, queue: beside }) => [store, beside?.served ?? null])).toEqual([
      ['arbat', 10],
      ['paris', null],
    ]);
    const csv = await answers.exportCsv(sql, owner, { query: exportQuery.parse(today), now: clock });
    const [head = [], arbat = []] = csv.split('\r\n').map((line) => line.split(','));
    expect(arbat[head.indexOf('queueMeanWaitSeconds')]).toBe('110');
    const shown = json(await answers.todayJson(sql, owner, { storeId: 'arbat', now: clock })) as TodayAnswer;
    expect(shown.queue).toMatchObject(wanted);
    const paris = json(await answers.todayJson(sql, owner, { storeId: 'paris', now: clock })) as TodayAnswer;
    expect(paris.queue).toBeNull();
  });

  it('is, of a sensor’s own statistics, weighted by people and coarse', async () => {
    const { sql, send } = await openHouse(await open());
    const hour = (from: string, to: string, more: object) =>
      queue({ start: at(from), end: at(to), queue: 'tills', ...more });
    await send(
      hour('12:00:00', '13:00:00', { served: 90, meanWaitSeconds: 60, waitBins: [[0, 180, 90]] }),
      hour('13:00:00', '14:00:00', { served: 10, meanWaitSeconds: 600, waitBins: [[180, 900, 10]] }),
    );
    const { total, series } = await figures(sql, { ...day, by: '15m' });
    expect(total).toMatchObject({ served: 100, serviceLevel: 0.9, flags: ['coarse'] });
    expect(total.waitSeconds.mean).toBe(114);
    expect(series?.filter((step) => step.flags.includes('coarse')).map((step) => step.start)).toEqual([
      at('12:00:00'),
      at('13:00:00'),
    ]);
  });

  it('estimates waits by Little’s law where only lengths are known, beside the measured wait', async () => {
    const { sql, send } = await openHouse(await open());
    // Two people in the queue all through the quarter, ten receipts: one in 90 s.
    const samples = [0, 5, 10].map((m) => ({
      at: at(`12:${String(m).padStart(2, '0')}:00`),
      queue: 'tills',
      length: 2,
    }));
    await send(...heard, queue(samples), ...Array.from({ length: 10 }, (_, i) => sold(`r${i}`, `12:0${i}:30`)));
    const { total, queues, series } = await figures(sql, { ...day, by: 'hour' });
    const estimated = { mean: expect.closeTo(2 / (10 / 900), 6), method: 'littlesLaw' };
    // The last sample holds until 12:20, in which time nobody bought: a third of the next quarter.
    expect(total.estimatedWaitSeconds?.mean).toBeCloseTo(2 / (10 / 1200), 6);
    expect(queues[0]?.total.estimatedWaitSeconds).toEqual(total.estimatedWaitSeconds);
    expect(series?.filter((step) => step.estimatedWaitSeconds !== null).length).toBe(1);
    expect(total).toMatchObject({ waitSeconds: nobody, serviceLevel: null });
    const fine = await figures(sql, { ...day, by: '15m' });
    expect(fine.series?.find((step) => step.start === at('12:00:00'))?.estimatedWaitSeconds).toEqual(estimated);
    await send(queue(visits));
    expect((await figures(sql)).total.estimatedWaitSeconds).toBeNull();
  });

  it('estimates nothing for each of several queues, since which one a purchase is of is not known', async () => {
    const { sql, send } = await openHouse(await open());
    const sample = (name: string, length: number) => ({ at: at('12:00:00'), queue: name, length });
    await send(...heard, queue([sample('tills', 2), sample('returns', 1)]), sold('r', '12:01:00'));
    const { total, queues } = await figures(sql);
    expect(total.estimatedWaitSeconds?.mean).toBeCloseTo(3 / (10 / 15 / 600), 6);
    expect(queues.map((one) => one.total.estimatedWaitSeconds)).toEqual([null, null]);
  });

  it('is the same once the days are made, and right after a correction of one of them', async () => {
    const { sql, send } = await openHouse(await open());
    const counted = message('counts', { start: at('12:00:00'), end: at('12:15:00'), in: 9 });
    await send(counted, queue(visits));
    const before = await figures(sql, { from: '2026-03-01', to: '2026-03-19' });
    const settings = await loadSettings(sql, owner);
    await makeDailyTallies(sql, owner, { settings, now: clock, cursor: null, budgetMs: 60_000 });
    expect(await sql.all("select served from queue_days where queue = 'tills'")).toEqual([{ served: 10 }]);
    expect(await figures(sql, { from: '2026-03-01', to: '2026-03-19' })).toEqual(before);
    await send(queue({ id: 'here', queue: 'tills', joinedAt: at('12:14:00'), calledAt: at('12:15:00') }));
    expect((await figures(sql, { from: '2026-03-01', to: '2026-03-19' })).total.served).toBe(11);
  });

  it('counts in its steps whoever it counts in all, also where the device’s clock is ahead of ours', async () => {
    const { sql, send } = await openHouse(await open());
    const length = { at: at('11:58:00'), queue: 'tills', length: 4 };
    await send(queue(length), queue({ id: 'v', queue: 'tills', joinedAt: at('12:00:10'), calledAt: at('12:00:40') }));
    const ask = { storeId: 'arbat', query: queueQuery.parse({ ...day, by: '15m' }), now: Date.parse(at('11:59:00')) };
    const { total, series } = queueAnswer.parse(json(await answers.queueJson(sql, manager, ask)));
    const ahead = series?.find((step) => step.start === at('12:00:00'));
    expect([total.served, ahead?.served, ahead?.averageLength]).toEqual([1, 1, null]);
  });

  it('is empty, not zero, where nothing was ever measured', async () => {
    const { sql } = await openHouse(await open());
    const { total, queues } = await figures(sql);
    expect(total).toMatchObject({ served: null, abandoned: null, serviceLevel: null, averageLength: null });
    expect(queues.map(({ queue: id }) => id)).toEqual(['tills']);
  });
});
