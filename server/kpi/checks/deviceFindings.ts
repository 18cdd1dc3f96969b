import { type DeviceReports, reportPatienceMs } from '../../../db/rollup/coverage.ts';
import { addDays, businessDateAt, startOfDate } from '../../../db/time/businessDate.ts';
import { openSpans } from '../../../db/time/opening.ts';
import type { Device, Store } from '../../../db/vocabulary/place.ts';
import type { Finding } from './finding.ts';

/** What a device last said of itself; epoch ms. */
export interface SaidState {
  readonly state: 'online' | 'offline' | null;
  readonly problem: string | null;
  readonly stateAt: number | null;
  readonly battery: number | null;
}

export interface CheckedDevice {
  readonly store: Store;
  readonly device: Device;
  readonly reports: DeviceReports;
  readonly said: SaidState;
  readonly now: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A router starts anew, a counter takes an update: nobody need come for that. */
const shortestSilenceMs = 15 * minuteMs;
const graveSilenceMs = 2 * hourMs;
/** A file of yesterday has until noon to come. */
const deliveryMs = 12 * hourMs;
const lowBattery = 20;
const emptyBattery = 10;

/** What a device's own state gives away: silence, a problem, an empty battery. Devices that were removed are left alone. */
export function deviceFindings(checked: CheckedDevice): Finding[] {
  const { device, reports, now } = checked;
  if ((device.removedAt ?? now + 1) <= now || (device.installedAt ?? now) > now) return [];
  if (reports.lastReportAt === null && reports.hasStatusSince === null) return [neverReported(device)];
  return [...problemFindings(checked), ...silenceFindings(checked), ...batteryFindings(checked)];
}

function neverReported({ id, installedAt }: Device): Finding {
  return { code: 'never_reported', deviceId: id, severity: 'low', since: installedAt, until: null, figures: {} };
}

function problemFindings({ device, said }: CheckedDevice): Finding[] {
  if (said.problem === null) return [];
  const figures = { problem: said.problem };
  return [{ code: 'problem', deviceId: device.id, severity: 'high', since: said.stateAt, until: null, figures }];
}

/** Time inside opening hours counts, since a shop may turn everything off at night. */
function silenceFindings(checked: CheckedDevice): Finding[] {
  const { store, device, now } = checked;
  const silent = silentSince(checked);
  if (silent === null) return [];
  const missedMs = openMs(store, silent.since, now);
  if (missedMs <= silent.patienceMs) return [];
  return [
    {
      code: 'silence',
      deviceId: device.id,
      severity: missedMs > graveSilenceMs + silent.patienceMs ? 'high' : 'medium',
      since: silent.since,
      until: null,
      figures: { openMinutes: Math.floor(missedMs / minuteMs), offline: silent.isOffline ? 1 : 0 },
    },
  ];
}

interface Silent {
  readonly since: number;
  readonly patienceMs: number;
  readonly isOffline: boolean;
}

function silentSince({ store, device, reports, said, now }: CheckedDevice): Silent | null {
  if (said.state === 'offline' && said.stateAt !== null)
    return { since: said.stateAt, patienceMs: shortestSilenceMs, isOffline: true };
  const since = reports.lastReportAt;
  if (since === null) return null;
  if (device.feed === 'batch') return undelivered(store, reports, now);
  const speaksWhenNeeded = device.mode === 'event' || device.measures.every((measure) => measure === 'sales');
  if (!speaksWhenNeeded) {
    const patienceMs = Math.max(shortestSilenceMs, reportPatienceMs(device, reports));
    return { since, patienceMs, isOffline: false };
  }
  // Whoever says that it is online need not say more; the flat line watches it.
  if (reports.hasStatusSince !== null && said.state === 'online') return null;
  const [stretch] = openSpans(store, now - 24 * hourMs, now + 1).slice(-1);
  if (stretch === undefined || stretch.endAt <= now) return null;
  const patienceMs = device.silentAfterSeconds * 1000;
  return { since: Math.max(since, stretch.startAt), patienceMs, isOffline: false };
}

/** A batch feed whose last date is before yesterday, from noon on. */
function undelivered(store: Store, reports: DeviceReports, now: number): Silent | null {
  const today = businessDateAt(store, now);
  const reported = reports.lastReportAt === null ? '' : businessDateAt(store, reports.lastReportAt);
  const last = reported > (reports.completeTo ?? '') ? reported : (reports.completeTo ?? '');
  const isDue = now - startOfDate(store, today) > deliveryMs;
  if (last >= addDays(today, isDue ? -1 : -2)) return null;
  return { since: startOfDate(store, addDays(last, 1)), patienceMs: 0, isOffline: false };
}

function openMs(store: Store, fromAt: number, toAt: number): number {
  return openSpans(store, fromAt, Math.max(fromAt, toAt)).reduce((sum, span) => sum + span.endAt - span.startAt, 0);
}

/**
 * Battery in percent. Devices that report a fraction of 1 show it by its point; a bare 1 may be either and says nothing, more than
 * 100 is a voltage.
 */
function batteryFindings({ device, said }: CheckedDevice): Finding[] {
  const { battery } = said;
  if (battery === null || battery < 0 || battery === 1 || battery > 100) return [];
  const percent = Math.round(battery < 1 ? 100 * battery : battery);
  if (percent > lowBattery) return [];
  return [
    {
      code: 'battery_low',
      deviceId: device.id,
      severity: percent <= emptyBattery ? 'medium' : 'low',
      since: null,
      until: null,
      figures: { percent },
    },
  ];
}
