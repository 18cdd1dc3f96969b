import { renameSync, writeFileSync } from 'node:fs';
import { accessFilters, isOfVendors, mqttFilter, ownTopicsOf, vendorFilters } from '../../db/settings/deviceTopics.ts';
import type { Settings } from '../../db/vocabulary/place.ts';

export interface AclPlace {
  readonly file: string;
  /** Who Lintel itself connects as. */
  readonly ingestUser: string;
  /** It publishes figures for Home Assistant. */
  readonly isPublishing: boolean;
}

/** Where figures for Home Assistant are published (server/discovery). */
const publishedTopics = ['lintel/figures/#', 'homeassistant/#'];

/**
 * The access list for a Mosquitto in front of Lintel: what the embedded broker allows (contract 7), by user name.
 */
function mosquittoAcl(settings: Settings, { ingestUser, isPublishing }: Omit<AclPlace, 'file'>): string {
  const reads = ['lintel/v1/#', ...vendorFilters(settings)].map((filter) => `topic read ${filter}`);
  const tells = isPublishing ? publishedTopics.map((filter) => `topic write ${filter}`) : [];
  const users: string[][] = [[ingestUser, ...reads, ...tells]];
  for (const { id, storeId, connection } of settings.devices.values()) {
    const { topics, address } = ownTopicsOf(connection);
    const vendors = topics.flatMap((topic) => accessFilters(topic, address));
    users.push([id, ...[`lintel/v1/${storeId}/${id}/#`, ...vendors].map((filter) => `topic write ${filter}`)]);
  }
  for (const client of settings.mqttClients.values()) {
    if (client.kind === 'reader') users.push([client.id, ...client.filters.map((filter) => `topic read ${filter}`)]);
    else if (client.storeId !== null) {
      const filters = [`lintel/v1/${client.storeId}/#`, ...client.filters.filter(isOfVendors).map(mqttFilter)];
      users.push([client.id, ...filters.map((filter) => `topic write ${filter}`)]);
    }
  }
  const head = '# As Lintel writes it from its settings; do not edit by hand.\n';
  return head + users.map(([name, ...rules]) => `user ${name}\n${rules.join('\n')}\n`).join('\n');
}

/**
 * Keeps that list in a file for Mosquitto's `acl_file`; replaced in one step, so that Mosquitto never reads half of it. Mosquitto reads
 * it at its start and on SIGHUP.
 */
export function writeMosquittoAcl(settings: Settings, { file, ...who }: AclPlace): void {
  writeFileSync(`${file}.new`, mosquittoAcl(settings, who), { mode: 0o644 });
  renameSync(`${file}.new`, file);
}
