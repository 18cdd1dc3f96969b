import type { EventFact, EventKey } from '../../db/reads/events.ts';
import type { CountEvent } from '../../db/vocabulary/event.ts';
import type { Arrival, Batch } from './batch.ts';
import { known } from './memory.ts';

/** An event's key as one text. */
export function eventKeyText({ deviceId, line, at, direction, id, place }: EventKey): string {
  return JSON.stringify([deviceId, line, at, direction, id, place]);
}

export function factOf({ event, device, receivedAt }: Arrival<CountEvent>): EventFact {
  const { at, line, direction, count, id, place, updatedAt } = event;
  return { deviceId: device.id, at, line, direction, count, id, place, updatedAt, receivedAt };
}

/** A new event adds to its bucket; in a span that was taken out it counts nowhere, which the rows made anew know. */
export function appendEvent(batch: Batch, fact: EventFact): void {
  const { deviceId, line, at, direction, count } = fact;
  const isFree = at >= known(batch.memory, deviceId).takenOutUntil;
  if (isFree) batch.appendedEvents.push({ deviceId, line, at, direction, count });
  else batch.touchedCounts.push({ deviceId, fromAt: at, toAt: at + 1 });
}
