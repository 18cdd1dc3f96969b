/** The server as an outsider reaches it. */
import type { Sent, StoreSpec } from './chain.ts';

export interface Api {
  readonly url: string;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function call(api: Api, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' };
  const ask = (): Promise<Response> => fetch(`${api.url}/api/v1/${path}`, { ...init, headers });
  // A long reckoning between two calls lets the connection's time run out unseen.
  const answer = await ask().catch(ask);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}

async function must(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body).slice(0, 2000)}`);
  return body;
}

export async function get(api: Api, path: string): Promise<Answer['body']> {
  return must(call(api, path));
}

const put = (api: Api, path: string, body: unknown): Promise<Answer['body']> =>
  must(call(api, path, { method: 'PUT', body: JSON.stringify(body) }));

/** Sets a store up with its devices. Answers the secrets of new ones. */
export async function setUp(api: Api, { devices, ...store }: StoreSpec): Promise<Map<string, string>> {
  await put(api, `stores/${store.id}`, store);
  const secrets = new Map<string, string>();
  for (const device of devices) {
    const { secret } = await put(api, `stores/${store.id}/devices/${device.id}`, device);
    secrets.set(device.id, String(secret));
  }
  return secrets;
}

export function post(api: Api, path: string, body: unknown): Promise<Answer> {
  return call(api, `ingest/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

/** One way of sending a body to `store/device/kind`; settled once it is acknowledged. */
export type Way = (path: string, body: unknown) => Promise<unknown>;

export const byHttp =
  (api: Api): Way =>
  (path, body) =>
    must(post(api, path, body));

/** Sends parcels in their order, each of items of one device and kind. */
export async function send(way: Way, parcels: readonly (readonly Sent[])[]): Promise<void> {
  for (const parcel of parcels) {
    const [first] = parcel;
    if (first === undefined) continue;
    const items = parcel.map(({ item }) => item);
    await way(`${first.store}/${first.device}/${first.kind}`, items.length === 1 ? items[0] : items);
  }
}

/** The same on several ways side by side, so that the server gets many at a time. */
export async function sendAtOnce(ways: readonly Way[], parcels: readonly (readonly Sent[])[]): Promise<void> {
  const lanes = ways.map((_, lane) => parcels.filter((_parcel, i) => i % ways.length === lane));
  await Promise.all(ways.map((way, lane) => send(way, lanes[lane] ?? [])));
}
