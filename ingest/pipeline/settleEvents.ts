import { type EventFact, findEvents } from '../../db/reads/events.ts';
import type { CountEvent } from '../../db/vocabulary/event.ts';
import { writeEvents } from '../../db/writes/countFacts.ts';
import type { Arrival, Batch } from './batch.ts';
import { appendEvent, eventKeyText, factOf } from './eventFacts.ts';
import { type Weighed, weighFacts } from './weighing.ts';

/** Who was seen where is the key: the count is all that a correction can change. */
const weighedEvents: Weighed<EventFact, string> = {
  kind: 'event',
  keyOf: eventKeyText,
  gravestone: ({ deviceId, at, line, direction, id, place }) => [
    deviceId,
    JSON.stringify([at, line, direction, id, place]),
  ],
  contentText: ({ count }) => String(count),
};

/** Weighs events against those that stand under their keys, and writes what changed. */
export async function settleEvents(batch: Batch, arrivals: readonly Arrival<CountEvent>[]): Promise<void> {
  const arriving = arrivals.map((arrival) => ({ arrival, fact: factOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [eventKeyText(fact), fact])).values()];
  const before = new Map<string, EventFact>();
  for (const found of await findEvents(batch.sql, keys)) {
    if (found !== undefined) before.set(eventKeyText(found), found);
  }
  const after = await weighFacts(batch, weighedEvents, { arriving, before });
  const changed = [...after].filter(([key, fact]) => fact !== before.get(key));
  await writeEvents(
    batch.sql,
    changed.map(([, fact]) => fact),
  );
  for (const [key, is] of changed) {
    const was = before.get(key);
    if (was === undefined) appendEvent(batch, is);
    else if (was.count !== is.count) {
      const span = { deviceId: is.deviceId, fromAt: is.at, toAt: is.at + 1 };
      batch.touchedCounts.push({ ...span, cause: 'corrected', gone: was, came: is });
    }
  }
}
