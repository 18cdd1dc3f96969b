import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, bearer, type Chain, call, put, startChain } from '../chain.ts';
import { minuteAtDoor } from './xovis.ts';

describe('what is refused of a device', () => {
  let chain: Chain;
  let secret: string;
  const ask = (path: string, body?: unknown): Promise<Answer> =>
    call(chain.server, path, {
      headers: bearer(chain.token),
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
  const send = (feed: string, shown: string): Promise<Answer> =>
    call(chain.server, `/api/v1/hooks/${feed}`, {
      method: 'POST',
      headers: bearer(shown),
      body: minuteAtDoor('AABB01'),
    });
  const wrongOf = async (path: string): Promise<string[]> => {
    const { body } = await ask(`${path}/test`, {});
    return body.steps.flatMap((step: { ok: boolean; text: string }) => (step.ok ? [] : [step.text]));
  };

  beforeAll(async () => {
    chain = await startChain({});
    await put(chain, '/api/v1/stores/arbat', { timezone: 'Europe/Moscow', entrances: [{ id: 'main' }] });
    const made = await put(chain, '/api/v1/stores/arbat/devices/head', {
      profile: 'xovis',
      entrance: 'main',
      lines: ['Door'],
    });
    secret = made.body.secret;
    await put(chain, '/api/v1/sources/account', { profile: 'square', url: 'http://127.0.0.1:1' });
    await put(chain, '/api/v1/stores/arbat/devices/desk', { profile: 'square', source: 'account', address: 'L7' });
    await put(chain, '/api/v1/stores/arbat/devices/side', { profile: 'xovis', source: 'head', lines: ['2'] });
  });
  afterAll(() => chain?.stop());

  it('is said by its test and to who watches, until the right secret is entered there', async () => {
    expect((await ask('/api/v1/watch/head')).body.refused).toBeNull();
    for (const guess of ['guess-0123456789', 'guess-9876543210']) expect((await send('head', guess)).status).toBe(401);
    const sentence = expect.stringMatching(
      /^2 requests were refused in the last hour, the last at \d\d:\d\d: not made with the secret of this address\. Enter the present one where it is sent from\.$/,
    );
    expect(await wrongOf('/api/v1/devices/head')).toContainEqual(sentence);
    // It shares the messages of the other, and so its trouble.
    expect(await wrongOf('/api/v1/devices/side')).toContainEqual(sentence);
    const { body } = await ask('/api/v1/watch/head');
    expect(body.refused).toEqual({ count: 2, lastAt: expect.stringMatching(/Z$/), sentence });
    expect(chain.server.output().match(/what this feed sends is refused/g)).toHaveLength(1);
    expect((await send('head', secret)).status).toBe(200);
    expect((await ask('/api/v1/watch/head')).body.refused).toBeNull();
  });

  it('where its make signs by itself the key is to be pasted', async () => {
    const refused = await send('account', 'no signature');
    expect(refused.body.detail).toBe(
      'This address has no key yet: paste the key by which Square signs on the source’s page in Lintel.',
    );
    expect((await wrongOf('/api/v1/sources/account')).join('\n')).toMatch(
      /1 request was refused in the last hour, the last at \d\d:\d\d UTC: .*Paste the key by which Square signs on this source’s page\./,
    );
  });

  it('is a wrong password at the broker as well', async () => {
    const { host, port } = (await ask('/api/v1/devices/head/connection')).body.broker;
    const url = `mqtt://${host}:${port}`;
    const options = { username: 'head', password: 'guess', reconnectPeriod: 0 };
    await expect(connectAsync(url, options, false)).rejects.toThrow();
    await vi.waitFor(async () => {
      const { body } = await ask('/api/v1/watch/head');
      expect(body.refused.sentence).toMatch(/the MQTT password was wrong\. Enter the present secret at the device/);
    });
  });

  it('is nothing that is entered at a device which sends by another or by a source', async () => {
    const { body } = await ask('/api/v1/devices/desk/connection');
    expect(body).toMatchObject({
      sentBy: { kind: 'source', id: 'account' },
      hookUrl: null,
      username: null,
      topics: [],
      steps: ['Nothing to enter: it sends by the source “account”.'],
    });
    const side = await ask('/api/v1/devices/side/connection');
    expect(side.body).toMatchObject({ sentBy: { kind: 'device', id: 'head' }, hookUrl: null, username: null });
    expect((await ask('/api/v1/devices/head/connection')).body).toMatchObject({ sentBy: null, username: 'head' });
    const made = await put(chain, '/api/v1/stores/arbat/devices/back', {
      profile: 'xovis',
      source: 'head',
      lines: ['3'],
    });
    expect(made.body).not.toHaveProperty('secret');
  });
});
