import { bucketMs, type Span, windowSpans } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import { countWatch, salesWatch, type WatchedFacts } from './lookout.ts';
import { countAsOf, entriesMs } from './measuring.ts';
import { sightOf, type Watch } from './watch.ts';

/** Observed / expected of one device alone over whole buckets, all it measures together; null where nothing was expected. */
export function deviceCoverage(facts: WatchedFacts, device: Device, { startAt, endAt }: Span): number | null {
  let expectedMs = 0;
  let observedMs = 0;
  for (const watch of watchesOf(facts, device)) {
    for (let i = 0; i < facts.plan.count; i++) {
      const bucket = facts.plan.startAt + i * bucketMs;
      if (bucket < startAt || bucket >= endAt || facts.plan.isOpen[i] !== 1) continue;
      const sight = sightOf([watch], bucket, facts.now);
      expectedMs += sight.expectedMs;
      observedMs += sight.observedMs;
    }
  }
  return expectedMs === 0 ? null : observedMs / expectedMs;
}

/** A watch for each thing the device measures that coverage is reckoned for; none for queues and service. */
export function watchesOf(facts: WatchedFacts, device: Device): Watch[] {
  const stretches = windowSpans(facts.store, facts.plan.startAt, facts.plan.endAt);
  const rows = facts.counts.filter((row) => row.deviceId === device.id);
  const counting = { device, stretches, rows };
  return device.measures.flatMap((measure) => {
    if (measure === 'sales') return [salesWatch(facts, device, stretches)];
    if (measure === 'passersBy') return [countWatch(facts, counting, (row) => row.passersByMs)];
    const countAs = countAsOf(facts.store, device);
    return measure === 'entries' ? [countWatch(facts, counting, (row) => entriesMs(row, countAs))] : [];
  });
}
