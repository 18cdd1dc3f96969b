import type { SettingsChange, SourceSetting } from '../../db/settings/change.ts';
import type { Device, MqttClient, Settings } from '../../db/vocabulary/place.ts';
import { crossFaults } from './cross.ts';
import { mergeDevice, mergeOrganisation, mergeRegion, mergeStandard, mergeStore } from './merge.ts';
import { type Fault, type FilePath, type Lines, pathText } from './parse.ts';
import type { ProvisionFile, ProvisionSecret } from './schema.ts';
import { readSecret, type SecretPlaces } from './secrets.ts';

export interface PlanInput {
  readonly file: ProvisionFile;
  readonly lines: Lines;
  readonly settings: Settings;
  /** Further brokers that are set up already. */
  readonly sources: readonly SourceSetting[];
  readonly places: SecretPlaces;
  /** Device profiles this version understands. */
  readonly profiles: readonly string[];
}

/** What a file asks for, each part whole, or what stands against it. */
export interface ProvisionPlan {
  readonly change: SettingsChange;
  readonly faults: readonly Fault[];
  /** What was left as it is though the file speaks of it, one sentence each. */
  readonly warnings: readonly string[];
}

type SecretAt = (written: ProvisionSecret | undefined, path: FilePath) => { readonly secret?: string };

/** Reads secrets; those that cannot be read go to `faults`. */
function secretReader({ lines, places }: PlanInput, faults: Fault[]): SecretAt {
  return (written, path) => {
    if (written === undefined) return {};
    const read = readSecret(written, places);
    if ('secret' in read) return { secret: read.secret };
    faults.push({ line: lines.lineOf(path), at: pathText(path), message: read.fault });
    return {};
  };
}

function plannedDevices({ file, settings }: PlanInput, secretAt: SecretAt): (Device & { secret?: string })[] {
  return (file.stores ?? []).flatMap((store, s) =>
    (store.devices ?? []).map((device, d) => ({
      ...mergeDevice(device, store.id, settings.devices.get(device.id)),
      ...secretAt(device.secret, ['stores', s, 'devices', d, 'secret']),
    })),
  );
}

function plannedClients({ file, settings }: PlanInput, secretAt: SecretAt): (MqttClient & { secret?: string })[] {
  return (file.mqttClients ?? []).map((client, index) => ({
    id: client.id,
    kind: client.kind,
    storeId: client.store ?? settings.mqttClients.get(client.id)?.storeId ?? null,
    filters: client.filters ?? settings.mqttClients.get(client.id)?.filters ?? [],
    ...secretAt(client.secret, ['mqttClients', index, 'secret']),
  }));
}

/** Sources are kept for a later version, so a password that cannot be read yet stops nothing. */
function plannedSources(input: PlanInput, warnings: string[]): SourceSetting[] {
  return (input.file.sources ?? []).map((source) => {
    const present = input.sources.find(({ id }) => id === source.id);
    const read = source.password === undefined ? undefined : readSecret(source.password, input.places);
    if (read && 'fault' in read) warnings.push(`source ${source.id}: ${read.fault}; its password stays as it is`);
    return {
      id: source.id,
      url: source.url,
      username: source.username ?? present?.username ?? null,
      password: read && 'secret' in read ? read.secret : (present?.password ?? null),
      profile: source.profile ?? present?.profile ?? 'native',
      topics: present?.topics ?? [],
      options: present?.options ?? {},
    };
  });
}

/** Works out what a well-formed file changes; nothing may be written where `faults` is not empty. */
export function planProvision(input: PlanInput): ProvisionPlan {
  const { file, settings } = input;
  const faults: Fault[] = [];
  const warnings: string[] = [];
  const secretAt = secretReader(input, faults);
  const organisation = mergeOrganisation(file.organisation ?? {}, settings.organisation);
  const standardKey = (part: { process: string; criterion: string }): string =>
    JSON.stringify([part.process, part.criterion]);
  const standards = new Map(settings.standards.map((standard) => [standardKey(standard), standard]));
  const change: SettingsChange = {
    ...(file.organisation ? { organisation } : {}),
    regions: (file.regions ?? []).map((region) =>
      mergeRegion(
        region,
        settings.regions.find(({ id }) => id === region.id),
      ),
    ),
    stores: (file.stores ?? []).map((store) => {
      const { devices: _, ...merged } = mergeStore(store, settings.stores.get(store.id), organisation);
      return merged;
    }),
    devices: plannedDevices(input, secretAt),
    mqttClients: plannedClients(input, secretAt),
    standards: (file.standards ?? []).map((standard) => mergeStandard(standard, standards.get(standardKey(standard)))),
    sources: plannedSources(input, warnings),
  };
  const all = [...crossFaults(input), ...faults].sort((a, b) => a.line - b.line);
  return { change, faults: all, warnings };
}
