import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, newToken, put, startChain } from './chain.ts';

let chain: Chain;
const iso = (at: number): string => new Date(at).toISOString();

beforeAll(async () => {
  chain = await startChain();
  await put(chain, '/api/v1/stores/arbat', { timezone: 'Etc/GMT-3' });
  await put(chain, '/api/v1/stores/arbat/devices/totals', { mode: 'cumulative', reportsEvery: 60 });
  await put(chain, '/api/v1/stores/arbat/devices/till', { measures: ['sales'] });
});
afterAll(() => chain?.stop());

const ask = (method: string, path: string, body?: unknown) =>
  call(chain.server, `/api/v1/devices/${path}`, {
    ...{ method, headers: bearer(chain.token) },
    ...(body === undefined ? {} : { body }),
  });

async function total(at: number, [totalIn, totalOut]: [number, number]): Promise<void> {
  const sent = await call(chain.server, '/api/v1/ingest/arbat/totals/counts', {
    ...{ method: 'POST', headers: bearer(chain.token) },
    body: { at: iso(at), totalIn, totalOut },
  });
  expect(sent.body).toMatchObject({ accepted: 1 });
}

describe('walking through a door over HTTP', { timeout: 60_000 }, () => {
  it('compares with a counter of totals, by the store’s clock, and takes the whole difference out', async () => {
    const before = Date.now() - 30_000;
    await total(before, [100, 90]);
    const started = await ask('POST', 'totals/walk-tests');
    expect(started).toMatchObject({ status: 201, body: { startedAt: expect.stringMatching(/\+03:00$/) } });
    const path = `totals/walk-tests/${started.body.id}`;
    expect((await ask('GET', path)).body).toMatchObject({ endedAt: null, seen: { in: null }, takeOut: null });
    const ended = await ask('POST', `${path}/end`, { walkedIn: 4, walkedOut: 4 });
    expect(ended.body).toMatchObject({ walkedIn: 4, walkedOut: 4, isComplete: false, takeOut: { isReverted: false } });
    expect(Date.parse(ended.body.takeOut.start)).toBe(before);
    const after = Date.now() + 1000;
    await total(after, [104, 93]);
    await expect
      .poll(async () => (await ask('GET', path)).body, { timeout: 45_000, interval: 1000 })
      .toMatchObject({ isComplete: true, seen: { in: 4, out: 3 }, takeOut: { end: expect.any(String) } });
    const { body } = await call(chain.server, '/api/v1/stores/arbat/today', { headers: bearer(chain.token) });
    expect(body.total.entries ?? 0).toBe(0);
    expect((await ask('GET', 'totals/walk-tests')).body.walkTests).toHaveLength(1);
  });

  it('is refused with a sentence: no walks, halves, a till, a viewer', async () => {
    const { body } = await ask('POST', 'totals/walk-tests');
    const end = (walked: unknown) => ask('POST', `totals/walk-tests/${body.id}/end`, walked);
    expect(await end({ walkedIn: 1 })).toMatchObject({ status: 400, body: { errors: [{ path: 'walkedOut' }] } });
    expect(await end({ walkedIn: 0.5, walkedOut: 0 })).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: 'walkedIn', detail: 'must be a whole number of walks' }] } },
    });
    expect(await ask('POST', 'till/walk-tests')).toMatchObject({
      ...{ status: 400, body: { detail: expect.stringContaining('does not count entries') } },
    });
    const { token } = await newToken(chain, { role: 'viewer', stores: ['arbat'] });
    const begun = { method: 'POST', headers: bearer(token) };
    expect((await call(chain.server, '/api/v1/devices/totals/walk-tests', begun)).status).toBe(403);
    expect((await end({ walkedIn: 0, walkedOut: 0 })).body).toMatchObject({
      takeOut: null,
      endedAt: expect.any(String),
    });
  });
});
