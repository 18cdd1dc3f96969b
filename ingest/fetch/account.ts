import type { Settings } from '../../db/vocabulary/place.ts';
import type { VendorApi } from '../adapters/vendorApi.ts';
import type { Feed } from '../hooks/feeds.ts';

/** A vendor's account that can be asked. */
export interface Account {
  readonly feed: string;
  readonly api: VendorApi;
  /** The `api` secret. */
  readonly secret: string;
  /** `https://connect.squareup.com`, without a slash at its end. */
  readonly host: string;
  /** The feed's, with the addresses of its devices as `address`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What keeps a feed from being asked, in a sentence. */
export interface NoAccount {
  readonly problem: string;
}

/** The account of a feed whose profile has an API; null: it has none. */
export function accountOf(feed: Feed, secret: string | null, settings: Settings): Account | NoAccount | null {
  const { api } = feed.adapter;
  if (api === null) return null;
  if (secret === null)
    return { problem: 'The vendor cannot be asked without a key: enter its API secret at this device or source.' };
  const host = hostOf(feed, api);
  if ('problem' in host) return host;
  const address = addressesOf(feed, settings);
  return { feed: feed.id, api, secret, host: host.host, options: { address, ...feed.options } };
}

function addressesOf({ id, kind }: Feed, { devices }: Settings): readonly string[] {
  const own =
    kind === 'device' ? [devices.get(id)] : [...devices.values()].filter((one) => one.connection?.source === id);
  return own.flatMap((device) => device?.connection?.address ?? []);
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The feed's own host before the vendor's; over TLS, so that nobody on the way reads the key, except on this machine. */
function hostOf({ options, url }: Feed, api: VendorApi): { readonly host: string } | NoAccount {
  const own = options['host'];
  const given = typeof own === 'string' && own !== '' ? own : (url ?? api.host);
  if (given === '') return { problem: 'The vendor’s address is not known: say it in the option host.' };
  const text = /^https?:\/\//.test(given) ? given : `https://${given}`;
  if (!URL.canParse(text)) return { problem: `The host ${given.slice(0, 100)} is none: correct the option host.` };
  const { protocol, host, hostname, pathname } = new URL(text);
  if (protocol === 'http:' && !loopback.test(hostname))
    return {
      problem: `The host ${host} is not asked without TLS, since the key could be read on the way: write https.`,
    };
  return { host: `${protocol}//${host}${pathname.replace(/\/+$/, '')}` };
}
