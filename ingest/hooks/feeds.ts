import { type AddressList, addressList } from '../../db/settings/networks.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { adapters } from '../adapters/registry.ts';

/** What an address of its own, a vendor's account or a webhook is for: a device or a source of a vendor's profile. */
export interface Feed {
  readonly id: string;
  readonly kind: 'device' | 'source';
  readonly adapter: Adapter;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where its messages may come from; null: from anywhere. */
  readonly allowFrom: AddressList | null;
  /** The http(s) address that was given for the vendor's API; null: the vendor's own. */
  readonly url: string | null;
}

/** The feed of that name; null: there is none, or its profile is none of a vendor's. */
export function findFeed(settings: Settings, id: string): Feed | null {
  const device = settings.devices.get(id);
  const source = settings.sources.get(device === undefined ? id : (device.connection?.source ?? ''));
  const profile = device?.profile ?? source?.profile;
  const adapter = profile === undefined ? undefined : adapters.get(profile);
  if (adapter === undefined) return null;
  const options = { ...source?.options, ...device?.connection?.options };
  const allowed = options['allowFrom'];
  const url = source?.url ?? null;
  return {
    id,
    kind: device === undefined ? 'source' : 'device',
    adapter,
    options,
    allowFrom: Array.isArray(allowed) && allowed.length > 0 ? addressList(allowed) : null,
    url: url !== null && /^https?:/.test(url) ? url : null,
  };
}
