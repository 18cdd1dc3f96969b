import type { EventFact } from '../../db/reads/events.ts';
import type { CountEvent } from '../../db/vocabulary/event.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import { writeEvents } from '../../db/writes/countFacts.ts';
import type { Arrival, Batch } from './batch.ts';
import { noteReportAt } from './deviceReports.ts';
import { appendEvent, eventKeyText, factOf } from './eventFacts.ts';
import { known } from './memory.ts';
import { settleEvents } from './settleEvents.ts';

/**
 * Stores single events. One later than every known event of its device and line is new, and is appended without looking; all others
 * are weighed against what stands. A new one only adds to its bucket, whenever it comes.
 */
export async function storeEvents(batch: Batch, arrivals: readonly Arrival<CountEvent>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const plain = new Map<string, EventFact>();
  const others: Arrival<CountEvent>[] = [];
  for (const arrival of arrivals) {
    const { event, device } = arrival;
    const of = known(batch.memory, device.id);
    const fact = factOf(arrival);
    const key = eventKeyText(fact);
    const isNew = event.at > (of.eventEnds.get(event.line) ?? of.endedBefore) && !plain.has(key);
    if (isNew) {
      plain.set(key, fact);
      appendEvent(batch, fact);
    } else others.push(arrival);
  }
  for (const { event, device } of arrivals) {
    const of = known(batch.memory, device.id);
    of.eventEnds.set(event.line, Math.max(of.eventEnds.get(event.line) ?? of.endedBefore, event.at));
    noteReportAt(batch, of, { device, at: event.at, lengthMs: null });
  }
  judgeSilenceAnew(batch, arrivals);
  await writeEvents(batch.sql, [...plain.values()]);
  if (others.length > 0) await settleEvents(batch, others);
}

/** Silence before and after an event, of a length that still counts as observed; those of one device that touch are one. */
function judgeSilenceAnew({ stale }: Batch, arrivals: readonly Arrival<CountEvent>[]): void {
  const instants = new Map<Device, number[]>();
  for (const { device, event } of arrivals) {
    const list = instants.get(device);
    if (list === undefined) instants.set(device, [event.at]);
    else list.push(event.at);
  }
  for (const [{ id: deviceId, silentAfterSeconds }, list] of instants) {
    const silenceMs = silentAfterSeconds * 1000;
    list.sort((a, b) => a - b);
    let fromAt = list[0] ?? 0;
    list.forEach((at, i) => {
      const next = list[i + 1];
      if (next !== undefined && next - at <= 2 * silenceMs) return;
      stale.push({ deviceId, fromAt: fromAt - silenceMs, toAt: at + silenceMs });
      fromAt = next ?? 0;
    });
  }
}
