import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSql } from '../../../db/sql/open.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { lockDatabase } from '../../fault/locker.ts';
import { type RunningServer, startServer } from '../../setup/server.ts';
import { eventually } from '../shop.ts';
import { type Hooked, hooked, knownOf, requestTo, secretOf, setUpFeeds } from './feeds.ts';

const all = await hooked();
const dataDir = mkdtempSync(join(tmpdir(), 'lintel-hooks-'));
let server: RunningServer;
let sql: Sql;

beforeAll(async () => {
  await setUpFeeds({ databaseUrl: undefined, dataDir }, all, ['now-', 'slow-']);
  server = await startServer({ DATA_DIR: dataDir });
  sql = openSql({ databaseUrl: undefined, dataDir });
});
afterAll(async () => {
  await sql?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly ms: number;
}

async function send(one: Hooked, who: { feed: string; secret: string | null }): Promise<Answered> {
  const { url, init } = requestTo(server.url, one, who);
  const beganAt = performance.now();
  const answer = await fetch(url, init);
  const body = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    body,
    ms: performance.now() - beganAt,
  };
}

describe.for(all.map((one) => [one.adapter.profile, one] as const))('a webhook of %s', ([profile, one]) => {
  const feed = `now-${profile}`;
  const secret = secretOf(feed);

  test('is refused where it does not show whom it comes from, or with a wrong secret, and nothing is kept', async () => {
    const missing = await send(one, { feed, secret: null });
    const forged = await send(one, { feed, secret: 'guessed-0123456789abcdefgh' });
    expect([missing.status, forged.status]).toEqual([401, 401]);
    expect([missing.type, forged.type]).toEqual(Array(2).fill('application/problem+json'));
    expect(JSON.parse(forged.body).detail).toMatch(
      one.webhook.proof === 'signature' ? /^The request was not signed .*paste the key by which/ : /secret/,
    );
    expect(await knownOf(sql, feed)).toEqual({});
  });

  test('is stored when it is answered', async () => {
    const answer = await send(one, { feed, secret });
    expect(answer.status, answer.body).toBeGreaterThanOrEqual(200);
    expect(answer.status, answer.body).toBeLessThan(300);
    const known = await knownOf(sql, feed);
    expect(known['quarantine']).toBeUndefined();
    expect(Object.keys(known)).not.toEqual([]);
    expect(answer.ms).toBeLessThan(one.webhook.answerWithinMs);
  });

  test('comes a second time, as authentic as the first, and changes nothing', async () => {
    const before = await knownOf(sql, feed);
    const answer = await send(one, { feed, secret });
    expect(answer.status).toBeLessThan(300);
    expect(await knownOf(sql, feed)).toEqual(before);
  });
});

test('what is no feed is not found, whatever is sent there', async () => {
  const [one] = all as [Hooked];
  const answer = await send(one, { feed: 'nobody', secret: secretOf('nobody') });
  expect(answer).toMatchObject({ status: 404, type: 'application/problem+json' });
  expect(JSON.parse(answer.body).detail).toBe('There is nothing at this address.');
});

test('guesses from one address are not looked at for ever', async () => {
  const [one] = all as [Hooked];
  const feed = `slow-${one.adapter.profile}`;
  const statuses: number[] = [];
  for (let guess = 0; guess < 32; guess += 1)
    statuses.push((await send(one, { feed, secret: `guess-${guess}-0123456789abcdef` })).status);
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
  expect(statuses.slice(30)).toEqual([429, 429]);
});

describe('while the database is slow', () => {
  // The feed that was guessed at is shut to this address for a minute.
  const slow = all.slice(1);

  test('every vendor is answered within its time, and what was answered survives a kill', async () => {
    const locker = await lockDatabase(join(dataDir, 'lintel.db'));
    const answers = await Promise.all(
      slow.map(async (one) => {
        const feed = `slow-${one.adapter.profile}`;
        return { one, answer: await send(one, { feed, secret: secretOf(feed) }) };
      }),
    );
    const late = answers.filter(({ one, answer }) => answer.status >= 300 || answer.ms >= one.webhook.answerWithinMs);
    expect(late.map(({ one, answer }) => [one.adapter.profile, answer])).toEqual([]);
    expect(readdirSync(join(dataDir, 'spool'))).toHaveLength(slow.length);
    await server.kill9();
    await locker.release();
    for (const one of slow) expect(await knownOf(sql, `slow-${one.adapter.profile}`)).toEqual({});
    server = await startServer({ DATA_DIR: dataDir });
    await eventually(
      async () => readdirSync(join(dataDir, 'spool')),
      (files) => files.length === 0,
    );
    for (const { adapter } of slow) {
      const { quarantine = [], ...facts } = await knownOf(sql, `slow-${adapter.profile}`);
      const { quarantine: _, ...same } = await knownOf(sql, `now-${adapter.profile}`);
      expect({ profile: adapter.profile, quarantine }).toEqual({ profile: adapter.profile, quarantine: [] });
      expect(Object.keys(facts)).toEqual(Object.keys(same));
    }
  });
});
