import type { Sql } from '../sql/port.ts';
import type { Store } from '../vocabulary/place.ts';
import { readIngestGaps, readReports } from './facts.ts';
import type { Known } from './storeFacts.ts';

/** What all stretches of the stores need: their devices' reports, when ingest was away. */
export async function readKnown(sql: Sql, stores: readonly Store[], now: number): Promise<Known> {
  const deviceIds = stores.flatMap((store) => store.devices.map((device) => device.id));
  return { reports: await readReports(sql, deviceIds), ...(await readIngestGaps(sql, now)), now };
}
