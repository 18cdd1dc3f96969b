/** The storing layer alone: readings that are in memory, into the database, without broker or threads. */
import { makeSettingsCache } from '../../db/settings/cache.ts';
import { sqlitePath } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { openSqlite } from '../../db/sql/sqlite.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { acceptedOnce } from '../../ingest/pipeline/message.ts';
import { makeParcel, type PackedMessages, unpackMessages } from '../../ingest/pipeline/packed.ts';
import { makePipeline, type Pipeline } from '../../ingest/pipeline/pipeline.ts';
import { doorOf } from './chain.ts';
import { provision } from './house.ts';
import { median, rounded, say } from './say.ts';

export interface StoringSize {
  readonly rounds: number;
  /** Batches in a round. */
  readonly batches: number;
}

const devices = 100;
const batchReadings = 1000;
const minute = 60_000;
const scope = systemScope('bench');

type Mode = 'interval' | 'cumulative' | 'event';

/** What a device of a mode says of one minute. */
const bodies: Readonly<Record<Mode, (at: number, minute: number) => object>> = {
  interval: (at, place) => ({ start: iso(at), end: iso(at + minute), in: place % 7, out: place % 5 }),
  cumulative: (at, place) => ({ at: iso(at), totalIn: place * 3, totalOut: place * 2 }),
  event: (at, place) => ({ at: iso(at), direction: place % 2 === 0 ? 'in' : 'out', id: String(place) }),
};

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Batches of 1,000 readings of 100 devices in turn, up to the minute before now. */
function batchesOf(mode: Mode, firstDevice: number, count: number): PackedMessages[] {
  const each = batchReadings / devices;
  const firstAt = Math.floor(Date.now() / minute - count * each - 1) * minute;
  return Array.from({ length: count }, (_, batch) => {
    const parcel = makeParcel();
    for (let place = batch * each; place < (batch + 1) * each; place += 1) {
      for (let index = 0; index < devices; index += 1) {
        const { store, device } = doorOf(firstDevice + index);
        const bytes = Buffer.from(JSON.stringify(bodies[mode](firstAt + place * minute, place)));
        const topic = `lintel/v1/${store}/${device}/counts`;
        parcel.add({ topic, bytes, from: 0, to: bytes.length, isRetained: false, receivedAt: Date.now() });
      }
    }
    return parcel.packed();
  });
}

interface Stored {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

async function store(sql: Sql, pipeline: Pipeline, batches: readonly PackedMessages[]): Promise<Stored> {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  for (const batch of batches) {
    const fates = await pipeline.ingest(sql, scope, unpackMessages(batch));
    const accepted = fates.filter((fate) => fate === acceptedOnce).length;
    if (accepted !== batch.count) throw new Error(`${accepted} of ${batch.count} readings were stored`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const readings = batches.length * batchReadings;
  return { perSecond: readings / seconds, cpuMicroseconds: (user + system) / readings };
}

/** Readings a second in batches of 1,000, each decoded, judged, stored with its rollups and committed (`synchronous=FULL`). */
export async function measureStoring({ rounds, batches }: StoringSize): Promise<void> {
  const modes: readonly Mode[] = ['interval', 'cumulative', 'event'];
  const dataDir = provision('storing', modes.length * rounds * devices);
  const sql = openSqlite(sqlitePath(dataDir));
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: Date.now });
  const results: Record<Mode, Stored[]> = { interval: [], cumulative: [], event: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, mode] of modes.entries()) {
      const prepared = batchesOf(mode, (round * modes.length + place) * devices, batches);
      results[mode].push(await store(sql, pipeline, prepared));
    }
  }
  await sql.close();
  for (const mode of modes) {
    const rate = median(results[mode].map(({ perSecond }) => perSecond));
    const cost = median(results[mode].map(({ cpuMicroseconds }) => cpuMicroseconds));
    say(`readings/s stored in batches of 1,000, ${mode}`, `${rounded(rate)}  (CPU µs a reading: ${cost.toFixed(1)})`);
  }
}
