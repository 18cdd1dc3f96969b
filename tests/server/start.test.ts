import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../setup/ports.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** Runs the server until it ends by itself; answers its exit code and what it said on stderr. */
async function failure(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintel-start-'));
  endings.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const own = {
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    MQTT_PORT: String(await freePort()),
  };
  const server = spawn(process.execPath, [main], { env: { ...process.env, LOG_LEVEL: 'error', ...own, ...env } });
  let said = '';
  server.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const code = await new Promise<number | null>((resolve) => server.once('exit', resolve));
  return { code, said };
}

function takenPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      endings.push(() => server.close());
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

describe('a start that cannot be', () => {
  it('a port that is taken is told in one line', async () => {
    const port = await takenPort();
    const { code, said } = await failure({ PORT: String(port) });
    expect({ code, said }).toEqual({
      code: 1,
      said: `lintel: Port ${port} is already taken: set PORT to a free one.\n`,
    });
  });

  it('so is the broker’s', async () => {
    const port = await takenPort();
    const { code, said } = await failure({ MQTT_PORT: String(port) });
    expect({ code, said }).toEqual({
      code: 1,
      said: `lintel: Port ${port} for MQTT is already taken: set MQTT_PORT to a free one.\n`,
    });
  });

  it('wrong settings are told together', async () => {
    const { code, said } = await failure({ PORT: 'x', ROLES: 'cook' });
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(2);
    expect(said).toMatch(/PORT.*\n.*ROLES/);
  });

  it('a database that cannot be reached is told in one line, without its password', async () => {
    const port = await freePort();
    const { code, said } = await failure({ DATABASE_URL: `postgres://lintel:geheim@127.0.0.1:${port}/lintel` });
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(`The database lintel at 127.0.0.1:${port} (DATABASE_URL) cannot be reached`);
    expect(said).not.toContain('geheim');
  });
});
