import { createHash } from 'node:crypto';
import type { Sql } from '../../db/sql/port.ts';
import type { Fate, IngestEvent } from '../../db/vocabulary/event.ts';
import type { Device, Settings, Store } from '../../db/vocabulary/place.ts';
import type { AppendedEvent } from '../../db/writes/appendEvents.ts';
import type { TouchedQueue } from '../../db/writes/queueQuarters.ts';
import type { Kept } from '../../db/writes/refusals.ts';
import type { AppendedInterval, AppendedSale, TouchedSpan } from '../../db/writes/rollups.ts';
import type { Placing } from '../settle/settled.ts';
import type { Memory } from './memory.ts';
import type { RefusedItem } from './refused.ts';
import type { NativeTopic } from './topic.ts';

/** The fate of one item, set when it is known. */
export interface FateSlot {
  fate: Fate;
  refusal: Pick<RefusedItem, 'reason' | 'detail'> | null;
}

/** One understood event on its way into the database. */
export interface Arrival<Event extends IngestEvent> {
  readonly event: Event;
  /** The item's wording, where it is not the canonical one. */
  readonly body: string | null;
  readonly store: Store;
  readonly device: Device;
  readonly receivedAt: number;
  /** The message was a retained copy. */
  readonly isRetained: boolean;
  /** What of its time has to be looked into; null: nothing. */
  readonly placing: Placing | null;
  readonly slot: FateSlot;
}

/** A batch under way, inside its transaction: what it works with, and what it leaves to be done at its end. */
export interface Batch {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly memory: Memory;
  /** The server's clock, epoch ms. */
  readonly now: number;
  readonly touchedCounts: TouchedSpan[];
  readonly appendedCounts: AppendedInterval[];
  readonly appendedEvents: AppendedEvent[];
  readonly touchedSales: TouchedSpan[];
  readonly appendedSales: AppendedSale[];
  readonly touchedQueues: TouchedQueue[];
  /** Stretches whose finished days are not to be trusted, beside the touched and appended ones. */
  readonly stale: TouchedSpan[];
  /** By store: instants whose dates are not to be trusted, if they are over. */
  readonly staleDates: Map<string, Set<number>>;
  readonly superseded: string[][];
  readonly kept: Kept[];
  readonly released: Pick<Kept, 'topic' | 'reason' | 'digest'>[];
}

export function newBatch(basis: Pick<Batch, 'sql' | 'settings' | 'memory' | 'now'>): Batch {
  return {
    ...basis,
    touchedCounts: [],
    appendedCounts: [],
    appendedEvents: [],
    touchedSales: [],
    appendedSales: [],
    touchedQueues: [],
    stale: [],
    staleDates: new Map(),
    superseded: [],
    kept: [],
    released: [],
  };
}

/** Hex SHA-256 of a text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A row of quarantine for something refused. */
export function keptOf(refused: RefusedItem, from: { topic: string; native: NativeTopic; receivedAt: number }): Kept {
  const { reason, detail, digest, body } = refused;
  const isBeginning = reason === 'too_large' || reason === 'malformed_json';
  return {
    receivedAt: from.receivedAt,
    storeId: from.native.storeId,
    deviceId: from.native.deviceId,
    topic: from.topic,
    kind: from.native.kind,
    reason,
    detail,
    digest,
    body,
    length: isBeginning ? refused.length : null,
    count: 1,
  };
}

/** Lists made of one, by a key. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
