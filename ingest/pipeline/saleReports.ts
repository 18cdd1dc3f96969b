import { receiptTimes, type SaleFact } from '../../db/reads/standing.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import type { Batch } from './batch.ts';
import { known, recall } from './memory.ts';

/** A receipt that changed, with what stood before. */
export interface ChangedReceipt {
  readonly was: SaleFact | undefined;
  readonly is: SaleFact;
}

/**
 * Notes when feeds spoke, by the receipts that stand and are written already: a correction replaces the whole receipt, and so takes
 * back the time at which the feed was heard by the old one, which may be another feed than the one that sent the correction.
 */
export async function noteReports(batch: Batch, changed: readonly ChangedReceipt[]): Promise<void> {
  const moved = changed.filter(({ was, is }) => was?.at !== is.at || was.deviceId !== is.deviceId);
  const heard = moved.flatMap(({ was, is }) => (was === undefined ? [is.deviceId] : [is.deviceId, was.deviceId]));
  await recall(batch.sql, batch.memory, heard);
  const { devices } = batch.settings;
  for (const { is } of moved) noteSpoken(batch, is, devices.get(is.deviceId));
  for (const { was } of moved) if (was !== undefined) await takeBack(batch, was, devices.get(was.deviceId));
}

function noteSpoken(batch: Batch, { deviceId, at }: SaleFact, device: Device | undefined): void {
  if (device === undefined) return;
  const of = known(batch.memory, deviceId);
  const { state } = of;
  // It counts as installed from its first report on.
  const installedAt = state.firstReportAt ?? batch.now;
  if (at < installedAt && device.installedAt === null) batch.stale.push({ deviceId, fromAt: at, toAt: installedAt });
  if (device.feed === 'batch' && state.lastReportAt !== null && at > state.lastReportAt) {
    batch.stale.push({ deviceId, fromAt: state.lastReportAt, toAt: at + 1 });
  }
  judgeSilenceAnew(batch, device, at);
  state.firstReportAt = Math.min(state.firstReportAt ?? at, at);
  state.lastReportAt = Math.max(state.lastReportAt ?? at, at);
  of.isChanged = true;
}

/** Silence before and after a message, of a length that still counts as observed. */
function judgeSilenceAnew({ stale }: Batch, { id: deviceId, silentAfterSeconds }: Device, at: number): void {
  const silenceMs = silentAfterSeconds * 1000;
  stale.push({ deviceId, fromAt: at - silenceMs, toAt: at + silenceMs });
}

/** The first and the last report are looked for anew where the receipt that is gone was one of them. */
async function takeBack(batch: Batch, { storeId, deviceId, at }: SaleFact, device: Device | undefined): Promise<void> {
  if (device === undefined) return;
  const of = known(batch.memory, deviceId);
  judgeSilenceAnew(batch, device, at);
  const { state } = of;
  // A counter that also sells is heard by its counts too: what these said is not looked for.
  if (state.longestIntervalMs !== null || (at !== state.firstReportAt && at !== state.lastReportAt)) return;
  const { firstAt, lastAt } = await receiptTimes(batch.sql, { storeId, deviceId });
  if (device.installedAt === null && firstAt !== at) {
    batch.stale.push({ deviceId, fromAt: at, toAt: firstAt ?? Math.max(batch.now, at + 1) });
  }
  if (device.feed === 'batch' && lastAt !== at) batch.stale.push({ deviceId, fromAt: lastAt ?? at, toAt: at + 1 });
  state.firstReportAt = firstAt;
  state.lastReportAt = lastAt;
  of.isChanged = true;
}
