import type { SourceSetting } from '../../db/settings/change.ts';
import type { Device, Settings } from '../../db/vocabulary/place.ts';
import { type SharedClaim, sharedClaims } from './claims.ts';
import type { Finding } from './cross.ts';
import type { FilePath } from './parse.ts';
import type { Profiles } from './profiles.ts';
import type { ProvisionFile } from './schema.ts';
import { deviceFaults, type KeyFault, type Surroundings, sourceFaultsOf } from './vendorFaults.ts';

/** A file with what it comes to. */
export interface Planned {
  readonly file: ProvisionFile;
  readonly settings: Settings;
  readonly sources: readonly SourceSetting[];
  readonly profiles: Profiles;
  /** Of the file, in its order. */
  readonly devices: readonly Device[];
  readonly plannedSources: readonly SourceSetting[];
}

/** What stands against the vendors' devices and the sources of a file, with everything that is set up already. */
export function vendorFindings(planned: Planned): Finding[] {
  const around = surroundings(planned);
  const findings: Finding[] = [];
  const add = (path: FilePath, faults: readonly KeyFault[]): void => {
    for (const { key, message } of faults) findings.push({ path: [...path, key], message });
  };
  for (const [place, written] of (planned.file.sources ?? []).entries()) {
    const source = planned.plannedSources[place];
    if (source !== undefined) add(['sources', place], sourceFaultsOf(source, written, around));
  }
  const paths = new Map<string, FilePath>();
  const sound = new Map(around.devices);
  let next = 0;
  for (const [s, store] of (planned.file.stores ?? []).entries()) {
    for (const [d, written] of (store.devices ?? []).entries()) {
      const device = planned.devices[next];
      next += 1;
      if (device === undefined) continue;
      const path = ['stores', s, 'devices', d];
      paths.set(device.id, path);
      const faults = deviceFaults(written, device, around);
      add(path, faults);
      // What is wrong by itself is not compared as well.
      if (faults.length > 0) sound.delete(device.id);
    }
  }
  return [...findings, ...claimFindings(sound, paths)];
}

function surroundings({ settings, sources, profiles, devices, plannedSources }: Planned): Surroundings {
  const byId = <Part extends { readonly id: string }>(parts: readonly Part[]): [string, Part][] =>
    parts.map((part) => [part.id, part]);
  return {
    profiles,
    devices: new Map([...settings.devices, ...byId(devices)]),
    sources: new Map([...byId(sources), ...byId(plannedSources)]),
  };
}

/** At the later of two devices in the file. */
function claimFindings(devices: ReadonlyMap<string, Device>, paths: ReadonlyMap<string, FilePath>): Finding[] {
  const places = new Map([...paths.keys()].map((id, place) => [id, place]));
  return sharedClaims(devices).flatMap((claim) => {
    const [one, other] = [places.get(claim.one.id) ?? -1, places.get(claim.other.id) ?? -1];
    const [at, rival] = one > other ? [claim.one, claim.other] : [claim.other, claim.one];
    const path = paths.get(at.id);
    return path === undefined ? [] : [{ path: [...path, ...claimKey(at)], message: claimMessage(at, rival) }];
  });
}

function claimKey({ connection }: Device): FilePath {
  return connection?.address == null ? [] : ['address'];
}

function claimMessage(device: Device, rival: Device): string {
  const whose = `the device "${rival.id}" of the store "${rival.storeId}"`;
  const address = device.connection?.address ?? null;
  if ((address === null) !== ((rival.connection?.address ?? null) === null)) {
    const [open, by] = address === null ? [`"${device.id}"`, whose] : [`"${rival.id}"`, 'this one'];
    return `${open} has no address and so takes what ${by} counts as well: give it its own address`;
  }
  const of = address === null ? 'all that comes by this way' : `the same lines of the address "${address}"`;
  return `${whose} counts ${of}: give each other lines, or its own address`;
}

/** What a device or source is judged by that is set up by itself, over the API. */
export function surroundingsOf({ devices, sources }: Settings, profiles: Profiles): Surroundings {
  const written = [...sources.values()].map((source) => [source.id, { ...source, url: source.url ?? '' }] as const);
  return { profiles, devices, sources: new Map(written) };
}

/** Faults of one device that is set up by itself, over the API. */
export function faultsOfDevice(
  written: Parameters<typeof deviceFaults>[0],
  device: Device,
  around: Surroundings,
): KeyFault[] {
  const devices = new Map([...around.devices, [device.id, device]]);
  const isIts = ({ one, other }: SharedClaim): boolean => one.id === device.id || other.id === device.id;
  const shared = device.connection === null ? [] : sharedClaims(devices).filter(isIts);
  return [
    ...deviceFaults(written, device, around),
    ...shared.map(({ one, other }) => ({
      key: 'address',
      message: claimMessage(device, one.id === device.id ? other : one),
    })),
  ];
}
