import { type DeviceReports, noReports, reportPatienceMs } from '../rollup/coverage.ts';
import { entryDevices, passersByDevices, salesDevices } from '../rollup/measuring.ts';
import type { Tally } from '../rollup/tally.ts';
import { businessDateAt } from '../time/businessDate.ts';
import { type Span, windowSpans } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { lowCoverageBelow, type Step, steps } from '../vocabulary/quality.ts';
import type { DeviceState } from './devices.ts';

/** Why the figures of the day may be doubted; instants in epoch ms. */
export type QualityReason =
  /** No device of the store measures the step. */
  | { readonly code: 'not_measured'; readonly step: Step }
  /** Less than 70 % of the time expected so far was observed. */
  | { readonly code: 'low_coverage'; readonly step: Step; readonly coverage: number }
  | { readonly code: 'never_reported'; readonly step: Step; readonly deviceId: string }
  | {
      readonly code: 'problem';
      readonly step: Step;
      readonly deviceId: string;
      readonly problem: string;
      readonly since: number | null;
    }
  | { readonly code: 'offline'; readonly step: Step; readonly deviceId: string; readonly since: number | null }
  /** Nothing came from it for longer than it may be silent. */
  | { readonly code: 'silent'; readonly step: Step; readonly deviceId: string; readonly since: number }
  /** A batch feed has delivered no later date than this. */
  | { readonly code: 'not_delivered'; readonly step: Step; readonly deviceId: string; readonly deliveredTo: string }
  /** Lintel itself received nothing meanwhile. */
  | { readonly code: 'ingest_gap'; readonly since: number; readonly until: number };

export interface QualityInput {
  readonly store: Store;
  readonly now: number;
  /** The day so far. */
  readonly day: Span;
  readonly window: Tally;
  readonly reports: ReadonlyMap<string, DeviceReports>;
  readonly states: ReadonlyMap<string, DeviceState>;
  readonly ingestGaps: readonly Span[];
}

/** Everything that is wrong with a store's day, gravest first within each step. */
export function qualityReasons(input: QualityInput): QualityReason[] {
  return [...steps.flatMap((step) => stepReasons(input, step)), ...ingestReasons(input)];
}

/** The same of a day that is over: how its devices are now says nothing of it, only what was covered does. */
export function pastReasons(input: QualityInput): QualityReason[] {
  return [...steps.flatMap((step) => lowReasons(input, step)), ...ingestReasons(input)];
}

function ingestReasons({ ingestGaps, day }: QualityInput): QualityReason[] {
  const gaps = ingestGaps.filter((gap) => gap.endAt > day.startAt && gap.startAt < day.endAt);
  return gaps.map(({ startAt, endAt }) => ({ code: 'ingest_gap', since: startAt, until: endAt }));
}

function stepReasons(input: QualityInput, step: Step): QualityReason[] {
  const devices = devicesOf(input.store, step).filter((device) => (device.removedAt ?? input.now + 1) > input.now);
  if (devices.length === 0) return [{ code: 'not_measured', step }];
  return [...lowReasons(input, step), ...devices.flatMap((device) => deviceReason(input, step, device) ?? [])];
}

function lowReasons({ window }: QualityInput, step: Step): QualityReason[] {
  const coverage = coverageOf(window, step);
  return coverage !== null && coverage < lowCoverageBelow ? [{ code: 'low_coverage', step, coverage }] : [];
}

function devicesOf(store: Store, step: Step): Device[] {
  if (step === 'passersBy') return passersByDevices(store);
  return step === 'purchases' ? salesDevices(store) : entryDevices(store).map(({ device }) => device);
}

function coverageOf(window: Tally, step: Step): number | null {
  const expected = window[`${step}ExpectedMs`];
  return expected === 0 ? null : window[`${step}ObservedMs`] / expected;
}

function deviceReason(input: QualityInput, step: Step, device: Device): QualityReason | null {
  const deviceId = device.id;
  const state = input.states.get(deviceId);
  const reports = input.reports.get(deviceId) ?? noReports;
  if (state?.problem != null) return { code: 'problem', step, deviceId, problem: state.problem, since: state.stateAt };
  if (state?.state === 'offline') return { code: 'offline', step, deviceId, since: state.stateAt };
  if (reports.lastReportAt === null) return { code: 'never_reported', step, deviceId };
  if (step !== 'purchases' && device.mode !== 'event') return overdue(input, step, device);
  if (device.feed === 'batch') return undelivered(input, step, device);
  return reports.hasStatusSince === null ? silent(input, step, device) : null;
}

function overdue({ reports, now }: QualityInput, step: Step, device: Device): QualityReason | null {
  const known = reports.get(device.id) ?? noReports;
  if (known.lastReportAt === null || now - known.lastReportAt <= reportPatienceMs(device, known)) return null;
  return { code: 'silent', step, deviceId: device.id, since: known.lastReportAt };
}

/** Silence counts from the last message, or from the beginning of the stretch of the window. */
function silent({ store, reports, now }: QualityInput, step: Step, device: Device): QualityReason | null {
  const [stretch] = windowSpans(store, now, now + 1);
  const lastAt = reports.get(device.id)?.lastReportAt ?? null;
  if (stretch === undefined || lastAt === null) return null;
  if (now - Math.max(lastAt, stretch.startAt) <= device.silentAfterSeconds * 1000) return null;
  return { code: 'silent', step, deviceId: device.id, since: lastAt };
}

function undelivered({ store, reports, day }: QualityInput, step: Step, device: Device): QualityReason | null {
  const known = reports.get(device.id) ?? noReports;
  const last = known.lastReportAt === null ? '' : businessDateAt(store, known.lastReportAt);
  const deliveredTo = last > (known.completeTo ?? '') ? last : (known.completeTo ?? '');
  if (deliveredTo >= businessDateAt(store, day.startAt)) return null;
  return { code: 'not_delivered', step, deviceId: device.id, deliveredTo };
}
