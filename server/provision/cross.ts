import { thresholdsFault } from '../../db/settings/faults.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { ownTopicFault } from './filters.ts';
import { repeatedFrom } from './hours.ts';
import { type Fault, type FilePath, type Lines, pathText } from './parse.ts';
import type { ProvisionFile, ProvisionStore } from './schema.ts';
import { missing } from './vendorFaults.ts';
import { type Planned, vendorFindings } from './vendors.ts';

/** What no single value shows: names that point to nothing, ids used twice, a new store without a zone. */
export interface Finding {
  readonly path: FilePath;
  readonly message: string;
}

function repeated(parts: readonly { id: string }[] | undefined, path: FilePath): Finding[] {
  const seen = new Set<string>();
  return (parts ?? []).flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, 'id'], message: `the id "${id}" is used twice` }];
  });
}

function storeFindings(store: ProvisionStore, path: FilePath, settings: Settings): Finding[] {
  const present = settings.stores.get(store.id);
  const findings = [
    ...repeated(store.entrances, [...path, 'entrances']),
    ...repeated(store.queues, [...path, 'queues']),
  ];
  if (!present && store.timezone === undefined)
    findings.push({ path, message: `the new store "${store.id}" needs a timezone` });
  const from = store.openingHours === undefined ? undefined : repeatedFrom(store.openingHours);
  if (from !== undefined)
    findings.push({
      path: [...path, 'openingHours'],
      message: `two editions begin ${from ? `on ${from}` : 'without a date'}`,
    });
  const opensOn = store.opensOn ?? present?.opensOn;
  const closesOn = store.closesOn ?? present?.closesOn;
  if (opensOn && closesOn && closesOn < opensOn)
    findings.push({ path: [...path, 'closesOn'], message: 'is before opensOn' });
  return findings;
}

function deviceFindings(store: ProvisionStore, path: FilePath, settings: Settings): Finding[] {
  const entrances = new Set(
    [...(settings.stores.get(store.id)?.entrances ?? []), ...(store.entrances ?? [])].map(({ id }) => id),
  );
  return (store.devices ?? []).flatMap((device, index) => {
    const here = [...path, 'devices', index];
    const findings: Finding[] = [];
    const home = settings.devices.get(device.id)?.storeId ?? store.id;
    if (home !== store.id)
      findings.push({
        path: [...here, 'id'],
        message: `the device "${device.id}" already belongs to the store "${home}"`,
      });
    if (device.entrance && !entrances.has(device.entrance)) {
      findings.push({ path: [...here, 'entrance'], message: missing('entrance', device.entrance, entrances) });
    }
    if (device.installedAt && device.removedAt && Date.parse(device.removedAt) < Date.parse(device.installedAt)) {
      findings.push({ path: [...here, 'removedAt'], message: 'is before installedAt' });
    }
    for (const key of ['installedAt', 'removedAt'] as const) {
      const written = device[key];
      if (written && Number.isNaN(Date.parse(written.replace(' ', 'T'))))
        findings.push({ path: [...here, key], message: 'is not a real date and time' });
    }
    return findings;
  });
}

function regionFindings(file: ProvisionFile, settings: Settings): Finding[] {
  const known = new Set([...settings.regions, ...(file.regions ?? [])].map(({ id }) => id));
  return (file.stores ?? []).flatMap((store, index) =>
    store.region && !known.has(store.region)
      ? [{ path: ['stores', index, 'region'], message: missing('region', store.region, known) }]
      : [],
  );
}

/** What a gateway publishes for its devices beside Lintel's own language. */
function gatewayFilters(filters: readonly string[], path: FilePath): Finding[] {
  return filters.flatMap((filter, place) => {
    const message = ownTopicFault(filter);
    return message === undefined ? [] : [{ path: [...path, 'filters', place], message: `"${filter}" ${message}` }];
  });
}

function clientFindings(file: ProvisionFile, settings: Settings): Finding[] {
  const stores = new Set([...settings.stores.keys(), ...(file.stores ?? []).map(({ id }) => id)]);
  return (file.mqttClients ?? []).flatMap((client, index): Finding[] => {
    const path = ['mqttClients', index];
    if (client.kind === 'gateway' && client.store === undefined)
      return [{ path, message: 'a gateway needs the store it publishes for' }];
    if (client.store !== undefined && !stores.has(client.store))
      return [{ path: [...path, 'store'], message: missing('store', client.store, stores) }];
    if (client.kind === 'gateway') return gatewayFilters(client.filters ?? [], path);
    if (client.kind === 'reader' && !client.filters?.length)
      return [{ path, message: 'a reader needs the filters it may subscribe to' }];
    return [];
  });
}

/** The device and client ids of the whole file: both are MQTT user names, so none may be used twice. */
function userNames(file: ProvisionFile): Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  const take = (id: string, owner: string, path: FilePath): void => {
    const before = seen.get(id);
    if (before === undefined) seen.set(id, owner);
    else
      findings.push({
        path,
        message: `the device id "${id}" is used twice (also in ${before}): ids are unique across the organisation`,
      });
  };
  for (const [s, store] of (file.stores ?? []).entries()) {
    for (const [d, device] of (store.devices ?? []).entries())
      take(device.id, `store "${store.id}"`, ['stores', s, 'devices', d, 'id']);
  }
  for (const [c, client] of (file.mqttClients ?? []).entries())
    take(client.id, 'mqttClients', ['mqttClients', c, 'id']);
  return findings;
}

function standardFindings(file: ProvisionFile, settings: Settings): Finding[] {
  const seen = new Set<string>();
  return (file.standards ?? []).flatMap((written, index): Finding[] => {
    const path = ['standards', index];
    const { process, criterion, green, yellow } = written;
    const key = JSON.stringify([process, criterion]);
    if (seen.has(key)) return [{ path, message: `the criterion "${criterion}" of "${process}" is used twice` }];
    seen.add(key);
    const present = settings.standards.find((one) => one.process === process && one.criterion === criterion);
    const lowerIsBetter = written.lowerIsBetter ?? present?.lowerIsBetter ?? true;
    if (lowerIsBetter ? green <= yellow : green >= yellow) return [];
    return [{ path: [...path, 'green'], message: thresholdsFault(lowerIsBetter) }];
  });
}

function checklistFindings(file: ProvisionFile, settings: Settings): Finding[] {
  return (file.checklists ?? []).flatMap(({ id, items }, index): Finding[] => {
    const path = ['checklists', index];
    if (items === undefined && !settings.checklists.some((one) => one.id === id))
      return [{ path, message: `the new checklist "${id}" needs items` }];
    return repeated(items, [...path, 'items']);
  });
}

export interface CrossCheck extends Planned {
  readonly lines: Lines;
}

/** Faults of a well-formed file against itself and what is already set up. */
export function crossFaults(check: CrossCheck): Fault[] {
  const { file, lines, settings } = check;
  const stores = file.stores ?? [];
  const findings = [
    ...repeated(file.regions, ['regions']),
    ...repeated(file.sources, ['sources']),
    ...repeated(stores, ['stores']),
    ...userNames(file),
    ...regionFindings(file, settings),
    ...clientFindings(file, settings),
    ...standardFindings(file, settings),
    ...repeated(file.checklists, ['checklists']),
    ...checklistFindings(file, settings),
    ...vendorFindings(check),
    ...stores.flatMap((store, index) => [
      ...storeFindings(store, ['stores', index], settings),
      ...deviceFindings(store, ['stores', index], settings),
    ]),
  ];
  return findings
    .map(({ path, message }) => ({ line: lines.lineOf(path), at: pathText(path), message }))
    .sort((a, b) => a.line - b.line);
}
