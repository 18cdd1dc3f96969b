import { expect, it } from 'vitest';
import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import { tillsNeeded } from '../../server/kpi/queue/staffing.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { openQueueShop } from './queueShop.ts';

/** A Friday, 15:00 in Moscow. */
const clock = Date.parse('2026-03-20T12:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const at = (msAgo: number): string => new Date(clock - msAgo).toISOString();

/** `count` visits, one a minute from `startAgo` on, each called after `wait` s and served in `service` s (in turn). */
function visits({ startAgo, count, wait, service }: Visits): object[] {
  return Array.from({ length: count }, (_, i) => {
    const joinedAgo = startAgo - i * minute;
    const calledAgo = joinedAgo - wait * 1000;
    const leftAgo = calledAgo - (service[i % service.length] ?? 0) * 1000;
    const id = `v ${startAgo} ${i}`;
    return { id, queue: 'tills', joinedAt: at(joinedAgo), calledAt: at(calledAgo), leftAt: at(leftAgo) };
  });
}

interface Visits {
  readonly startAgo: number;
  readonly count: number;
  readonly wait: number;
  readonly service: readonly number[];
}

function only({ queues }: QueueNowAnswer): QueueNowAnswer['queues'][number] {
  expect(queues).toHaveLength(1);
  return queues[0] as QueueNowAnswer['queues'][number];
}

describeOnBothDialects('queues at this moment', (open) => {
  it('a queue that nothing was heard of is shown with nothing, and with what to do', async () => {
    const shop = await openQueueShop(await open(), clock);
    const line = only(await shop.now());
    const unknown = {
      length: null,
      lengthAt: null,
      openTills: null,
      openFrom: null,
      light: null,
      serviceSeconds: null,
    };
    expect(line).toMatchObject({ queue: 'tills', name: 'Tills', targetSeconds: 180, ...unknown });
    expect(line.needed).toMatchObject({ now: { tills: null }, in30Minutes: { tills: null } });
    expect(line.needed.why).toMatch(/at least 30 visits/);
  });

  it('a store without a queue has none', async () => {
    const shop = await openQueueShop(await open(), clock, { queues: [] });
    expect((await shop.now()).queues).toEqual([]);
  });

  it('the latest sample of the last ten minutes is the length, its open tills those that are open', async () => {
    const shop = await openQueueShop(await open(), clock);
    await shop.send('line-1', 'queue', [
      { at: at(9 * minute), queue: 'tills', length: 7, open: 3 },
      { at: at(2 * minute), queue: 'tills', length: 4 },
    ]);
    expect(only(await shop.now())).toMatchObject({
      length: 4,
      lengthAt: '2026-03-20T14:58:00+03:00',
      openTills: 3,
      openFrom: 'sensor',
    });
    expect(only(await shop.now(clock + 2 * minute))).toMatchObject({ length: 4, openTills: null });
    expect(only(await shop.now(clock + 9 * minute)).length).toBeNull();
  });

  it('queues that nobody set up are shown under their own names, after those that are', async () => {
    const shop = await openQueueShop(await open(), clock);
    await shop.send('line-1', 'queue', [{ at: at(minute), queue: 'fitting rooms', length: 2 }]);
    const { queues } = await shop.now();
    expect(queues.map(({ queue, length }) => [queue, length])).toEqual([
      ['tills', null],
      ['fitting rooms', 2],
    ]);
    expect(queues[0]?.needed.why).toMatch(/which queue they are of/);
  });

  it('by visits: who waits, how long who joins will, and the tills that the target needs now and in half an hour', async () => {
    const shop = await openQueueShop(await open(), clock);
    for (const weeks of [1, 2, 3, 4]) {
      const startAgo = weeks * 7 * day + 60 * minute;
      await shop.send('line-1', 'queue', visits({ startAgo, count: 120, wait: 60, service: [60, 120, 180] }));
    }
    await shop.send('line-1', 'queue', visits({ startAgo: 60 * minute, count: 50, wait: 30, service: [120] }));
    await shop.send('line-1', 'queue', [
      { id: 'w1', queue: 'tills', joinedAt: at(3 * minute) },
      { id: 'w2', queue: 'tills', joinedAt: at(2 * minute) },
      { id: 'gone', queue: 'tills', joinedAt: at(2 * minute), leftAt: at(minute) },
      { id: 'late', queue: 'tills', joinedAt: at(5 * 60 * minute) },
    ]);
    await shop.send('line-1', 'queue', [{ at: at(minute), queue: 'other', length: 0, open: 2 }]);
    const line = (await shop.now()).queues[0] as QueueNowAnswer['queues'][number];
    expect(line).toMatchObject({ queue: 'tills', length: 2, openTills: null, expectedWaitSeconds: null });
    expect(line.serviceSeconds).toMatchObject({ from: 'visits', people: 470 });
    expect(line.serviceSeconds?.mean).toBeCloseTo(120, 6);
    // Half of the hour four weeks ago is more than four weeks ago. Joined in the last half hour: 19 of the 50, two who wait and one who left.
    const service = { meanSeconds: 120, variation: (420 * 2400) / 470 / 120 ** 2 };
    const hour = 2 * (19 + 3);
    const needed = tillsNeeded({ arrivalsPerHour: hour, service }, line);
    expect(line.needed.now).toEqual({
      tills: needed?.tills,
      arrivalsPerHour: hour,
      expectedWaitSeconds: expect.closeTo(needed?.expectedWaitSeconds ?? 0, 6),
      serviceLevel: expect.closeTo(needed?.serviceLevel ?? 0, 6),
    });
    // One a minute in that quarter of the four weeks before; today 51 of the usual 60 have come so far.
    expect(line.needed.in30Minutes.arrivalsPerHour).toBeCloseTo((60 * 51) / 60, 6);
    expect(line.needed.why).toBeNull();
  });

  it('a long line needs tills for itself, whatever comes', async () => {
    const shop = await openQueueShop(await open(), clock);
    await shop.send('line-1', 'queue', visits({ startAgo: 3 * day, count: 40, wait: 0, service: [90] }));
    await shop.send('line-1', 'queue', visits({ startAgo: 200 * minute, count: 1, wait: 0, service: [90] }));
    await shop.send('line-1', 'queue', [{ at: at(minute), queue: 'tills', length: 12, open: 2 }]);
    const line = only(await shop.now());
    // 12 people of 90 s each before two tills: 540 s, more than twice the target of 180 s.
    expect(line).toMatchObject({ expectedWaitSeconds: 540, light: 'red' });
    expect(line.needed.now).toMatchObject({ tills: 6, arrivalsPerHour: 0 });
    expect(line.needed.in30Minutes.tills).toBeNull();
    expect(line.needed.why).toMatch(/two of the last four same weekdays/);
  });

  it('tills by their receipts, and how long they take by what follows each other while somebody waits', async () => {
    const shop = await openQueueShop(await open(), clock);
    const receipts = (till: string, startAgo: number, count: number): object[] =>
      Array.from({ length: count }, (_, i) => {
        const seconds = i * 80;
        const time = at(startAgo - seconds * 1000);
        return { id: `${till} ${startAgo} ${i}`, at: time, type: 'sale', total: '10', till };
      });
    await shop.send('till-1', 'sales', [
      ...receipts('1', 3 * 60 * minute, 40),
      ...receipts('2', 3 * 60 * minute, 20),
      ...receipts('1', 20 * minute, 3),
      ...receipts('2', 10 * minute, 2),
      ...receipts('3', 29 * minute, 1),
    ]);
    const samples = Array.from({ length: 30 }, (_, i) => {
      return { at: at(3 * 60 * minute - i * minute), queue: 'tills', length: 2 };
    });
    await shop.send('line-1', 'queue', [...samples, { at: at(minute), queue: 'tills', length: 3 }]);
    const line = only(await shop.now());
    expect(line).toMatchObject({ length: 3, openTills: 1, openFrom: 'receipts' });
    // Each sample holds for ten minutes: 30 gaps of till 1 began within 39 minutes, and all 19 of till 2.
    expect(line.serviceSeconds).toEqual({ mean: 80, from: 'receipts', people: 49 });
    expect(line.needed.now.arrivalsPerHour).toBe(12);
    expect(line.expectedWaitSeconds).toBe(240);
    expect(line.light).toBe('yellow');
  });

  it('no receipt lately is a closed till where somebody waits, and says nothing where nobody does', async () => {
    const shop = await openQueueShop(await open(), clock);
    await shop.send('till-1', 'sales', [{ id: '1', at: at(25 * minute), type: 'sale', total: '10', till: '1' }]);
    await shop.send('line-1', 'queue', [{ at: at(2 * minute), queue: 'tills', length: 0 }]);
    expect(only(await shop.now())).toMatchObject({ length: 0, openTills: null, openFrom: null });
    await shop.send('line-1', 'queue', [{ at: at(minute), queue: 'tills', length: 2 }]);
    expect(only(await shop.now())).toMatchObject({ length: 2, openTills: 0, openFrom: 'receipts', light: 'red' });
  });

  it('a store that is closed half an hour from now needs no till then', async () => {
    const week = { fri: ['10:00-15:15'] };
    const shop = await openQueueShop(await open(), clock, { openingHours: [{ week, exceptions: {} }] });
    await shop.send('line-1', 'queue', visits({ startAgo: 3 * day, count: 40, wait: 0, service: [90] }));
    await shop.send('line-1', 'queue', visits({ startAgo: 50 * minute, count: 20, wait: 0, service: [90] }));
    const { needed } = only(await shop.now());
    expect(needed.now).toMatchObject({ tills: 1, arrivalsPerHour: 0 });
    expect(needed.in30Minutes).toMatchObject({ tills: 0, arrivalsPerHour: 0 });
    expect(needed.why).toBeNull();
  });

  it('where the sensor that tells of visits is silent for too long, or offline, nobody knows that nobody waits', async () => {
    const shop = await openQueueShop(await open(), clock);
    await shop.send('line-1', 'queue', visits({ startAgo: 60 * minute, count: 40, wait: 0, service: [90] }));
    expect(only(await shop.now())).toMatchObject({ length: 0, needed: { now: { arrivalsPerHour: 18 } } });
    const silent = only(await shop.now(clock + 121 * minute));
    expect(silent).toMatchObject({ length: null, needed: { now: { tills: null, arrivalsPerHour: null } } });
    await shop.send('line-1', 'status', [{ state: 'offline', at: at(minute) }]);
    expect(only(await shop.now()).length).toBeNull();
  });

  it('where a till has been silent for longer than it may, nobody knows that nobody came', async () => {
    const shop = await openQueueShop(await open(), clock);
    await shop.send('line-1', 'queue', visits({ startAgo: 3 * day, count: 40, wait: 0, service: [90] }));
    await shop.send('till-1', 'sales', [{ id: '1', at: at(minute), type: 'sale', total: '10', till: '1' }]);
    expect(only(await shop.now()).openTills).toBe(1);
    const later = only(await shop.now(clock + 3 * 60 * minute));
    expect(later.openTills).toBeNull();
    expect(later.needed.now).toMatchObject({ tills: null, arrivalsPerHour: null });
    expect(later.needed.why).toMatch(/no visits came/);
  });
});
