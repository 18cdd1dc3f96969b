import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { businessDateAt, endOfDate, startOfDate } from '../../../db/time/businessDate.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { CountMode, Device, Measure, Settings, Store } from '../../../db/vocabulary/place.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { newDevice } from '../../provision/merge.ts';
import { cliScope } from '../database.ts';

export interface ImportSpan {
  /** Earliest start and latest end of what is imported, epoch ms. */
  readonly startAt: number;
  readonly endAt: number;
}

export interface ImportTarget {
  readonly kind: 'counts' | 'sales';
  readonly store: Store;
  /** Named with --device; undefined: the store's own import device. */
  readonly deviceId: string | undefined;
  readonly measures: readonly Measure[];
  /** How its device counts; known once the header was read. */
  readonly mode?: () => CountMode;
}

/** A receipts file is complete for the business dates it reaches; counted intervals say themselves what they cover. */
function installedSpan({ kind, store }: ImportTarget, span: ImportSpan): ImportSpan {
  if (kind === 'counts') return span;
  return {
    startAt: startOfDate(store, businessDateAt(store, span.startAt)),
    endAt: endOfDate(store, businessDateAt(store, span.endAt)),
  };
}

/** Installed only while there is something: time before and after is not expected of it. */
function importDevice(target: ImportTarget, present: Device | undefined, span: ImportSpan): Device {
  const { startAt, endAt } = installedSpan(target, span);
  const base = present ?? newDevice(importDeviceId(target), target.store.id);
  const installedAt = Math.min(startAt, present?.installedAt ?? startAt);
  const removedAt = Math.max(endAt, present?.removedAt ?? endAt);
  return {
    ...base,
    name: present?.name ?? `Imported ${target.kind}`,
    profile: 'import',
    mode: target.mode?.() ?? base.mode,
    feed: target.kind === 'sales' ? 'batch' : 'live',
    measures: [...new Set([...(present?.measures ?? []), ...target.measures])],
    installedAt,
    removedAt,
  };
}

export function importDeviceId({ kind, store, deviceId }: Pick<ImportTarget, 'kind' | 'store' | 'deviceId'>): string {
  return deviceId ?? `${store.id}-import-${kind}`;
}

function namedDevice({ deviceId, store }: ImportTarget, settings: Settings): Device {
  const device = deviceId === undefined ? undefined : settings.devices.get(deviceId);
  if (device?.storeId === store.id) return device;
  const known = store.devices.map(({ id }) => id).join(', ') || 'none';
  throw new AppError('not_found', `the store ${store.id} has no device ${deviceId}: it has ${known}`);
}

/** Sets the importing device up, or finds the one that was named; answers the settings with it. */
export async function prepareDevice(sql: Sql, target: ImportTarget, span: ImportSpan): Promise<Settings> {
  const settings = await loadSettings(sql, cliScope);
  if (target.deviceId !== undefined) {
    namedDevice(target, settings);
    return settings;
  }
  const device = importDevice(target, settings.devices.get(importDeviceId(target)), span);
  await applySettings(sql, cliScope, { devices: [device] });
  return loadSettings(sql, cliScope);
}
