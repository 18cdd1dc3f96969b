import { renameSync, writeFileSync } from 'node:fs';
import type { Settings } from '../../db/vocabulary/place.ts';

/**
 * The access list for a Mosquitto in front of Lintel: what the embedded broker allows (contract 7), by user name. `ingestUser` is who
 * Lintel itself connects as.
 */
function mosquittoAcl(settings: Settings, ingestUser: string): string {
  const users: string[][] = [[ingestUser, 'topic read lintel/v1/#']];
  for (const { id, storeId } of settings.devices.values()) users.push([id, `topic write lintel/v1/${storeId}/${id}/#`]);
  for (const client of settings.mqttClients.values()) {
    if (client.kind === 'reader') users.push([client.id, ...client.filters.map((filter) => `topic read ${filter}`)]);
    else if (client.storeId !== null) users.push([client.id, `topic write lintel/v1/${client.storeId}/#`]);
  }
  const head = '# As Lintel writes it from its settings; do not edit by hand.\n';
  return head + users.map(([name, ...rules]) => `user ${name}\n${rules.join('\n')}\n`).join('\n');
}

/**
 * Keeps that list in a file for Mosquitto's `acl_file`; replaced in one step, so that Mosquitto never reads half of it. Mosquitto reads
 * it at its start and on SIGHUP.
 */
export function writeMosquittoAcl(
  settings: Settings,
  { file, ingestUser }: { file: string; ingestUser: string },
): void {
  writeFileSync(`${file}.new`, mosquittoAcl(settings, ingestUser), { mode: 0o644 });
  renameSync(`${file}.new`, file);
}
