import type { DeviceReport } from '../../db/reads/devices.ts';
import type { SetAsideDifference } from '../../db/reads/setAside.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import type { Check } from '../contracts/checks.ts';
import type { DevicesAnswer } from '../contracts/stores.ts';

/** How each device of the stores is, in the settings' order. */
export function devicesOf(
  stores: readonly Store[],
  reports: readonly DeviceReport[],
  checks: ReadonlyMap<string, readonly Check[]>,
): DevicesAnswer {
  const byId = new Map(reports.map((report) => [report.deviceId, report]));
  return {
    devices: stores.flatMap((store) =>
      store.devices.flatMap((device) => {
        const report = byId.get(device.id);
        return report === undefined
          ? []
          : [{ ...lineOf(store, device, report), checks: [...(checks.get(device.id) ?? [])] }];
      }),
    ),
  };
}

function lineOf(store: Store, device: Device, report: DeviceReport): Omit<DevicesAnswer['devices'][number], 'checks'> {
  const at = (instant: number | null): string | null =>
    instant === null ? null : formatInstant(store.timezone, instant);
  const difference = ({
    startAt,
    endAt,
    ...one
  }: SetAsideDifference): DevicesAnswer['devices'][number]['held'][number] => ({
    line: one.line,
    start: formatInstant(store.timezone, startAt),
    end: formatInstant(store.timezone, endAt),
    in: one.in,
    out: one.out,
    passersBy: one.passersBy,
  });
  return {
    id: device.id,
    store: store.id,
    name: device.name,
    profile: device.profile,
    mode: device.mode,
    measures: [...device.measures],
    entrance: device.entranceId,
    installedAt: at(device.installedAt),
    removedAt: at(device.removedAt),
    lastSeen: at(report.lastSeenAt),
    lastReport: at(report.lastReportAt),
    state: report.state,
    problem: report.problem,
    battery: report.battery,
    firmware: report.firmware,
    coverage: report.coverage,
    unplaced: report.unplaced,
    unplacedDetail: report.unplacedDetail.map(difference),
    held: report.held.map(difference),
    dropped: report.dropped.map(difference),
    corrections: report.corrections,
    quarantined: report.quarantined,
  };
}
