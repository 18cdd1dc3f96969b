import { parseOpening } from '../time/opening.ts';
import { isKnownZone } from '../time/zone.ts';
import type { Device, OpeningHoursEdition, Settings } from '../vocabulary/place.ts';
import type { SettingsChange } from './change.ts';

const idForm = /^[a-z0-9][a-z0-9-]{0,62}$/;
const currencyForm = /^[A-Z]{3}$/;

type StoreChange = NonNullable<SettingsChange['stores']>[number];

interface Names {
  readonly regions: ReadonlySet<string>;
  readonly stores: ReadonlySet<string>;
  /** By store: its entrances. */
  readonly entrances: ReadonlyMap<string, ReadonlySet<string>>;
}

function namesAfter(change: SettingsChange, settings: Settings): Names {
  const entrances = new Map<string, Set<string>>();
  for (const store of [...settings.stores.values(), ...(change.stores ?? [])]) {
    const known = entrances.get(store.id) ?? new Set();
    for (const entrance of store.entrances) known.add(entrance.id);
    entrances.set(store.id, known);
  }
  return {
    regions: new Set([...settings.regions, ...(change.regions ?? [])].map((region) => region.id)),
    stores: new Set(entrances.keys()),
    entrances,
  };
}

function editionFaults(edition: OpeningHoursEdition): string[] {
  const openings = [...Object.values(edition.week), ...Object.values(edition.exceptions)].flat();
  return openings.flatMap((text) => {
    try {
      parseOpening(text);
      return [];
    } catch {
      return [`"${text}" is not an opening such as 10:00-22:00, in steps of 15 minutes`];
    }
  });
}

function storeFaults(store: StoreChange, names: Names): string[] {
  const faults: string[] = [];
  if (!isKnownZone(store.timezone)) faults.push(`"${store.timezone}" is not a time zone such as Europe/Moscow`);
  if (!currencyForm.test(store.currency)) faults.push(`"${store.currency}" is not a currency such as EUR`);
  const starts = store.dayStartsAtMinutes;
  if (!Number.isInteger(starts / 15) || starts < 0 || starts >= 1440)
    faults.push('dayStartsAt is not a multiple of 15 minutes');
  if (store.regionId !== null && !names.regions.has(store.regionId))
    faults.push(`there is no region "${store.regionId}"`);
  for (const part of [...store.entrances, ...store.queues]) {
    if (!idForm.test(part.id)) faults.push(`"${part.id}" is not an id`);
  }
  faults.push(...(store.openingHours ?? []).flatMap(editionFaults));
  return faults.map((fault) => `store ${store.id}: ${fault}`);
}

function deviceFaults(device: Device, names: Names, settings: Settings): string[] {
  const faults: string[] = [];
  const home = settings.devices.get(device.id)?.storeId ?? device.storeId;
  if (home !== device.storeId)
    faults.push(`it belongs to the store "${home}"; device ids are unique across the organisation`);
  if (!names.stores.has(device.storeId)) faults.push(`there is no store "${device.storeId}"`);
  else if (device.entranceId !== null && names.entrances.get(device.storeId)?.has(device.entranceId) !== true) {
    faults.push(`the store "${device.storeId}" has no entrance "${device.entranceId}"`);
  }
  if (device.lines.length === 0 && device.connection === null) faults.push('it needs at least one line');
  if (device.installedAt !== null && device.removedAt !== null && device.removedAt < device.installedAt) {
    faults.push('removedAt is before installedAt');
  }
  return faults.map((fault) => `device ${device.id}: ${fault}`);
}

/** A device's id and a client's id are both MQTT user names. */
function userNameFaults(change: SettingsChange, settings: Settings): string[] {
  const devices = new Set([...settings.devices.keys(), ...(change.devices ?? []).map((device) => device.id)]);
  const clients = new Set([...settings.mqttClients.keys(), ...(change.mqttClients ?? []).map((client) => client.id)]);
  return [...clients].filter((id) => devices.has(id)).map((id) => `"${id}" is both a device and an MQTT client`);
}

function idFaults(change: SettingsChange): string[] {
  const ids = [change.regions, change.stores, change.devices, change.mqttClients, change.sources].flatMap((parts) =>
    (parts ?? []).map((part) => part.id),
  );
  const wrong = ids.filter((id) => !idForm.test(id));
  return wrong.map((id) => `"${id}" is not an id: small letters, digits and hyphens, at most 63, no hyphen in front`);
}

/** Two of one key, or thresholds in the wrong order, cannot be meant. */
function standardFaults({ standards = [] }: SettingsChange): string[] {
  const seen = new Set<string>();
  return standards.flatMap(({ process, criterion, green, yellow, lowerIsBetter }) => {
    const faults: string[] = [];
    const key = JSON.stringify([process, criterion]);
    if (seen.has(key)) faults.push('it is there twice: name it once');
    seen.add(key);
    if (lowerIsBetter ? green > yellow : green < yellow) faults.push(thresholdsFault(lowerIsBetter));
    return faults.map((fault) => `standard ${process}/${criterion}: ${fault}`);
  });
}

/** Green is the better one. */
export function thresholdsFault(lowerIsBetter: boolean): string {
  return lowerIsBetter
    ? 'green must not be above yellow where lower is better'
    : 'green must not be below yellow where higher is better';
}

function checklistFaults({ checklists = [] }: SettingsChange): string[] {
  const seen = new Set<string>();
  return checklists.flatMap(({ id, items }) => {
    const faults: string[] = [];
    if (seen.has(id)) faults.push('it is there twice: name it once');
    seen.add(id);
    if (items.length === 0) faults.push('it needs at least one item');
    if (new Set(items.map((item) => item.id)).size < items.length) faults.push('the id of an item is used twice');
    return faults.map((fault) => `checklist ${id}: ${fault}`);
  });
}

/** What makes a change impossible, in sentences; empty where nothing does. */
export function settingsFaults(change: SettingsChange, settings: Settings): string[] {
  const names = namesAfter(change, settings);
  const clientFaults = (change.mqttClients ?? [])
    .filter((client) => client.storeId !== null && !names.stores.has(client.storeId))
    .map((client) => `MQTT client ${client.id}: there is no store "${client.storeId}"`);
  return [
    ...idFaults(change),
    ...(change.stores ?? []).flatMap((store) => storeFaults(store, names)),
    ...(change.devices ?? []).flatMap((device) => deviceFaults(device, names, settings)),
    ...clientFaults,
    ...userNameFaults(change, settings),
    ...standardFaults(change),
    ...checklistFaults(change),
  ];
}
