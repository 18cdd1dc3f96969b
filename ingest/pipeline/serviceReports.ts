import type { Batch } from './batch.ts';
import { noteReportAt } from './deviceReports.ts';
import { known } from './memory.ts';

interface ServiceReport {
  readonly deviceId: string;
  readonly at: number;
  readonly lengthMs: number | null;
}

/**
 * Notes a report of queue or service. Only of a device that measures nothing else: a counter or till that also tells of its queue is
 * judged by its counts and receipts.
 */
export function noteServiceReport(batch: Batch, { deviceId, at, lengthMs }: ServiceReport): void {
  const device = batch.settings.devices.get(deviceId);
  if (device === undefined || !batch.memory.devices.has(deviceId)) return;
  const isOnlyService = device.measures.every((measure) => measure === 'queue' || measure === 'service');
  if (isOnlyService) noteReportAt(batch, known(batch.memory, deviceId), { device, at, lengthMs });
}

/** The sums of these instants' dates are not to be trusted any more, if the dates are over. */
export function noteStaleInstants({ staleDates }: Batch, storeId: string, instants: readonly number[]): void {
  const noted = staleDates.get(storeId);
  if (noted === undefined) staleDates.set(storeId, new Set(instants));
  else for (const at of instants) noted.add(at);
}
