import { businessDateAt, endOfDate, startOfDate } from '../../../db/time/businessDate.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { CountMode, Device, Measure, Store } from '../../../db/vocabulary/place.ts';
import { newDevice } from '../../provision/merge.ts';
import type { ImportKind } from './mapping.ts';

export interface ImportSpan {
  /** Earliest start and latest end of what is imported, epoch ms. */
  readonly startAt: number;
  readonly endAt: number;
}

export interface ImportTarget {
  readonly kind: ImportKind;
  /** A vendor's format; absent: lines of a table, in Lintel's own words. */
  readonly profile?: string | undefined;
  readonly store: Store;
  /** Named with --device; undefined: the store's own import device. */
  readonly deviceId: string | undefined;
  readonly measures: readonly Measure[];
  /** How its device counts; known once the header was read. */
  readonly mode?: () => CountMode;
}

/** A file of receipts, visits or answers is complete for the business dates it reaches; counted intervals say themselves what they cover. */
function installedSpan({ kind, store }: ImportTarget, span: ImportSpan): ImportSpan {
  if (kind === 'counts') return span;
  return {
    startAt: startOfDate(store, businessDateAt(store, span.startAt)),
    endAt: endOfDate(store, businessDateAt(store, span.endAt)),
  };
}

const ofFile = { source: null, topics: [], address: null, swap: false, map: [], options: {} };

/** Installed only while there is something: time before and after is not expected of it. */
function importDevice(target: ImportTarget, present: Device | undefined, span: ImportSpan): Device {
  const { startAt, endAt } = installedSpan(target, span);
  const base = present ?? newDevice(importDeviceId(target), target.store.id);
  const installedAt = Math.min(startAt, present?.installedAt ?? startAt);
  const removedAt = Math.max(endAt, present?.removedAt ?? endAt);
  const { profile } = target;
  return {
    ...base,
    name: present?.name ?? `Imported ${target.kind}${profile === undefined ? '' : ` (${profile})`}`,
    profile: profile ?? 'import',
    mode: target.mode?.() ?? base.mode,
    feed: target.kind === 'sales' ? 'batch' : 'live',
    measures: [...new Set([...(present?.measures ?? []), ...target.measures])],
    lines: profile === undefined ? base.lines : [],
    installedAt,
    removedAt,
    connection: profile === undefined ? base.connection : (present?.connection ?? ofFile),
  };
}

export function importDeviceId(target: Pick<ImportTarget, 'kind' | 'profile' | 'store' | 'deviceId'>): string {
  const { deviceId, store, profile, kind } = target;
  return deviceId ?? `${store.id}-import-${profile ?? kind}`;
}

/**
 * The device that was named, as it is.
 * @throws AppError `not_found` where the store has none of that id, `invalid` where it does not read the file's format
 */
export function namedDevice({ deviceId, store, profile }: ImportTarget): Device {
  const device = store.devices.find(({ id }) => id === deviceId);
  if (device === undefined) {
    const known = store.devices.map(({ id }) => id).join(', ') || 'none';
    throw new AppError('not_found', `the store ${store.id} has no device ${deviceId}: it has ${known}`);
  }
  if (profile !== undefined && device.profile !== profile) {
    throw new AppError(
      'invalid',
      `the device ${device.id} is of the profile ${device.profile}, not ${profile}: choose one of ${profile}, or none, so that the store's own import device takes the file`,
    );
  }
  return device;
}

/** The device to be set up, or null where one that is set up takes the file. */
export function deviceFor(target: ImportTarget, span: ImportSpan): Device | null {
  if (target.deviceId !== undefined) {
    namedDevice(target);
    return null;
  }
  const id = importDeviceId(target);
  return importDevice(
    target,
    target.store.devices.find((device) => device.id === id),
    span,
  );
}
