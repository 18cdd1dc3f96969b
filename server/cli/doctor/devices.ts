import { type DeviceReport, readDevices } from '../../../db/reads/devices.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Device, Settings } from '../../../db/vocabulary/place.ts';
import { cliScope } from '../database.ts';
import { counted } from '../output.ts';
import { type Finding, good, lengthText, remark, wrong } from './finding.ts';

/** Two hours at least: a counter may be off for a while without anyone having to run. */
const patienceMs = 2 * 3_600_000;

function isExpected(device: Device, now: number): boolean {
  if (device.profile === 'import') return false;
  return (
    (device.removedAt === null || device.removedAt > now) && (device.installedAt === null || device.installedAt <= now)
  );
}

function patienceOf(device: Device): number {
  return Math.max(patienceMs, 1000 * Math.max(device.silentAfterSeconds, 2 * (device.reportsEverySeconds ?? 0)));
}

/** Which installed devices have not been heard of for too long, or say that something is wrong with them. */
export async function checkDevices(sql: Sql, settings: Settings, now: number): Promise<Finding[]> {
  const reports = await readDevices(sql, cliScope, { settings, storeIds: [...settings.stores.keys()], now });
  const findings = reports.flatMap((report): Finding[] => {
    const device = settings.devices.get(report.deviceId);
    if (device === undefined || !isExpected(device, now)) return [];
    const about = `device ${device.id}`;
    if (report.lastSeenAt === null) {
      return [
        wrong(
          about,
          'has never been heard of',
          `check its topic lintel/v1/${device.storeId}/${device.id}/…, user name and secret`,
        ),
      ];
    }
    if (report.problem !== null)
      return [wrong(about, `says: ${report.problem}`, 'look at it; what it counts is kept but not relied on')];
    const silentMs = now - report.lastSeenAt;
    if (silentMs <= patienceOf(device)) return [];
    return [
      wrong(about, `silent for ${lengthText(silentMs)}`, 'check its power and network; or set removedAt if it is gone'),
    ];
  });
  const asked = reports.filter(({ held }) => held.length > 0).map(heldBy);
  return [...(findings.length > 0 ? findings : [good('devices', `${reports.length} set up, none silent`)]), ...asked];
}

/** People who count nowhere until someone decides. */
function heldBy({ deviceId, held }: DeviceReport): Finding {
  const what = counted(held.length, 'leap of its totals is held', 'leaps of its totals are held');
  return remark(`device ${deviceId}`, what, 'accept or drop it on the page Data; what is held is in no figure');
}
