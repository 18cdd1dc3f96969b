/** Messages a second through a broker into the database, and into nothing. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { BenchDevice } from './chain.ts';
import { end, message, start } from './children.ts';

export interface Load {
  readonly port: number;
  readonly devices: readonly BenchDevice[];
  /** Start of the first interval, epoch ms; each device sends `each` minutes from there. */
  readonly firstAt: number;
  readonly each: number;
  readonly perSecond?: number;
}

const processes = 2;
const window = 100;

interface Done {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Publishers that are connected and have their frames ready; `go` answers when all is acknowledged. */
export async function preparePublishers(load: Load): Promise<{ go(): Promise<Done> }> {
  const shares = Array.from({ length: processes }, (_, share) =>
    load.devices.filter((_device, index) => index % processes === share),
  );
  const children = await Promise.all(shares.map((devices) => preparePublisher({ ...load, devices })));
  const go = async (): Promise<Done> => {
    const done = children.map((child) => message<Done>(child));
    for (const child of children) child.send({ go: true });
    const all = await Promise.all(done);
    return {
      startedAt: Math.min(...all.map((one) => one.startedAt)),
      endedAt: Math.max(...all.map((one) => one.endedAt)),
    };
  };
  return { go };
}

async function preparePublisher(load: Load): Promise<ChildProcess> {
  const child = start('publisher.mjs');
  const ready = message(child);
  const perSecond = load.perSecond === undefined ? undefined : load.perSecond / processes;
  child.send({ ...load, perSecond, window });
  await ready;
  return child;
}

/** Into a subscriber that acknowledges and forgets: messages a second until the last one came. */
export async function rateIntoNothing(load: Load): Promise<number> {
  const expected = load.devices.length * load.each;
  const subscriber = start('null-subscriber.mjs', [String(load.port), String(expected)]);
  await message(subscriber);
  const publishers = await preparePublishers(load);
  const received = message<{ at: number }>(subscriber);
  const { startedAt } = await publishers.go();
  const { at } = await received;
  end(subscriber);
  return expected / ((at - startedAt) / 1000);
}

/** Into Lintel: messages a second until the last one is committed, seen by another connection to its database. */
export async function rateIntoLintel(load: Load, databasePath: string): Promise<number> {
  const expected = load.devices.length * load.each;
  const publishers = await preparePublishers(load);
  const { startedAt } = await publishers.go();
  const at = await untilStored(load, databasePath);
  return expected / ((at - startedAt) / 1000);
}

/** Epoch ms at which every device's last interval was there; then counts them all, so that none is missing. */
async function untilStored(load: Load, databasePath: string): Promise<number> {
  const database = new Database(databasePath, { readonly: true });
  const lastStart = load.firstAt + (load.each - 1) * 60_000;
  const last = database.prepare('select count(*) from count_intervals where slot = ? and start_at = ?').pluck();
  const all = database.prepare('select count(*) from count_intervals where slot between ? and ?').pluck();
  const slot = (at: number): number => Math.floor(at / 900_000);
  const until = Date.now() + 120_000;
  while (last.get(slot(lastStart), lastStart) !== load.devices.length) {
    if (Date.now() > until) throw new Error('not everything was stored within two minutes');
    await sleep(5);
  }
  const at = Date.now();
  const stored = all.get(slot(load.firstAt), slot(lastStart));
  database.close();
  if (stored !== load.devices.length * load.each) throw new Error(`${stored} intervals stored, not all that were sent`);
  return at;
}
