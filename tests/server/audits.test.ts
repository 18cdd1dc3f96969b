import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, bearer, type Chain, call, newToken, put, startChain } from './chain.ts';

let chain: Chain;

/** Yesterday, so that every figure is of a time that is over. */
const date = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const minute = 60_000;
const at = (clock: string): number => Date.parse(`${date}T${clock}:00Z`);
const iso = (instant: number): string => new Date(instant).toISOString();
const span = (from: string, to: string) => ({ start: iso(at(from)), end: iso(at(to)) });

const installed = { installedAt: `${date}T00:00:00Z` };

beforeAll(async () => {
  chain = await startChain();
  await put(chain, '/api/v1/organisation', { name: 'Romashka', currency: 'EUR' });
  await put(chain, '/api/v1/stores/arbat', { timezone: 'UTC', entrances: [{ id: 'both', countAs: 'average' }] });
  const devices = {
    door: { measures: ['entries'] },
    street: { measures: ['passersBy'] },
    till: { measures: ['sales'] },
  };
  for (const [id, device] of Object.entries(devices)) {
    await put(chain, `/api/v1/stores/arbat/devices/${id}`, { ...device, ...installed });
  }
});
afterAll(() => chain?.stop());

function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const init = { method, headers: bearer(chain.token), ...(body === undefined ? {} : { body }) };
  return call(chain.server, `/api/v1${path}`, init);
}

/** Every minute of two hours the same counts. */
function everyMinute(counts: Record<string, number>): object[] {
  return Array.from({ length: 120 }, (_, i) => ({
    start: iso(at('10:00') + i * minute),
    end: iso(at('10:01') + i * minute),
    ...counts,
  }));
}

const send = (device: string, kind: string, body: unknown) => ask('POST', `/ingest/arbat/${device}/${kind}`, body);
const count = (body: object) => ask('POST', '/stores/arbat/audits', body);
const funnel = async (more = '') =>
  (await ask('GET', `/stores/arbat/funnel?from=${date}&to=${date}&adjusted=true${more}`)).body;

describe('an audit of a counter', () => {
  it('waits until the counter has reported the time', async () => {
    const sent = await count({ id: 'first-count', device: 'door', ...span('10:00', '10:25'), in: 50, out: 20 });
    expect(sent).toMatchObject({ status: 200, body: { id: 'first-count', isNew: true } });
    const { body } = await ask('GET', '/stores/arbat/audits');
    expect(body.audits).toMatchObject([{ id: 'first-count', state: 'waiting', accuracy: { in: null, out: null } }]);
    expect(body.devices).toEqual([{ device: 'door', name: 'door', in: null, out: null }]);
  });

  it('is then compared direction by direction, with its interval, and holds for 90 days', async () => {
    await send('door', 'counts', everyMinute({ in: 2, out: 1 }));
    await send('street', 'counts', everyMinute({ passersBy: 10 }));
    const receipts = Array.from({ length: 24 }, (_, i) => ({
      ...{ id: `r${i}`, at: iso(at('10:00') + i * 5 * minute), type: 'sale', total: '10.00' },
    }));
    await send('till', 'sales', receipts);
    const { body } = await ask('GET', '/stores/arbat/audits');
    const [audit] = body.audits;
    expect(audit).toMatchObject({ state: 'compared', aligned: true, expired: false, madeBy: expect.any(String) });
    expect(Date.parse(audit.expiresAt)).toBe(at('10:25') + 90 * 86_400_000);
    expect(audit.accuracy.in).toMatchObject({ manual: 50, device: 50, accuracy: 1 });
    expect(audit.accuracy.out).toMatchObject({ manual: 20, device: 25, accuracy: 0.75 });
    expect(audit.accuracy.out.interval[0]).toBeCloseTo(0.5313, 4);
    expect(audit.accuracy.out.interval[1]).toBeCloseTo(0.8881, 4);
  });

  it('of a time that cuts reports in two takes their share by time, and says so', async () => {
    await count({
      id: 'second-count',
      device: 'door',
      start: iso(at('11:00') + 30_000),
      end: iso(at('11:05')),
      in: 10,
    });
    const { body } = await ask('GET', '/stores/arbat/audits');
    expect(body.audits[0]).toMatchObject({ aligned: false, accuracy: { in: { manual: 10, device: 9 }, out: null } });
    expect(body.devices[0].in).toMatchObject({ audits: 2, manual: 60, device: 59, factor: 60 / 59 });
  });

  it('gives adjusted figures beside the measured ones, which stay what they are', async () => {
    const { total, series } = await funnel('&by=hour');
    expect(total).toMatchObject({ entries: 240, passersBy: 1200, captureRate: 0.2, conversionRate: 0.1 });
    const factor = 60 / 59;
    expect(total.adjusted.withoutAudit).toEqual([]);
    expect(total.adjusted.entriesAdjusted).toBeCloseTo(240 * factor, 9);
    expect(total.adjusted.captureRateAdjusted).toBeCloseTo(0.2 * factor, 9);
    expect(total.adjusted.conversionRateAdjusted).toBeCloseTo(0.1 / factor, 9);
    expect(total.adjusted.salesPerVisitorAdjustedMinor).toBe(98);
    expect(series[10].adjusted.entriesAdjusted).toBeCloseTo(120 * factor, 9);
    const plain = (await ask('GET', `/stores/arbat/funnel?from=${date}&to=${date}`)).body;
    expect(plain.total).not.toHaveProperty('adjusted');
    const reported = await ask('GET', `/stores/arbat/funnel?from=${date}&to=${date}&adjusted=true&figures=reported`);
    expect(reported).toMatchObject({ status: 400, body: { errors: [{ path: 'adjusted' }] } });
  });

  it('speaks for its own counter alone: another that counted leaves nothing half adjusted', async () => {
    await put(chain, '/api/v1/stores/arbat/devices/side', { measures: ['entries'], entrance: 'both', ...installed });
    await send('side', 'counts', everyMinute({ in: 1, out: 3 }));
    const { total } = await funnel();
    expect(total).toMatchObject({ entries: 480, adjusted: { entriesAdjusted: null, withoutAudit: ['side'] } });
    await count({ device: 'side', ...span('10:00', '10:20'), in: 30 });
    expect((await funnel()).total.adjusted.withoutAudit).toEqual(['side']);
    await count({ device: 'side', ...span('10:20', '10:40'), out: 54 });
    const { adjusted } = (await funnel()).total;
    expect(adjusted.entriesAdjusted).toBeCloseTo(240 * (60 / 59) + (120 * (30 / 20) + 360 * (54 / 60)) / 2, 9);
  });

  it('of a cumulative counter takes what its totals grew by, of a difference that is cut its share by time', async () => {
    const device = { measures: ['entries'], mode: 'cumulative', ...installed };
    await put(chain, '/api/v1/stores/nevsky', { timezone: 'UTC' });
    await put(chain, '/api/v1/stores/nevsky/devices/turnstile', device);
    const totals = [100, 104, 114, 2, 12].map((totalIn, i) => ({ at: iso(at('10:00') + 10 * i * minute), totalIn }));
    await ask('POST', '/ingest/nevsky/turnstile/counts', totals);
    const sent = { device: 'turnstile', start: iso(at('10:05')), end: iso(at('10:40')), in: 26 };
    await ask('POST', '/stores/nevsky/audits', sent);
    const [audit] = (await ask('GET', '/stores/nevsky/audits')).body.audits;
    expect(audit).toMatchObject({ state: 'compared', aligned: false, accuracy: { in: { manual: 26, device: 24 } } });
  });

  it('of an event counter takes its events, and nobody seen is 0 once it was heard again', async () => {
    const device = { measures: ['entries'], mode: 'event', ...installed };
    await put(chain, '/api/v1/stores/nevsky/devices/beam', device);
    const events = ['10:01', '10:14', '10:15', '11:00'].map((clock) => ({ at: iso(at(clock)), direction: 'in' }));
    await ask('POST', '/ingest/nevsky/beam/counts', events);
    for (const time of [span('10:00', '10:15'), span('10:30', '10:45')]) {
      await ask('POST', '/stores/nevsky/audits', { device: 'beam', ...time, in: 3 });
    }
    const { audits } = (await ask('GET', '/stores/nevsky/audits')).body;
    const seen = audits
      .filter((one: { device: string }) => one.device === 'beam')
      .map((one: { accuracy: { in: { device: number } } }) => one.accuracy.in.device);
    expect(seen).toEqual([0, 2]);
  });

  it('that is withdrawn says nothing any more', async () => {
    expect((await ask('DELETE', '/stores/arbat/audits/second-count')).status).toBe(200);
    const { body } = await ask('GET', '/stores/arbat/audits');
    expect(body.devices[0].in).toMatchObject({ audits: 1, factor: 1 });
    expect(body.audits.map(({ id }: { id: string }) => id)).not.toContain('second-count');
  });

  it('is refused with a sentence where it makes no sense', async () => {
    const wrong = [
      [{ device: 'door', ...span('10:00', '10:20') }, 'give in, out or both'],
      [{ device: 'till', ...span('10:00', '10:20'), in: 1 }, 'does not count entries'],
      [{ device: 'door', ...span('10:20', '10:00'), in: 1 }, 'must be after start'],
      [{ device: 'door', ...span('10:00', '10:20'), in: -1 }, 'must not be negative'],
      [{ device: 'door', start: '2026-01-01T10:00:00', end: '2026-01-01T10:20:00', in: 1 }, 'with its offset'],
    ] as const;
    for (const [body, sentence] of wrong) {
      const answer = await count(body);
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain(sentence);
    }
    const taken = await count({ id: 'first-count', device: 'door', ...span('10:00', '10:25'), in: 51, out: 20 });
    expect(taken).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });
});

describe('a take-out', () => {
  it('leaves every figure at once, is shown apart, and comes back', async () => {
    const before = (await funnel()).total;
    const body = { device: 'door', ...span('11:00', '11:15'), reason: 'test_walk', note: 'installer' };
    const made = await ask('POST', '/stores/arbat/take-outs', body);
    expect(made.status).toBe(201);
    const less = (await funnel()).total;
    expect(less.entries).toBe(before.entries - 30);
    expect(less.coverage.entries).toBeLessThan(before.coverage.entries);
    const [line] = (await ask('GET', '/stores/arbat/take-outs')).body.takeOuts;
    expect(line).toMatchObject({ ...body, start: `${date}T11:00:00+00:00`, end: `${date}T11:15:00+00:00` });
    expect(line).toMatchObject({ revertedAt: null, counts: { in: 30, out: 15, passersBy: null, purchases: null } });
    expect((await ask('DELETE', `/stores/arbat/take-outs/${made.body.id}`)).status).toBe(200);
    expect((await funnel()).total).toEqual(before);
    expect((await ask('GET', '/stores/arbat/take-outs')).body.takeOuts[0].revertedAt).not.toBeNull();
  });

  it('does not change what a count by hand says of the counter', async () => {
    const audits = async () => (await ask('GET', '/stores/arbat/audits')).body.devices;
    const before = await audits();
    const walk = { device: 'door', ...span('10:00', '10:25'), reason: 'test_walk' };
    const { body } = await ask('POST', '/stores/arbat/take-outs', walk);
    expect(await audits()).toEqual(before);
    await ask('DELETE', `/stores/arbat/take-outs/${body.id}`);
  });

  it('leaves out what comes late into it', async () => {
    const walk = { device: 'door', ...span('12:00', '13:00'), reason: 'a film crew' };
    const { body } = await ask('POST', '/stores/arbat/take-outs', walk);
    const before = (await funnel()).total.entries;
    await send('door', 'counts', { ...span('12:30', '12:31'), in: 7 });
    await send('door', 'counts', { ...span('12:59', '13:01'), in: 8 });
    expect((await funnel()).total.entries).toBe(before + 4);
    const [line] = (await ask('GET', '/stores/arbat/take-outs')).body.takeOuts;
    expect(line).toMatchObject({ reason: 'a film crew', counts: { in: 11 } });
    await ask('DELETE', `/stores/arbat/take-outs/${body.id}`);
    expect((await funnel()).total.entries).toBe(before + 15);
  });

  it('of a till leaves out the receipts that come late into it', async () => {
    const walk = { device: 'till', ...span('12:00', '13:00'), reason: 'staff' };
    const { body } = await ask('POST', '/stores/arbat/take-outs', walk);
    const before = (await funnel()).total.purchases;
    await send('till', 'sales', { id: 'late', at: iso(at('12:30')), type: 'sale', total: '5.00' });
    expect((await funnel()).total.purchases).toBe(before);
    await ask('DELETE', `/stores/arbat/take-outs/${body.id}`);
    expect((await funnel()).total.purchases).toBe(before + 1);
  });

  it('is refused with a sentence where it makes no sense', async () => {
    const wrong = [
      [{ device: 'door', ...span('11:00', '10:00'), reason: 'x' }, 400, 'must be after start'],
      [{ device: 'door', ...span('10:00', '11:00') }, 400, 'reason: is missing'],
      [{ device: 'nobody', ...span('10:00', '11:00'), reason: 'x' }, 404, 'no device "nobody"'],
      [
        { device: 'door', start: iso(at('10:00')), end: iso(Date.now() + 3_600_000), reason: 'x' },
        400,
        'in the future',
      ],
    ] as const;
    for (const [body, status, sentence] of wrong) {
      const answer = await ask('POST', '/stores/arbat/take-outs', body);
      expect(answer.status).toBe(status);
      expect(answer.body.detail).toContain(sentence);
    }
  });

  it('is in the audit log with who made and who reverted it', async () => {
    const { token } = await newToken(chain, { role: 'manager', stores: ['arbat'] });
    const headers = bearer(token);
    const body = { device: 'till', ...span('10:00', '10:30'), reason: 'delivery' };
    const made = await call(chain.server, '/api/v1/stores/arbat/take-outs', { method: 'POST', headers, body });
    const [line] = (await ask('GET', '/stores/arbat/take-outs')).body.takeOuts.filter(
      ({ id }: { id: string }) => id === made.body.id,
    );
    expect(line).toMatchObject({
      madeBy: expect.stringMatching(/^token:/),
      counts: { purchases: 6, netSalesMinor: 6000 },
    });
  });
});
