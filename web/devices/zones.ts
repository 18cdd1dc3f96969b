import type { DeviceForm, LineRule, PreviewReport, StoreQueue } from './deviceTypes.ts';
import { isSame } from './pointing.ts';

/* Which zones and regions of a camera are queues of the store: rules of the device's map with a queue's id as `as`. */

/** A zone as it was last seen. */
export interface SeenZone {
  readonly zone: string;
  /** How many waited; null: not seen while watching, or only who left. */
  readonly length: number | null;
}

/** `none`: no queue. `own`: a queue of its own name. Else a queue's id. */
export type ZoneChoice = { readonly kind: 'none' | 'own' } | { readonly kind: 'queue'; readonly queue: string };

const ofQueues: ReadonlySet<string> = new Set(['queueSample', 'queueVisit', 'queueStatistic']);

/** The zones in reports of one sender (null: of any), and those that a rule speaks of already. */
export function zonesOf(
  reports: readonly PreviewReport[],
  device: DeviceForm,
  queues: readonly StoreQueue[],
): SeenZone[] {
  const zones = new Map<string, number | null>();
  const address = device.address ?? null;
  for (const report of reports) {
    if (address !== null && report.address !== '' && !isSame(report.address, address)) continue;
    for (const { kind, queue, length } of report.findings) {
      if (!ofQueues.has(kind) || queue === undefined || queue === null) continue;
      zones.set(queue, length ?? zones.get(queue) ?? null);
    }
  }
  for (const rule of device.map ?? [])
    if (isQueueRule(rule, queues) && !zones.has(rule.line)) zones.set(rule.line, null);
  const all = [...zones].map(([zone, length]) => ({ zone, length }));
  return all.sort((a, b) => a.zone.localeCompare(b.zone, 'en', { numeric: true }));
}

function isQueueRule({ as }: LineRule, queues: readonly StoreQueue[]): boolean {
  return as !== undefined && queues.some(({ id }) => id === as);
}

/** What a zone is by the present settings, as messages are settled. */
export function zoneChoice(device: DeviceForm, zone: string, queues: readonly StoreQueue[]): ZoneChoice {
  const rule = device.map?.find(({ line }) => line === zone);
  if (rule?.ignore === true) return { kind: 'none' };
  const measuresQueues = device.measures?.includes('queue') === true;
  if (rule === undefined && !measuresQueues) return { kind: 'none' };
  const wanted = rule?.as ?? zone;
  const found = queues.find(({ id, name }) => id === wanted || (rule?.as === undefined && name === wanted));
  return found === undefined ? { kind: 'own' } : { kind: 'queue', queue: found.id };
}

/** The device with its zones as they were chosen; rules of its other lines stay. */
export function withZones(device: DeviceForm, chosen: ReadonlyMap<string, ZoneChoice>): DeviceForm {
  const measuresQueues = device.measures?.includes('queue') === true;
  const others = (device.map ?? []).filter(({ line }) => !chosen.has(line));
  const rules = [...chosen].flatMap(([zone, choice]): LineRule[] => {
    const { ignore: _ignore, as: _as, ...rest } = device.map?.find(({ line }) => line === zone) ?? { line: zone };
    if (choice.kind === 'queue') return [{ ...rest, as: choice.queue }];
    // Without a rule a zone counts where the device measures queues, and nowhere else.
    if (choice.kind === 'none' && measuresQueues) return [{ line: zone, ignore: true }];
    if (choice.kind === 'own' && !measuresQueues) return [{ ...rest, as: zone }];
    return rest.swap === undefined && rest.channels === undefined ? [] : [rest];
  });
  return { id: device.id, map: [...others, ...rules] };
}
