import type { Connection, Settings } from '../vocabulary/place.ts';

/*
 * Topics of vendors' devices at the main broker, beside Lintel's own. A level in braces, such as `{address}`, stands for any one level;
 * that of the address for the device's own, where it is known.
 */

/** Which topics a device has at the main broker. */
export interface OwnTopics {
  readonly topics: readonly string[];
  readonly address: string | null;
}

/** A device's; none where it reaches Lintel by a source. Topics of the house are nobody's. */
export function ownTopicsOf(connection: Connection | null): OwnTopics {
  if (connection === null || connection.source !== null) return { topics: [], address: null };
  return { topics: connection.topics.filter(isOfVendors), address: connection.address };
}

/** Not `$SYS` and its like, not Lintel's own language, and nothing that would break a line of an access list. */
export function isOfVendors(filter: string): boolean {
  return filter !== '' && !filter.startsWith('$') && !filter.startsWith('lintel/v1/') && !hasControls(filter);
}

function hasControls(text: string): boolean {
  for (const sign of text) if (sign < ' ') return true;
  return false;
}

/** Serial numbers are written with and without colons, large and small. */
function plain(address: string): string {
  return address.replace(/[:\-\s]/g, '').toLowerCase();
}

/** Whether a topic is one of the device's. */
export function isOwnTopic({ topics, address }: OwnTopics, topic: string): boolean {
  if (!isOfVendors(topic) || /[+#]/.test(topic)) return false;
  const levels = topic.split('/');
  return topics.some((filter) => isMatched(filter.split('/'), levels, address));
}

function isMatched(filter: readonly string[], levels: readonly string[], address: string | null): boolean {
  for (const [place, level] of filter.entries()) {
    if (level === '#') return true;
    const other = levels[place];
    if (other === undefined) return false;
    if (level === '{address}' && address !== null) {
      if (plain(other) !== plain(address)) return false;
    } else if (level !== '+' && level !== other && !level.startsWith('{')) return false;
  }
  return filter.length === levels.length;
}

/** A device's topic as MQTT knows it. */
export function mqttFilter(topic: string): string {
  const levels = topic.split('/').map((level) => (level.startsWith('{') ? '+' : level));
  return levels.join('/');
}

/** A device's topic as access lists know it, which compare letter by letter: the address as it is, and as serial numbers are written. */
export function accessFilters(topic: string, address: string | null): string[] {
  if (address === null || /[/+#\s]/.test(address) || !topic.split('/').includes('{address}'))
    return [mqttFilter(topic)];
  const ways = new Set([address, plain(address), plain(address).toUpperCase()]);
  return [...ways].map((way) =>
    mqttFilter(
      topic
        .split('/')
        .map((level) => (level === '{address}' ? way : level))
        .join('/'),
    ),
  );
}

/** What to subscribe to at the main broker beside Lintel's own topics: of devices, and of gateways; each once. */
export function vendorFilters({ devices, mqttClients }: Pick<Settings, 'devices' | 'mqttClients'>): string[] {
  const filters = new Set<string>();
  for (const { connection } of devices.values())
    for (const topic of ownTopicsOf(connection).topics) filters.add(mqttFilter(topic));
  for (const { kind, filters: own } of mqttClients.values())
    if (kind === 'gateway') for (const filter of own) if (isOfVendors(filter)) filters.add(mqttFilter(filter));
  return [...filters].sort();
}
