import type { SettingsChange, SourceSetting } from '../../db/settings/change.ts';
import type { Device, MqttClient, Settings } from '../../db/vocabulary/place.ts';
import { crossFaults } from './cross.ts';
import {
  mergeChecklist,
  mergeDevice,
  mergeOrganisation,
  mergeRegion,
  mergeSource,
  mergeStandard,
  mergeStore,
} from './merge.ts';
import { type Fault, type FilePath, type Lines, pathText } from './parse.ts';
import { hookSecretOf, type Profiles } from './profiles.ts';
import type { ProvisionFile, ProvisionSecret } from './schema.ts';
import { readSecret, type SecretPlaces } from './secrets.ts';
import { isBrokerUrl } from './vendorFaults.ts';

export interface PlanInput {
  readonly file: ProvisionFile;
  readonly lines: Lines;
  readonly settings: Settings;
  /** Further brokers that are set up already. */
  readonly sources: readonly SourceSetting[];
  /** null: secrets stand in the file itself or nowhere. */
  readonly places: SecretPlaces | null;
  /** Those this version reads. */
  readonly profiles: Profiles;
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

type DeviceChange = NonNullable<SettingsChange['devices']>[number];
type SourceChange = NonNullable<SettingsChange['sources']>[number];

function plannedDevices({ file, settings, profiles }: PlanInput, secretAt: SecretAt): DeviceChange[] {
  return (file.stores ?? []).flatMap((store, s) =>
    (store.devices ?? []).map((written, d) => {
      const present = settings.devices.get(written.id);
      const device = mergeDevice(written, store.id, { present, profiles });
      const path = ['stores', s, 'devices', d];
      return {
        ...withHookSecret(device, profiles),
        ...secretAt(written.secret, [...path, 'secret']),
        ...named('apiSecret', secretAt(written.apiSecret, [...path, 'apiSecret'])),
      };
    }),
  );
}

/** A device with how the secret of its webhook comes about, where its messages come by one of its own. */
export function withHookSecret(device: Device, profiles: Profiles): DeviceChange {
  const hookSecret = device.connection?.source === null ? hookSecretOf(profiles.get(device.profile)) : undefined;
  return hookSecret === undefined ? device : { ...device, hookSecret };
}

function named<Name extends string>(name: Name, read: { readonly secret?: string }): { [Key in Name]?: string } {
  // Sound: the one key is Name itself.
  return read.secret === undefined ? {} : ({ [name]: read.secret } as { [Key in Name]?: string });
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

/** A password that is kept already need not be read again: where it is not at hand, it stays as it is. */
function plannedSources(input: PlanInput, secretAt: SecretAt, warnings: string[]): SourceChange[] {
  return (input.file.sources ?? []).map((written, index) => {
    const source = mergeSource(
      written,
      input.sources.find(({ id }) => id === written.id),
    );
    const read = written.password === undefined ? undefined : readSecret(written.password, input.places);
    if (read && 'fault' in read) warnings.push(`source ${source.id}: ${read.fault}; its password stays as it is`);
    const hookSecret = hookSecretOf(isBrokerUrl(source.url) ? undefined : input.profiles.get(source.profile));
    return {
      ...source,
      ...(read && 'secret' in read ? { password: read.secret } : {}),
      ...(hookSecret === undefined ? {} : { hookSecret }),
      ...secretAt(written.secret, ['sources', index, 'secret']),
      ...named('apiSecret', secretAt(written.apiSecret, ['sources', index, 'apiSecret'])),
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
  const devices = plannedDevices(input, secretAt);
  const sources = plannedSources(input, secretAt, warnings);
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
    devices,
    mqttClients: plannedClients(input, secretAt),
    standards: (file.standards ?? []).map((standard) => mergeStandard(standard, standards.get(standardKey(standard)))),
    checklists: (file.checklists ?? []).map((checklist) =>
      mergeChecklist(
        checklist,
        settings.checklists.find(({ id }) => id === checklist.id),
      ),
    ),
    sources,
  };
  const all = [...crossFaults({ ...input, devices, plannedSources: sources }), ...faults].sort(
    (a, b) => a.line - b.line,
  );
  return { change, faults: all, warnings };
}
