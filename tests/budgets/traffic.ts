/** A chain with a thousand messages a second coming in from all its doors, as a budget wants it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { end, message, start } from '../../scripts/bench/children.ts';
import { type Chain, startChain } from '../server/chain.ts';

const minute = 60_000;
const stores = 100;
const perSecond = 1_000;
export const secret = 'a-secret-of-every-device';

/** A zone in which it is about noon, so that no midnight cuts the day in two. */
function zoneAtNoon(): string {
  const hours = 12 - new Date().getUTCHours();
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

const idOf = (index: number): string => `store-${index}`;

/** `store-0` to `store-99`, each with a counter of entries (`door-…`) and a till (`till-…`), always open. */
function provisionFile(): string {
  const timezone = zoneAtNoon();
  const door = { profile: 'native', mode: 'interval', measures: ['entries'], reportsEvery: 60, secret };
  const till = { profile: 'native', measures: ['sales'], secret };
  return stringify({
    organisation: { name: 'Chain', currency: 'EUR', locale: 'en' },
    stores: Array.from({ length: stores }, (_, index) => ({
      ...{ id: idOf(index), name: `Store ${index}`, timezone },
      devices: [
        { id: `door-${index}`, ...door },
        { id: `till-${index}`, ...till },
      ],
    })),
  });
}

export async function startLargeChain(): Promise<Chain> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintel-budget-'));
  const file = join(dataDir, 'chain.yaml');
  writeFileSync(file, provisionFile());
  execFileSync(process.execPath, ['dist/cli.js', 'provision', file], { env: { ...process.env, DATA_DIR: dataDir } });
  const chain = await startChain({ DATA_DIR: dataDir });
  const stop = async (): Promise<void> => {
    await chain.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...chain, stop };
}

export interface Traffic {
  /** How many messages a second came in, once `seconds` are over. */
  over(): Promise<number>;
}

/** Sends for so long, from a process of its own, from every door. */
export async function startTraffic(chain: Chain, seconds: number): Promise<Traffic> {
  const devices = Array.from({ length: stores }, (_, index) => ({
    device: `door-${index}`,
    store: idOf(index),
    secret,
  }));
  const each = Math.ceil((seconds * perSecond) / devices.length);
  const child = start('publisher.mjs');
  const ready = message(child);
  const firstAt = Math.floor(Date.now() / minute - each - 1) * minute;
  child.send({ port: chain.server.mqttPort, root: 'lintel/v1', devices, firstAt, each, perSecond });
  await ready;
  const done = message<{ startedAt: number; endedAt: number }>(child);
  child.send('go');
  return {
    over: async () => {
      const { startedAt, endedAt } = await done;
      end(child);
      return (devices.length * each * 1000) / (endedAt - startedAt);
    },
  };
}
