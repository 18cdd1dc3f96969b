/** Messages a second through a broker into the database, and into nothing. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { BenchDevice } from './chain.ts';
import { end, message, start } from './children.ts';
import { threadTimes } from './cpu.ts';

export interface Load {
  readonly port: number;
  /** The beginning of the topics: `lintel/v1`, or as long a one. */
  readonly root: string;
  readonly devices: readonly BenchDevice[];
  /** Start of the first interval, epoch ms; each device sends `each` minutes from there. */
  readonly firstAt: number;
  readonly each: number;
  readonly perSecond?: number;
}

export interface Measured {
  readonly perSecond: number;
  /** CPU µs a message of each busy thread: the processes that were named, then the publishers and the subscriber. */
  readonly costs: readonly (readonly number[])[];
}

/** A load whose cost is measured as well. */
export interface Measure extends Load {
  readonly pids: readonly number[];
}

const processes = 2;
const window = 100;

interface Done {
  readonly startedAt: number;
  readonly endedAt: number;
}

interface Publishers {
  readonly pids: readonly number[];
  /** Answers when all is acknowledged. */
  go(): Promise<Done>;
  end(): void;
}

/** Publishers that are connected and have their frames ready. */
export async function preparePublishers(load: Load): Promise<Publishers> {
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
  return { go, pids: children.map(pidOf), end: () => children.forEach(end) };
}

function pidOf(child: ChildProcess): number {
  return child.pid ?? 0;
}

async function preparePublisher(load: Load): Promise<ChildProcess> {
  const child = start('publisher.mjs');
  const ready = message(child);
  const perSecond = load.perSecond === undefined ? undefined : load.perSecond / processes;
  child.send({ ...load, perSecond, window });
  await ready;
  return child;
}

/** Into an mqtt.js subscriber that does nothing: messages a second until the last one came. */
export async function rateIntoNothing(load: Measure): Promise<Measured> {
  const expected = load.devices.length * load.each;
  const subscriber = start('nothing-subscriber.mjs', [String(load.port), `${load.root}/#`, String(expected)]);
  await message(subscriber);
  const publishers = await preparePublishers(load);
  const received = message<{ at: number }>(subscriber);
  const meter = startMeter([...load.pids, ...publishers.pids, pidOf(subscriber)]);
  const { startedAt } = await publishers.go();
  const { at } = await received;
  const costs = meter.costs(expected);
  publishers.end();
  end(subscriber);
  return { perSecond: expected / ((at - startedAt) / 1000), costs };
}

/** Into Lintel: messages a second until the last one is committed, seen by another connection to its database. */
export async function rateIntoLintel(load: Measure, databasePath: string): Promise<Measured> {
  const expected = load.devices.length * load.each;
  const publishers = await preparePublishers(load);
  const meter = startMeter([...load.pids, ...publishers.pids]);
  const { startedAt } = await publishers.go();
  const at = await untilStored(load, databasePath);
  const costs = meter.costs(expected);
  publishers.end();
  return { perSecond: expected / ((at - startedAt) / 1000), costs };
}

/** What processes use from now on. */
function startMeter(pids: readonly number[]): { costs(messages: number): number[][] } {
  const before = pids.map(threadTimes);
  const costOf = (pid: number, place: number, messages: number): number[] =>
    [...threadTimes(pid)].map(([thread, at]) => (at - (before[place]?.get(thread) ?? 0)) / messages);
  return { costs: (messages) => pids.map((pid, place) => costOf(pid, place, messages)) };
}

/** Epoch ms at which every device's last interval was there; then counts them all, so that none is missing. */
async function untilStored(load: Load, databasePath: string): Promise<number> {
  const database = new Database(databasePath, { readonly: true });
  const names = JSON.stringify(load.devices.map(({ device }) => device));
  const ofThese = 'device_id in (select value from json_each(?))';
  const lastStart = load.firstAt + (load.each - 1) * 60_000;
  const last = database.prepare(`select count(*) from count_intervals where slot = ? and start_at = ? and ${ofThese}`);
  const all = database.prepare(`select count(*) from count_intervals where slot between ? and ? and ${ofThese}`);
  const slot = (at: number): number => Math.floor(at / 900_000);
  const until = Date.now() + 120_000;
  while (last.pluck().get(slot(lastStart), lastStart, names) !== load.devices.length) {
    if (Date.now() > until) throw new Error('not everything was stored within two minutes');
    await sleep(10);
  }
  const at = Date.now();
  const stored = all.pluck().get(slot(load.firstAt), slot(lastStart), names);
  database.close();
  if (stored !== load.devices.length * load.each) throw new Error(`${stored} intervals stored, not all that were sent`);
  return at;
}
