import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleOver } from '../../server/cli/commands/user.ts';
import { demoAccount, loadDemo } from '../../server/demo/load.ts';
import { type RunningServer, startServer } from './server.ts';

/** Anna sees everything, Mikhail two of the stores. */
export const demoRoles = ['owner', 'manager'] as const;
export type DemoRole = (typeof demoRoles)[number];

/** The demo's five weeks up to now, served as they are: no device speaks any more. */
export interface FrozenDemo {
  readonly server: RunningServer;
  /** Of a signed-in session, as a `cookie` header has it. */
  readonly cookies: Readonly<Record<DemoRole, string>>;
  stop(): Promise<void>;
}

const manager = {
  ...{ name: 'Mikhail Belov', email: 'manager@demo.example', password: 'lintel-demo' },
  ...{ role: 'manager', stores: ['sheremetyevo', 'arbat'] },
};

async function post(server: RunningServer, path: string, { body, cookie }: { body: object; cookie?: string }) {
  const headers = { 'content-type': 'application/json', origin: server.url, ...(cookie ? { cookie } : {}) };
  const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

async function signIn(server: RunningServer, { email, password }: { email: string; password: string }) {
  const answer = await post(server, '/api/auth/sign-in/email', { body: { email, password } });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

export async function startFrozenDemo(env: Readonly<Record<string, string>> = {}): Promise<FrozenDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintel-demo-'));
  const { sql } = await loadDemo({ dataDir, now: Date.now(), peopleOver });
  await sql.close();
  const server = await startServer({ ...env, DATA_DIR: dataDir });
  const owner = await signIn(server, demoAccount);
  await post(server, '/api/v1/users', { body: manager, cookie: owner });
  const cookies = { owner, manager: await signIn(server, manager) };
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { server, cookies, stop };
}
