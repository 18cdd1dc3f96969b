import type { MqttIdentity } from '../../db/reads/credentials.ts';
import { isOwnTopic } from '../../db/settings/deviceTopics.ts';
import { covers } from './filters.ts';

/**
 * Who may publish where (contract 7): a device under its own topic and those of its vendor, a gateway for any device of its store and on
 * its filters, a reader nowhere. What begins with `$` is the house's own.
 */
export function mayPublish(identity: MqttIdentity, topic: string): boolean {
  if (identity.kind === 'reader' || identity.storeId === null) return false;
  const own = identity.kind === 'device' ? `${identity.storeId}/${identity.id}/` : `${identity.storeId}/`;
  if (topic.startsWith(`lintel/v1/${own}`)) return topic.split('/').length >= 5;
  const vendors = identity.kind === 'device' ? identity : { topics: identity.filters, address: null };
  return vendors.topics.length > 0 && isOwnTopic(vendors, topic);
}

/** A reader subscribes within the filters it was given; `$share/…` is not kept by this broker, so it is not granted either. */
export function maySubscribe(identity: MqttIdentity, filter: string): boolean {
  if (identity.kind !== 'reader' || filter.startsWith('$')) return false;
  return identity.filters.some((allowed) => covers(allowed, filter));
}
