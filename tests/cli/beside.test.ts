import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../setup/server.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lintel-cli-'));
let server: RunningServer;

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function lintel(args: readonly string[], env: NodeJS.ProcessEnv = server.env): Promise<Said> {
  return new Promise((resolve) => {
    const options = { env, timeout: 60_000 };
    const child = execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
    child.stdin?.end();
  });
}

async function get(path: string, token: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function within<T>(ms: number, ask: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(200)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new Error(`not within ${ms} ms`);
}

async function tokenOf(...args: string[]): Promise<string> {
  const { stdout } = await lintel(['token', 'create', '--name', 'test', ...args]);
  return stdout.trim();
}

beforeAll(async () => {
  server = await startServer();
  writeFileSync(
    join(folder, 'chain.yaml'),
    `organisation: { name: Chain, currency: EUR }
stores:
  - { id: north, timezone: Europe/Berlin, devices: [ { id: north-door, secret: opensesame } ] }
  - { id: south, timezone: Europe/Rome }
`,
  );
  await lintel(['provision', join(folder, 'chain.yaml')]);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the command line beside a running server', { timeout: 120_000 }, () => {
  it('prints a token alone, which sees its stores and no others, until it is revoked', async () => {
    const said = await lintel(['token', 'create', '--name', 'report', '--role', 'viewer', '--store', 'north']);
    expect(said.stdout).toMatch(/^lintel_[\w-]{43}\n$/);
    const token = said.stdout.trim();
    const stores = await within(6000, async () => {
      const { body } = await get('/api/v1/stores', token);
      const list = body['stores'] as { id: string }[] | undefined;
      return list && list.length > 0 ? list : undefined;
    });
    expect(stores.map((store) => store.id)).toEqual(['north']);
    expect(await lintel(['token', 'revoke', 'report'])).toMatchObject({ code: 0 });
    await within(6000, async () => ((await get('/api/v1/stores', token)).status === 401 ? true : undefined));
    expect((await lintel(['token', 'list'])).stdout).toContain('revoked');
  });

  it('has its changes of the settings taken up within five seconds', async () => {
    const token = await tokenOf('--role', 'owner');
    writeFileSync(join(folder, 'more.yaml'), 'stores: [ { id: east, timezone: Asia/Tokyo, currency: JPY } ]');
    const said = await lintel(['provision', join(folder, 'more.yaml')]);
    expect(said).toMatchObject({ code: 0, stdout: 'store east: added\n' });
    const found = await within(5000, async () => {
      const { body } = await get('/api/v1/stores', token);
      return (body['stores'] as { id: string; currency: string }[] | undefined)?.find((store) => store.id === 'east');
    });
    expect(found.currency).toBe('JPY');
  });

  it('makes accounts that can sign in, and new passwords that end the old ones', async () => {
    const signIn = async (password: string): Promise<number> => {
      const body = JSON.stringify({ email: 'anna@example.com', password });
      const headers = { 'content-type': 'application/json', origin: server.url };
      return (await fetch(`${server.url}/api/auth/sign-in/email`, { method: 'POST', body, headers })).status;
    };
    const account = ['--email', 'Anna@example.com', '--name', 'Anna', '--role', 'manager', '--store', 'north'];
    const made = await lintel(['user', 'create', ...account]);
    const password = /password: (\S+)/.exec(made.stdout)?.[1] ?? '';
    expect(await signIn(password)).toBe(200);
    expect(await lintel(['user', 'create', ...account])).toMatchObject({ code: 1, stdout: '' });
    expect(
      await lintel(['user', 'password', '--email', 'anna@example.com', '--password', 'another-one']),
    ).toMatchObject({ code: 0 });
    expect(await signIn(password)).toBe(401);
    expect(await signIn('another-one')).toBe(200);
  });

  it('imports into what the API shows, with the rejected lines in a file', async () => {
    const token = await tokenOf('--role', 'owner');
    const file = join(folder, 'sales.csv');
    writeFileSync(file, 'Bon;Zeit;Summe\n1;02.03.2026 10:00;12,50\n2;02.03.2026 10:05;-2,50\n3;gestern;1,00\n');
    const rejected = join(folder, 'rejected.csv');
    const said = await lintel([
      ...['import', 'sales', file, '--store', 'north', '--map', 'id=Bon,at=Zeit,total=Summe'],
      ...['--date-format', 'dd.MM.yyyy HH:mm', '--decimal-comma', '--rejected', rejected],
    ]);
    expect(said).toMatchObject({ code: 0, stdout: 'imported 2 receipts, 1 line rejected\n' });
    expect(said.stderr).toContain('line 4: "gestern" is not a time in the given format');
    const total = await within(6000, async () => {
      const { body } = await get('/api/v1/stores/north/funnel?from=2026-03-02&to=2026-03-02&by=none', token);
      const figures = body['total'] as Record<string, unknown>;
      return figures['purchases'] === 1 ? figures : undefined;
    });
    expect(total).toMatchObject({ grossSalesMinor: 1250, returnsMinor: 250, coverage: { purchases: 1 } });
  });

  it('publishes like real devices, every message acknowledged', async () => {
    const flags = [
      '--stores',
      '2',
      '--devices',
      '3',
      '--rate',
      '50',
      '--seconds',
      '2',
      '--replays',
      '--out-of-order',
      '--queue',
      '--service',
    ];
    const said = await lintel(['simulate', ...flags, '--provision', '--url', `mqtt://127.0.0.1:${server.mqttPort}`]);
    const [, published, acknowledged] = /published (\d+), acknowledged (\d+), failed 0/.exec(said.stdout) ?? [];
    expect(Number(published)).toBeGreaterThan(50);
    expect(acknowledged).toBe(published);
    const token = await tokenOf('--role', 'owner');
    const { body } = await get('/api/v1/devices?store=sim-001', token);
    expect((body['devices'] as { lastSeenAt: string | null }[]).every((device) => device.lastSeenAt !== null)).toBe(
      true,
    );
    expect((await get('/api/v1/quarantine?store=sim-001', token)).body).toMatchObject({ items: [] });
  });

  it('says what the doctor finds, and that a silent device is wrong', async () => {
    const said = await lintel(['doctor']);
    expect(said.code).toBe(1);
    expect(said.stdout).toMatch(/ok {4}broker/);
    expect(said.stdout).toMatch(/ok {4}server: at work/);
    expect(said.stdout).toMatch(/ok {4}rollups/);
    expect(said.stdout).toContain('WRONG device north-door: has never been heard of');
  });

  it('tells by the doctor that another broker cannot be reached', async () => {
    const file = join(folder, 'sources.yaml');
    writeFileSync(file, 'sources: [{ id: away, profile: ttn, url: "mqtt://127.0.0.1:9", username: shop }]\n');
    expect(await lintel(['provision', file])).toMatchObject({ code: 0 });
    const said = await lintel(['doctor']);
    expect(said.stdout).toMatch(/WRONG source away: .*127\.0\.0\.1:9/);
  });

  it('backs up beside the server, and restores the same answers into an empty folder', async () => {
    const token = await tokenOf('--role', 'owner');
    const path = '/api/v1/compare?from=2026-03-01&to=2026-03-31';
    const before = (await get(path, token)).body;
    const file = join(folder, 'backup.db');
    expect(await lintel(['backup', file])).toMatchObject({ code: 0 });
    const dataDir = mkdtempSync(join(folder, 'restored-'));
    expect(await lintel(['restore', file], { ...process.env, DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    const there = await startServer({ DATA_DIR: dataDir });
    const answer = await fetch(`${there.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const after = await answer.json();
    await there.stop();
    expect(after).toEqual(before);
    expect((await lintel(['restore', file])).stderr).toContain('--force replaces all');
    expect((await lintel(['restore', file, '--force'])).stderr).toContain('A server uses this database');
  });

  it('answers mistakes with one clear sentence and a code other than 0', async () => {
    const wrong = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await lintel(args);
      expect({ code: code !== 0, stdout }).toEqual({ code: true, stdout: '' });
      return stderr;
    };
    expect(await wrong('provision', 'no-such-file.yaml')).toBe('no-such-file.yaml cannot be read\n');
    expect(await wrong('token', 'create', '--name', 'x', '--role', 'manager')).toBe(
      'a manager needs at least one --store or --region\n',
    );
    expect(await wrong('import', 'counts', 'x.csv', '--store', 'nort')).toBe(
      'there is no store "nort": did you mean "north"?\n',
    );
    expect(await wrong('import', 'queue', 'x.csv', '--store', 'north')).toContain('there is no file x.csv');
    expect(await wrong('simulate', '--rate', '0')).toContain('must be a number above 0');
    expect(await wrong('frobnicate')).toContain("unknown command 'frobnicate'");
  });

  it('explains each command with an example', async () => {
    for (const command of [
      ['provision'],
      ['token', 'create'],
      ['user', 'create'],
      ['import', 'counts'],
      ['import', 'sales'],
      ['backup'],
      ['restore'],
      ['doctor'],
      ['simulate'],
    ]) {
      const { code, stdout } = await lintel([...command, '--help']);
      expect({ command, code, hasExample: /Examples?:/.test(stdout) }).toEqual({ command, code: 0, hasExample: true });
    }
  });
});
