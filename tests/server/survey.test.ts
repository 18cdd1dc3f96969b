import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pharmacyRu } from '../../server/standards/templates/words/pharmacyRu.ts';
import { type Answer, bearer, type Chain, call, put, startChain } from './chain.ts';

let chain: Chain;
let key = '';
beforeAll(async () => {
  chain = await startChain({ PUBLIC_URL: 'https://shops.example/' });
  for (const store of ['arbat', 'nevsky'])
    await put(chain, `/api/v1/stores/${store}`, { name: store, timezone: 'UTC' });
  key = (await put(chain, '/api/v1/stores/arbat/survey-page', { isOpen: true })).body.key;
});
afterAll(() => chain?.stop());

function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const init = { method, headers: bearer(chain.token), ...(body === undefined ? {} : { body }) };
  return call(chain.server, `/api/v1${path}`, init);
}

/** Somebody in the shop: no account, an address of their own behind the proxy on this machine. */
const from = (address: string) => ({
  read: (path: string) => call(chain.server, `/api/v1/survey/${path}`, { headers: { 'x-forwarded-for': address } }),
  send: (to: string, body: unknown) =>
    call(chain.server, `/api/v1/survey/${to}`, { method: 'POST', headers: { 'x-forwarded-for': address }, body }),
});
const phone = (n: number | string) => `phone-of-somebody-${n}`;
const nps = (score: number, more = {}) => ({ survey: 'nps', score, ...more });
const page = async (store = 'arbat') => (await ask('GET', `/stores/${store}/survey-page`)).body;
const month = {
  from: new Date(Date.now() - 86_400_000).toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
};
const scores = async (store = 'arbat') =>
  (await ask('GET', `/stores/${store}/service?from=${month.from.slice(0, 10)}&to=${month.to.slice(0, 10)}`)).body;

const advice = { en: 'Advice I can trust', ru: pharmacyRu.csi['advice'], fa: 'مشاورهٔ قابل اعتماد' };

describe('the page of a store', () => {
  it('proposes what to ask until it is saved, with the weights of the satisfaction index', async () => {
    expect(await page('nevsky')).toEqual({
      isOpen: false,
      url: null,
      key: null,
      locale: 'en',
      questions: ['nps', 'csat'].map((survey) => ({ survey, criterion: null, text: null })),
      criteria: [],
      answersIn30Days: 0,
    });
    await ask('POST', '/standards/template', { template: 'pharmacy', locale: 'en' });
    const proposed = await page('nevsky');
    expect(proposed.questions[2]).toEqual({ survey: 'csi', criterion: 'advice', text: null });
    expect(proposed.criteria[0]).toEqual({ criterion: 'advice', names: advice });
  });

  it('calls a template’s criteria by their names in each language, and others as their owner does', async () => {
    const own = { process: 'csi', processName: 'CSI', unit: 'points', green: 9, yellow: 7, lowerIsBetter: false };
    const standards = [
      { ...own, criterion: 'staff', criterionName: 'Our people' },
      { ...own, criterion: 'coffee', criterionName: 'The coffee' },
    ];
    await put(chain, '/api/v1/stores/presnya', { name: 'presnya', timezone: 'UTC' });
    await put(chain, '/api/v1/standards', { standards });
    const questions = [
      { survey: 'nps' },
      { survey: 'csi', criterion: 'advice' },
      { survey: 'csi', criterion: 'waiting', text: 'Did you wait long?' },
      { survey: 'csi', criterion: 'staff' },
      { survey: 'csi', criterion: 'coffee' },
      { survey: 'csi', criterion: 'parking' },
    ];
    const { body } = await put(chain, '/api/v1/stores/presnya/survey-page', { isOpen: true, questions });
    const read = (await from('198.51.100.20').read(body.key)).body.questions;
    const everywhere = (name: string) => ({ en: name, ru: name, fa: name });
    expect(read.map(({ text, names }: { text: unknown; names: unknown }) => [text, names])).toEqual([
      [null, null],
      [null, advice],
      ['Did you wait long?', { en: 'Waiting time', ru: expect.any(String), fa: 'زمان انتظار' }],
      [null, everywhere('Our people')],
      [null, everywhere('The coffee')],
      [null, null],
    ]);
    // What was read can be written back as it is.
    const again = await put(chain, '/api/v1/stores/presnya/survey-page', { questions: body.questions });
    expect(again.body.questions).toEqual(body.questions);
  });

  it('has its address as a code to print', async () => {
    const { url } = await page();
    expect(url).toBe(`https://shops.example/s/${key}`);
    const code = await ask('GET', '/stores/arbat/survey-page/qr.svg');
    expect(code.type).toBe('image/svg+xml');
    expect(code.body).toMatch(/^<svg .*<\/svg>$/s);
    expect((await ask('GET', '/stores/nevsky/survey-page/qr.svg')).status).toBe(404);
  });

  it('says what is wrong with its questions', async () => {
    const set = (body: unknown) => ask('PUT', '/stores/arbat/survey-page', body);
    expect((await set({ questions: [] })).status).toBe(400);
    expect((await set({ locale: 'de' })).status).toBe(400);
    expect((await set({ questions: [{ survey: 'smileys' }] })).body.detail).toContain('must be nps, csat or csi');
    const twice = { questions: [{ survey: 'nps' }, { survey: 'nps', text: 'again' }] };
    expect((await set(twice)).body.detail).toContain('asked twice');
  });
});

describe('whoever scans the code', () => {
  it('reads the questions without an account, and answers; nothing tells who it was', async () => {
    const visitor = from('198.51.100.1');
    const read = await visitor.read(`${key}?phone=${phone(1)}`);
    expect(read).toMatchObject({ status: 200, body: { store: 'arbat', locale: 'en', hasAnswered: false } });
    const comment = 'Call me: +7 999 123-45-67, anna@example.com. Very kind!';
    const sent = await visitor.send(key, { phone: phone(1), answers: [nps(9, { comment })] });
    expect(sent.body).toEqual({ kept: 1, replaced: false });
    expect((await visitor.read(`${key}?phone=${phone(1)}`)).body.hasAnswered).toBe(true);
    expect((await visitor.read(`${key}?phone=${phone(2)}`)).body.hasAnswered).toBe(false);
    expect(await page()).toMatchObject({ answersIn30Days: 1 });
    expect((await scores()).nps).toBe(100);
  });

  it('answers once a visit: the second sending takes the place of the first', async () => {
    const visitor = from('198.51.100.2');
    const sent = await visitor.send(key, { phone: phone(1), answers: [nps(2)] });
    expect(sent.body).toEqual({ kept: 1, replaced: true });
    expect(await scores()).toMatchObject({ nps: -100, voice: { nps: { all: { answers: 1 } } } });
  });

  it('has an answer that waited for a network counted when it was given, by our clock', async () => {
    const visitor = from('198.51.100.3');
    // The phone's clock is a year slow; it waited an hour.
    const sentAt = new Date(Date.now() - 365 * 86_400_000);
    const at = new Date(sentAt.getTime() - 3_600_000).toISOString();
    const kept = await visitor.send(key, { phone: phone(3), at, sentAt: sentAt.toISOString(), answers: [nps(10)] });
    expect(kept.body).toEqual({ kept: 1, replaced: false });
    const old = await visitor.send(key, { phone: phone(4), at, answers: [nps(10)] });
    expect(old).toMatchObject({ status: 400, body: { detail: expect.stringContaining('seven days') } });
    const ahead = new Date(Date.now() + 86_400_000).toISOString();
    expect((await visitor.send(key, { phone: phone(5), at: ahead, answers: [nps(10)] })).body.kept).toBe(1);
    expect((await scores()).voice.nps.all.answers).toBe(3);
  });

  it('cannot answer with what is no answer', async () => {
    const visitor = from('198.51.100.4');
    const send = async (body: unknown) => (await visitor.send(key, body)).status;
    const before = await page();
    for (const score of [11, -1, 4.5, '9', null, 1e300, Number.NaN])
      expect({ score, status: await send({ phone: phone(6), answers: [{ survey: 'nps', score }] }) }).toEqual({
        score,
        status: 400,
      });
    expect(await send({ phone: 'short', answers: [nps(9)] })).toBe(400);
    expect(await send({ phone: `' or 1=1 --${'x'.repeat(9)}`, answers: [nps(9)] })).toBe(400);
    expect(await send({ phone: phone(6), answers: [] })).toBe(400);
    expect(await send({ phone: phone(6), answers: Array(13).fill(nps(9)) })).toBe(400);
    expect(await send({ phone: phone(6), answers: [nps(9), nps(1)] })).toBe(400);
    expect(await send({ phone: phone(6), answers: [nps(9)], email: 'anna@example.com' })).toBe(400);
    expect(await send({ phone: phone(6), answers: [nps(9, { criterion: 'made up' })] })).toBe(400);
    expect(await send('{"phone": ')).toBe(400);
    expect(await send([])).toBe(400);
    expect(await page()).toEqual(before);
  });

  it('cannot send more than a page has room for', async () => {
    const visitor = from('198.51.100.5');
    const comment = 'x'.repeat(70_000);
    const answer = await visitor.send(key, { phone: phone(7), answers: [nps(9, { comment })] });
    expect(answer).toMatchObject({ status: 413, body: { code: 'too_large' } });
    // Either told, or cut off in the middle of it.
    expect([413, 'cut off']).toContain(await sendEndlessly(key));
    expect(
      (await visitor.send(key, { phone: phone(7), answers: [nps(9, { comment: 'x'.repeat(1001) })] })).status,
    ).toBe(400);
  });

  it('finds nothing by a key that is made up, and nothing of another store by its own', async () => {
    const visitor = from('198.51.100.6');
    for (const wrong of ['arbat', `${key}x`, key.slice(1), key.toLowerCase(), '%00', '..%2Fstores', "'%20or%201=1"]) {
      expect((await visitor.read(wrong)).status).toBe(404);
      expect((await visitor.send(wrong, { phone: phone(8), answers: [nps(0)] })).status).toBe(404);
    }
    expect((await scores('nevsky')).voice.nps.all.answers).toBe(0);
  });

  it('is told to wait where too much comes from one address; others go on', async () => {
    const flood = from('203.0.113.7');
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, n) => flood.send(key, { phone: phone(`flood-${n}`), answers: [nps(0)] })),
    );
    const statuses = sent.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBe(40);
    const refused = await flood.send(key, { phone: phone('flood'), answers: [nps(0)] });
    expect(refused).toMatchObject({ status: 429, type: 'application/problem+json', body: { code: 'too_many' } });
    expect(refused.headers.get('retry-after')).toBe('60');
    // Another address cannot be made up on top of the one that the proxy saw.
    const forged = from('198.51.100.99, 203.0.113.7');
    expect((await forged.send(key, { phone: phone('forged'), answers: [nps(0)] })).status).toBe(429);
    const other = await from('198.51.100.8').send(key, { phone: phone(9), answers: [nps(10)] });
    expect(other.status).toBe(200);
  });

  it('is told to wait where many wrong keys come from one address, and the right one is still let in', async () => {
    const guesser = from('203.0.113.8');
    const guesses = await Promise.all(Array.from({ length: 70 }, (_, n) => guesser.read(`guess-${n}`)));
    const statuses = guesses.map(({ status }) => status).sort();
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
    expect((await guesser.read(key)).status).toBe(200);
  });

  it('finds the page closed when it is closed, and the former address dead when it was renewed', async () => {
    const visitor = from('198.51.100.9');
    await put(chain, '/api/v1/stores/arbat/survey-page', { isOpen: false });
    expect(await visitor.read(key)).toMatchObject({ status: 404, body: { detail: expect.stringContaining('closed') } });
    expect((await visitor.send(key, { phone: phone(10), answers: [nps(9)] })).status).toBe(404);
    const renewed = await put(chain, '/api/v1/stores/arbat/survey-page', { isOpen: true, renew: true });
    expect((await visitor.read(key)).status).toBe(404);
    expect((await visitor.read(renewed.body.key)).status).toBe(200);
  });
});

/** A body without an end, which nobody waits for. */
function sendEndlessly(to: string): Promise<number | 'cut off'> {
  return new Promise((resolve) => {
    const { port } = new URL(chain.server.url);
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.55' };
    const sending = request({ host: '127.0.0.1', port, method: 'POST', path: `/api/v1/survey/${to}`, headers });
    const chunk = 'x'.repeat(16_384);
    const more = (): void => {
      if (!sending.destroyed) sending.write(chunk, () => setImmediate(more));
    };
    sending.on('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      sending.destroy();
    });
    sending.on('error', () => resolve('cut off'));
    more();
  });
}
