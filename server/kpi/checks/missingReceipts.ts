import { compareShift, missingMinor, missingReceipts, type ShiftSums } from '../shifts.ts';
import type { Finding } from './finding.ts';

/** A shift that ended, with what its till said and what arrived. */
export interface CheckedShift {
  readonly deviceId: string;
  readonly closedAt: number;
  /** When its report came. */
  readonly receivedAt: number;
  readonly said: ShiftSums;
  readonly arrived: Parameters<typeof compareShift>[1];
}

/** Vendors send a receipt again for some minutes when they were not answered: what is missing earlier may still be on its way. */
const patienceMs = 30 * 60_000;

/** Z reports of the last 7 days that say more than what arrived, one finding a device. */
export function missingReceiptFindings(shifts: readonly CheckedShift[], now: number): Finding[] {
  const byDevice = new Map<string, CheckedShift[]>();
  for (const shift of shifts) {
    if (Math.max(shift.closedAt, shift.receivedAt) > now - patienceMs) continue;
    if (compareShift(shift.said, shift.arrived).state !== 'missing') continue;
    byDevice.set(shift.deviceId, [...(byDevice.get(shift.deviceId) ?? []), shift]);
  }
  return [...byDevice].map(([deviceId, lacking]) => findingOf(deviceId, lacking));
}

function findingOf(deviceId: string, lacking: readonly CheckedShift[]): Finding {
  const compared = lacking.map(({ said, arrived }) => compareShift(said, arrived));
  const sums = compared.map(missingMinor).filter((minor) => minor !== null);
  const figures = {
    shifts: lacking.length,
    receipts: compared.reduce((sum, one) => sum + missingReceipts(one), 0),
    ...(sums.length === 0 ? {} : { missingMinor: sums.reduce((sum, minor) => sum + minor, 0) }),
  };
  const since = Math.min(...lacking.map(({ closedAt }) => closedAt));
  return { code: 'missing_receipts', deviceId, severity: 'high', since, until: null, figures };
}
