import type { Settings } from '../../db/vocabulary/place.ts';

/**
 * The access list for a Mosquitto in front of Lintel: what the embedded broker allows (contract 7), by user name. `ingestUser` is who
 * Lintel itself connects as.
 */
export function mosquittoAcl(settings: Settings, ingestUser: string): string {
  const users: string[][] = [[ingestUser, 'topic read lintel/v1/#']];
  for (const { id, storeId } of settings.devices.values()) users.push([id, `topic write lintel/v1/${storeId}/${id}/#`]);
  for (const client of settings.mqttClients.values()) {
    if (client.kind === 'reader') users.push([client.id, ...client.filters.map((filter) => `topic read ${filter}`)]);
    else if (client.storeId !== null) users.push([client.id, `topic write lintel/v1/${client.storeId}/#`]);
  }
  const head = '# As Lintel writes it from its settings; do not edit by hand.\n';
  return head + users.map(([name, ...rules]) => `user ${name}\n${rules.join('\n')}\n`).join('\n');
}
