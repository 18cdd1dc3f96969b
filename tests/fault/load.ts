/** Load whose effect is known exactly: each message under one key of its own, sent until it was acknowledged. */
import type { MqttClient } from 'mqtt';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { type DatabasePlace, openSql } from '../../db/sql/open.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Shop } from '../flow/shop.ts';

/** Far enough back that no load of a test comes to the present. */
const from = Math.floor(Date.now() / 60_000) * 60_000 - 300 * 86_400_000;

/** The shop's devices of tests/flow/shop.ts, and one of each further kind of counter. */
export const furtherDevices = `
stores:
  - id: arbat
    name: Arbat
    timezone: Europe/Moscow
    devices:
      - { id: cam-3, profile: native, mode: cumulative, measures: [entries], entrance: main, reportsEvery: 60, secret: s3cret-word }
      - { id: cam-4, profile: native, mode: event, measures: [entries], entrance: main, secret: s3cret-word }
`;

const kinds = [
  { device: 'cam-1', kind: 'counts', item: interval },
  { device: 'cam-2', kind: 'counts', item: interval },
  { device: 'cam-3', kind: 'counts', item: reading },
  { device: 'cam-4', kind: 'counts', item: event },
  { device: 'till-1', kind: 'sales', item: receipt },
  { device: 'till-2', kind: 'sales', item: receipt },
] as const;

export const loadDevices: readonly string[] = kinds.map(({ device }) => device);

const minute = (place: number): string => new Date(from + place * 60_000).toISOString();

function interval(place: number): object {
  return { start: minute(place), end: minute(place + 1), in: 1 };
}

/** Every reading one more than the one before, in whatever order they arrive. */
function reading(place: number): object {
  return { at: minute(place), totalIn: place };
}

function event(place: number): object {
  return { at: new Date(from + place * 1000).toISOString(), direction: 'in', id: `e${place}` };
}

function receipt(place: number): object {
  return { id: `r${place}`, at: new Date(from + place * 1000).toISOString(), type: 'sale', total: '1.00' };
}

export interface LoadMessage {
  readonly device: string;
  /** As after `lintel/v1/` and after `/api/v1/ingest/`. */
  readonly path: string;
  readonly text: string;
}

/** The n-th message of the load. */
export function messageOf(n: number): LoadMessage {
  const one = kinds[n % kinds.length] ?? kinds[0];
  const text = JSON.stringify(one.item(Math.floor(n / kinds.length)));
  return { device: one.device, path: `arbat/${one.device}/${one.kind}`, text };
}

/** Sends the n-th message; settles when it was acknowledged. */
export type Send = (n: number) => Promise<void>;

export interface Load {
  readonly acknowledged: ReadonlySet<number>;
  /** Sends nothing new; settles when all that was sent has been acknowledged. */
  finish(): Promise<void>;
}

/** Keeps so many messages under way. */
export function startLoad(send: Send, { atOnce, pauseMs = 0 }: { atOnce: number; pauseMs?: number }): Load {
  const acknowledged = new Set<number>();
  let next = 0;
  let isFinishing = false;
  const work = async (): Promise<void> => {
    while (!isFinishing) {
      const n = next++;
      await send(n);
      acknowledged.add(n);
      if (pauseMs > 0) await sleep(pauseMs);
    }
  };
  const workers = Array.from({ length: atOnce }, work);
  return {
    acknowledged,
    finish: async () => {
      isFinishing = true;
      await Promise.all(workers);
    },
  };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Each device over its own connection; what was not acknowledged is sent again, by mqtt.js or, where that gives up, here. */
export function publishBy(clientOf: (device: string) => MqttClient): Send {
  return async (n) => {
    const { device, path, text } = messageOf(n);
    for (;;) {
      const isAcknowledged = await clientOf(device)
        .publishAsync(`lintel/v1/${path}`, text, { qos: 1 })
        .then(
          () => true,
          () => false,
        );
      if (isAcknowledged) return;
      await sleep(20);
    }
  };
}

export function postTo(shop: Shop): Send {
  return async (n) => {
    const { path, text } = messageOf(n);
    for (;;) {
      const answer = await shop.post(`/api/v1/ingest/${path}`, text).catch(() => null);
      if (answer?.status === 200) return;
      await sleep(20);
    }
  };
}

/** What is stored of the load, by kind: the facts, and what they count for. */
export interface Stored {
  readonly facts: Readonly<Record<string, number>>;
  readonly counted: Readonly<Record<string, number>>;
  /** Where rollups and facts differ. */
  readonly wrong: readonly unknown[];
}

export async function storedIn(place: DatabasePlace): Promise<Stored> {
  const sql = openSql(place, { readonly: true });
  const scope = systemScope('test');
  const one = async (text: string): Promise<number> => (await sql.all<{ n: number | null }>(text))[0]?.n ?? 0;
  const byDevice = async (text: string): Promise<Record<string, number>> => {
    const rows = await sql.all<{ device: string; n: number }>(text);
    return Object.fromEntries(rows.map(({ device, n }) => [device, n]));
  };
  try {
    const settings = await loadSettings(sql, scope);
    return {
      facts: {
        intervals: await one('select count(*) as n from count_intervals where is_overlap = 0'),
        readings: await one('select count(*) as n from count_readings'),
        events: await one('select count(*) as n from count_events'),
        receipts: await one('select count(*) as n from sales'),
      },
      counted: {
        ...(await byDevice('select device_id as device, sum(count_in) as n from quarter_counts group by device_id')),
        purchases: await one('select sum(purchases) as n from quarter_sales'),
      },
      wrong: await compareRollups(sql, scope, { settings, storeId: 'arbat', now: Date.now() }),
    };
  } finally {
    await sql.close();
  }
}

/** What must be stored when exactly these messages are: each once. */
export function expectedOf(acknowledged: ReadonlySet<number>): Stored {
  const sent = new Map(loadDevices.map((device) => [device, 0]));
  let lastReading = -1;
  let firstReading = Number.POSITIVE_INFINITY;
  for (const n of acknowledged) {
    const { device } = messageOf(n);
    sent.set(device, (sent.get(device) ?? 0) + 1);
    if (device !== 'cam-3') continue;
    lastReading = Math.max(lastReading, Math.floor(n / kinds.length));
    firstReading = Math.min(firstReading, Math.floor(n / kinds.length));
  }
  const of = (...devices: readonly string[]): number => devices.reduce((sum, id) => sum + (sent.get(id) ?? 0), 0);
  return {
    facts: {
      intervals: of('cam-1', 'cam-2'),
      readings: of('cam-3'),
      events: of('cam-4'),
      receipts: of('till-1', 'till-2'),
    },
    counted: {
      'cam-1': of('cam-1'),
      'cam-2': of('cam-2'),
      // The first reading is the base line; those between may be missing without a difference.
      'cam-3': lastReading - firstReading,
      'cam-4': of('cam-4'),
      purchases: of('till-1', 'till-2'),
    },
    wrong: [],
  };
}
