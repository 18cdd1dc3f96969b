import { type QueueFacts, queueQuarters, sampleHoldsMs } from '../rollup/queueRows.ts';
import type { StandingStatistic } from '../rollup/queueStatistics.ts';
import type { QueueTally } from '../rollup/queueTally.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs, bucketOf } from '../time/opening.ts';
import type { WaitBin } from '../vocabulary/event.ts';
import { queueOf, type Settings } from '../vocabulary/place.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** A stretch of a queue's time, [fromAt, toAt) in epoch ms. */
export interface QueueSpan {
  readonly storeId: string;
  readonly queue: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** A row of quarter_queues. */
export interface QuarterQueueRow {
  readonly storeId: string;
  readonly bucket: number;
  readonly queue: string;
  readonly tally: QueueTally;
}

/** The stretches widened to whole buckets; those of one queue that touch are one. */
export function wholeQueueBuckets(touched: readonly QueueSpan[]): QueueSpan[] {
  const merged: { storeId: string; queue: string; fromAt: number; toAt: number }[] = [];
  for (const span of touched.map(widened).sort(inOrder)) {
    const last = merged.at(-1);
    const isSame = last?.storeId === span.storeId && last.queue === span.queue;
    if (isSame && span.fromAt <= last.toAt) last.toAt = Math.max(last.toAt, span.toAt);
    else merged.push({ ...span });
  }
  return merged;
}

function widened({ storeId, queue, fromAt, toAt }: QueueSpan): QueueSpan {
  const startAt = bucketOf(fromAt);
  return { storeId, queue, fromAt: startAt, toAt: Math.max(startAt + bucketMs, Math.ceil(toAt / bucketMs) * bucketMs) };
}

function inOrder(a: QueueSpan, b: QueueSpan): number {
  if (a.storeId !== b.storeId) return a.storeId < b.storeId ? -1 : 1;
  if (a.queue !== b.queue) return a.queue < b.queue ? -1 : 1;
  return a.fromAt - b.fromAt;
}

/** What the quarter rows of the stretches (whole buckets, none overlapping) must be, by the facts. */
export async function queueRowsFromFacts(
  sql: Sql,
  settings: Settings,
  spans: readonly QueueSpan[],
): Promise<QuarterQueueRow[]> {
  const facts = await readQueueFacts(sql, settings, spans);
  return spans.flatMap((span, i) => {
    const { storeId, queue } = span;
    const { targetSeconds } = queueOf(settings.stores.get(storeId), queue);
    const tallies = queueQuarters({ ...span, ...(facts[i] as QueueFacts), targetSeconds });
    return [...tallies].map(([bucket, tally]) => ({ storeId, bucket, queue, tally }));
  });
}

interface Lists {
  readonly visits: QueueFacts['visits'][number][];
  readonly statistics: StandingStatistic[];
  readonly samples: QueueFacts['samples'][number][];
}

async function readQueueFacts(sql: Sql, settings: Settings, spans: readonly QueueSpan[]): Promise<QueueFacts[]> {
  const lists = spans.map((): Lists => ({ visits: [], statistics: [], samples: [] }));
  await readVisits(sql, spans, lists);
  await readStatistics(sql, spans, lists);
  await readSamples(sql, { settings, spans }, lists);
  return lists;
}

interface Placed {
  readonly place: number;
}

const wantedSpans = { place: 'bigint', store_id: 'text', queue: 'text', lo: 'bigint', hi: 'bigint' } as const;

function paramOf(spans: readonly QueueSpan[]): string {
  return JSON.stringify(spans.map(({ storeId, queue, fromAt, toAt }, place) => [place, storeId, queue, fromAt, toAt]));
}

async function readVisits(sql: Sql, spans: readonly QueueSpan[], lists: readonly Lists[]): Promise<void> {
  const rows = await sql.all<Placed & QueueFacts['visits'][number]>(
    `with ${wantedRows(sql, wantedSpans)}
    select wanted.place, f.joined_at as "joinedAt", f.called_at as "calledAt", f.left_at as "leftAt", f.outcome
    from wanted cross join ${soughtIn(sql, 'queue_visits', {
      name: 'f',
      where:
        'f.store_id = wanted.store_id and f.joined_at >= wanted.lo and f.joined_at < wanted.hi and f.queue = wanted.queue',
    })}`,
    [paramOf(spans)],
  );
  for (const { place, ...visit } of rows) lists[place]?.visits.push(visit);
}

async function readStatistics(sql: Sql, spans: readonly QueueSpan[], lists: readonly Lists[]): Promise<void> {
  type Row = Placed & Omit<StandingStatistic, 'waitBins'> & { readonly waitBins: string | null };
  const rows = await sql.all<Row>(
    `with ${wantedRows(sql, wantedSpans)}
    select wanted.place, f.start_at as "startAt", f.end_at as "endAt", f.served, f.abandoned,
      f.mean_wait_seconds as "meanWaitSeconds", f.wait_bins as "waitBins"
    from wanted cross join ${soughtIn(sql, 'queue_statistics', {
      name: 'f',
      where:
        'f.store_id = wanted.store_id and f.start_at >= wanted.lo and f.start_at < wanted.hi and f.queue = wanted.queue',
    })}`,
    [paramOf(spans)],
  );
  for (const { place, waitBins, ...statistic } of rows) {
    // The guarantee: the column is written from WaitBin[] alone.
    const bins = waitBins === null ? null : (JSON.parse(waitBins) as WaitBin[]);
    lists[place]?.statistics.push({ ...statistic, waitBins: bins });
  }
}

interface Asked {
  readonly settings: Settings;
  readonly spans: readonly QueueSpan[];
}

/** The key begins with the slot, so every slot of every device of the store is sought on its own. */
async function readSamples(sql: Sql, { settings, spans }: Asked, lists: readonly Lists[]): Promise<void> {
  const wanted = spans.flatMap(({ storeId, queue, fromAt, toAt }, place) => {
    const from = fromAt - sampleHoldsMs;
    const slots = [Math.floor(from / bucketMs), Math.floor((toAt - 1) / bucketMs)];
    const devices = settings.stores.get(storeId)?.devices ?? [];
    return devices.map((device) => [place, device.id, queue, ...slots, from, toAt]);
  });
  const rows = await sql.all<Placed & QueueFacts['samples'][number]>(
    `with recursive ${wantedRows(sql, {
      place: 'bigint',
      device_id: 'text',
      queue: 'text',
      lo: 'bigint',
      hi: 'bigint',
      from_at: 'bigint',
      to_at: 'bigint',
    })},
      slots(place, device_id, queue, slot, hi, from_at, to_at) as (
        select place, device_id, queue, lo, hi, from_at, to_at from wanted
        union all select place, device_id, queue, slot + 1, hi, from_at, to_at from slots where slot < hi)
    select slots.place, f.device_id as "deviceId", f.at, f.length, f.open
    from slots cross join ${soughtIn(sql, 'queue_samples', {
      name: 'f',
      where: `f.slot = slots.slot and f.device_id = slots.device_id and f.queue = slots.queue
        and f.at > slots.from_at and f.at < slots.to_at`,
    })}
    order by f.at`,
    [JSON.stringify(wanted)],
  );
  for (const { place, ...sample } of rows) lists[place]?.samples.push(sample);
}
