/** Running servers to reckon beside: the real build, over HTTP and, for some stores, over its broker. */
import { openSql } from '../../../db/sql/open.ts';
import { openShop, type Shop } from '../shop.ts';
import { byHttp, type Way } from './api.ts';
import type { House } from './lived.ts';

export interface OpenHouse extends House {
  readonly shop: Shop;
  close(): Promise<void>;
}

/** As the device itself, over the embedded broker; settled by its PUBACK. */
export function byMqtt(shop: Shop, secrets: ReadonlyMap<string, string>): Way {
  const clients = new Map<string, ReturnType<Shop['device']>>();
  return async (path, body) => {
    const device = path.split('/')[1] ?? '';
    const client = clients.get(device) ?? shop.device(device, { password: secrets.get(device) ?? '' });
    clients.set(device, client);
    await (await client).publishAsync(`lintel/v1/${path}`, JSON.stringify(body), { qos: 1 });
  };
}

export async function openHouse(databaseUrl?: string): Promise<OpenHouse> {
  const shop = await openShop(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
  const api = { url: shop.server.url, token: shop.token };
  const sql = openSql({ databaseUrl, dataDir: shop.server.dataDir }, { readonly: true });
  return {
    ...{ shop, api, sql },
    way: (secrets, seed) => (seed % 8 === 0 ? byMqtt(shop, secrets) : byHttp(api)),
    close: async () => {
      await sql.close();
      await shop.close();
    },
  };
}
