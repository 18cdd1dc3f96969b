import { migrate } from '../../../db/sql/migrate.ts';
import type { DatabasePlace } from '../../../db/sql/open.ts';
import { openSql } from '../../../db/sql/open.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { hmacOf } from '../../../ingest/adapters/signing.ts';
import type { Webhook } from '../../../ingest/adapters/webhook.ts';
import { makeStore, owner } from '../../db/chain.ts';
import { collect } from '../../ingest/adapters/collected.ts';
import type { Fixture } from '../../ingest/adapters/fixture.ts';
import { deviceOf } from '../../ingest/adapters/reading.ts';

/** A vendor's webhook with a message of its own. */
export interface Hooked {
  readonly adapter: Adapter;
  readonly webhook: Webhook;
  readonly fixture: Fixture;
}

/** What a request has beside its body and proof. */
interface Way {
  readonly method?: 'POST' | 'PUT';
  /** With its query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type WayOf = (topic: string) => Way;

/** How vendors say what a request is; undefined: not this message. */
const ways: Readonly<Record<string, WayOf>> = {
  shopify: (topic) => ({ headers: { 'x-shopify-topic': topic } }),
  chirpstack: () => ({ path: '?event=up' }),
  atol: (topic) => ({ path: `/${topic}` }),
  generic: (topic) => ({ path: `/${topic}` }),
  evotor: (topic) => {
    const [what, store] = topic.split('/');
    return { method: 'PUT', path: `/api/v1/inventories/stores/${store}/${what}` };
  },
};

/** The part of a fixture's topic that comes by HTTP. */
const topics: Readonly<Record<string, RegExp>> = {
  shopify: /^orders\//,
  chirpstack: /up$/,
  evotor: /^documents\//,
  atol: /./,
  generic: /./,
};

function isByHttp({ profile }: Adapter, { topic = '', understood, refused = [] }: Fixture): boolean {
  return understood.length > 0 && refused.length === 0 && (topics[profile] ?? /^$/).test(topic);
}

/** Every adapter with a webhook, and the first of its fixtures that comes by one. */
export async function hooked(): Promise<readonly Hooked[]> {
  const all = await collect();
  return all.flatMap(({ adapter, fixtures }) => {
    const { webhook } = adapter;
    if (webhook === null) return [];
    const fixture = fixtures.find((one) => isByHttp(adapter, one));
    if (fixture === undefined) throw new Error(`${adapter.profile} has no fixture that comes by its webhook`);
    return [{ adapter, webhook, fixture }];
  });
}

/** Long enough to stand in an address. */
export function secretOf(feed: string): string {
  return `${feed}-secret-0123456789abcdef`;
}

/** Headers by which a vendor shows that it signed. */
type Sign = (over: { readonly url: string; readonly body: string; readonly secret: string }) => Record<string, string>;

const signs: Readonly<Record<string, Sign>> = {
  square: ({ url, body, secret }) => ({
    'x-square-hmacsha256-signature': hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [url, body] }, secret),
  }),
  shopify: ({ body, secret }) => ({
    'x-shopify-hmac-sha256': hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [body] }, secret),
  }),
  loyverse: ({ body, secret }) => ({
    'x-loyverse-signature': hmacOf({ algorithm: 'sha1', encoding: 'hex', over: [body] }, secret),
  }),
  lightspeed: ({ body, secret }) => {
    const signature = hmacOf({ algorithm: 'sha256', encoding: 'hex', over: [body] }, secret);
    return { 'x-signature': `signature=${signature},algorithm=HMAC-SHA256` };
  },
  typeform: ({ body, secret }) => ({
    'typeform-signature': `sha256=${hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [body] }, secret)}`,
  }),
  zendesk: ({ body, secret }) => {
    const at = '2026-03-02T10:00:00Z';
    return {
      'x-zendesk-webhook-signature': hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [at, body] }, secret),
      'x-zendesk-webhook-signature-timestamp': at,
    };
  },
};

export interface HookSent {
  readonly url: string;
  readonly init: { readonly method: string; readonly headers: Record<string, string>; readonly body: string };
}

/** A request as the vendor would send it to a feed; `secret` null: it shows nothing. */
export function requestTo(
  base: string,
  { adapter, webhook, fixture }: Hooked,
  { feed, secret }: { feed: string; secret: string | null },
): HookSent {
  const { profile } = adapter;
  const way = ways[profile]?.(fixture.topic ?? '') ?? {};
  const isForm = profile === 'lightspeed';
  const text = typeof fixture.sent === 'string' ? fixture.sent : JSON.stringify(fixture.sent);
  const body = isForm ? new URLSearchParams({ payload: text, environment: 'prod' }).toString() : text;
  const isPath = webhook.proof === 'path' && secret !== null;
  const [path = '', query] = (way.path ?? '').split('?');
  const url = `${base}/api/v1/hooks/${feed}${path}${isPath ? `/${secret}` : ''}${query === undefined ? '' : `?${query}`}`;
  const type = isForm
    ? 'application/x-www-form-urlencoded'
    : adapter.body === 'text'
      ? 'application/xml'
      : 'application/json';
  const headers: Record<string, string> = { 'content-type': type, ...way.headers };
  if (secret !== null && webhook.proof === 'token') headers['authorization'] = `Bearer ${secret}`;
  if (secret !== null && webhook.proof === 'signature') {
    const sign = signs[profile];
    if (sign === undefined) throw new Error(`How ${profile} signs is not known here`);
    Object.assign(headers, sign({ url, body, secret }));
  }
  return { url, init: { method: way.method ?? webhook.methods[0] ?? 'POST', headers, body } };
}

/** A shop with devices `{prefix}{profile}` of every make with a webhook, each with its secret, in a fresh database. */
export async function setUpFeeds(
  place: DatabasePlace,
  all: readonly Hooked[],
  prefixes: readonly string[],
): Promise<void> {
  const sql = openSql(place);
  await migrate(sql);
  const feeds = prefixes.flatMap((prefix) => all.map((one) => ({ one, id: `${prefix}${one.adapter.profile}` })));
  const devices = feeds.map(({ one: { adapter, fixture }, id }) => ({
    ...deviceOf(adapter, fixture),
    id,
    storeId: id,
  }));
  // A store of each one's own, since fixtures have different currencies and receipts of the same name.
  const stores = feeds.map(({ one: { fixture }, id }) =>
    makeStore(id, { currency: 'EUR', ...fixture.store, id, devices: [] }),
  );
  await applySettings(sql, owner, { stores, devices });
  for (const { id } of feeds) await giveSecret(sql, id, secretOf(id));
  await sql.close();
}

export async function giveSecret(sql: Sql, feed: string, value: string): Promise<void> {
  await sql.run(
    "insert into vendor_secrets (holder_kind, holder_id, name, created_at, value) values ('device', ?, 'hook', ?, ?)",
    [feed, Date.now(), value],
  );
}

/** All that is known of a device's messages: facts, what is to be asked for, its quarantine. */
export async function knownOf(sql: Sql, device: string): Promise<Record<string, unknown[]>> {
  const known: Record<string, unknown[]> = {};
  for (const [table, column] of tables) {
    const rows = await sql.all<Record<string, unknown>>(`select * from ${table} where ${column} = ?`, [device]);
    const kept = rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(isKept(table)))));
    if (kept.length > 0) known[table] = [...new Set(kept)].sort();
  }
  return known;
}

/** Not when it came, which a repeat may change; a total that is shown again at another time adds nothing. */
function isKept(table: string): (field: [string, unknown]) => boolean {
  const dropped = ['received_at', 'first_received_at', 'noticed_at', 'due_at', 'id', 'marks'];
  if (table === 'count_readings') dropped.push('at', 'slot');
  return ([column]) => !dropped.includes(column);
}

const tables = [
  ['count_intervals', 'device_id'],
  ['count_readings', 'device_id'],
  ['count_events', 'device_id'],
  ['sales', 'device_id'],
  ['z_reports', 'device_id'],
  ['statuses', 'device_id'],
  ['queue_samples', 'device_id'],
  ['queue_visits', 'device_id'],
  ['queue_statistics', 'device_id'],
  ['survey_answers', 'device_id'],
  ['service_requests', 'device_id'],
  ['fetches', 'feed'],
  ['quarantine', 'device_id'],
] as const;
