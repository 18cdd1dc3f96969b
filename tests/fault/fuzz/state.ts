/** How a server is after it was sent a great deal that is wrong. */
import { compareRollups, type RollupDifference } from '../../../db/reads/compareRollups.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { openSql } from '../../../db/sql/open.ts';
import { systemScope } from '../../../db/vocabulary/scope.ts';
import { keptPerDevice } from '../../../db/writes/quarantineBounds.ts';
import type { Shop } from '../../flow/shop.ts';

export interface State {
  readonly ready: number;
  /** Of one good message. */
  readonly accepted: number;
  /** What the server logged as an error. */
  readonly faults: readonly string[];
  /** Rollups that are not what the facts say. */
  readonly wrong: readonly RollupDifference[];
  /** Devices with more in quarantine than one may have. */
  readonly unbounded: readonly unknown[];
}

export async function state(shop: Shop, databaseUrl: string | undefined): Promise<State> {
  const at = new Date(Date.now() - 60_000).toISOString();
  const good = await shop.post('/api/v1/ingest/arbat/beam-1/counts', JSON.stringify({ at, direction: 'in', id: at }));
  const ready = await fetch(`${shop.server.url}/readyz`);
  const sql = openSql({ databaseUrl, dataDir: shop.server.dataDir }, { readonly: true });
  const scope = systemScope('test');
  try {
    const question = { settings: await loadSettings(sql, scope), storeId: 'arbat', now: Date.now(), limit: 5 };
    return {
      ready: ready.status,
      accepted: good.body.accepted,
      faults: shop.server
        .output()
        .split('\n')
        .filter((line) => /"level":(50|60)|Error/.test(line)),
      wrong: await compareRollups(sql, scope, question),
      unbounded: await sql.all(
        'select device_id, count(*) as count from quarantine group by device_id having count(*) > ?',
        [keptPerDevice],
      ),
    };
  } finally {
    await sql.close();
  }
}
