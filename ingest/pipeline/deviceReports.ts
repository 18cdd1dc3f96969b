import type { Device } from '../../db/vocabulary/place.ts';
import type { Batch } from './batch.ts';
import type { KnownDevice } from './memory.ts';

/** A report of a device that speaks of an instant. */
export interface ReportAt {
  readonly device: Device;
  readonly at: number;
  /** The time it is about (ms), where it is about any: an event and a first reading are not. */
  readonly lengthMs: number | null;
}

/** Notes a reading or an event in what is known of the device. In whatever order they come, the same is known in the end. */
export function noteReportAt(batch: Batch, of: KnownDevice, { device, at, lengthMs }: ReportAt): void {
  const { state } = of;
  // It counts as installed from its first report on.
  const installedAt = state.firstReportAt ?? batch.now;
  if (at < installedAt && device.installedAt === null) {
    batch.stale.push({ deviceId: device.id, fromAt: at, toAt: installedAt });
  }
  state.firstReportAt = Math.min(state.firstReportAt ?? at, at);
  // A device that counts, though not by intervals (saleReports.ts).
  state.longestIntervalMs ??= 0;
  if (state.lastReportAt === null || at > state.lastReportAt) state.latestIntervalMs = lengthMs;
  else if (at === state.lastReportAt && lengthMs !== null) {
    state.latestIntervalMs = Math.max(state.latestIntervalMs ?? 0, lengthMs);
  }
  state.lastReportAt = Math.max(state.lastReportAt ?? at, at);
  of.isChanged = true;
}
