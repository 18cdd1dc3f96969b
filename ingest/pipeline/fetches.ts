import type { FetchWanted } from '../../db/vocabulary/event.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { type WantedBy, wantFetches } from '../../db/writes/fetches.ts';
import type { Arrival, Batch } from './batch.ts';

const scope = systemScope('ingest');

/**
 * Notes what vendors' messages only name, to be asked for at the vendor (ingest/fetch). Asked by the source's account where the device
 * has one; of two in a batch the later one stands.
 */
export async function storeFetches(batch: Batch, arrivals: readonly Arrival<FetchWanted>[]): Promise<void> {
  const latest = new Map<string, { readonly wanted: WantedBy; readonly slot: Arrival<FetchWanted>['slot'] }>();
  for (const { event, device, slot } of arrivals) {
    const { resource, key, version } = event;
    const feed = device.connection?.source ?? device.id;
    const name = JSON.stringify([feed, resource, key]);
    const before = latest.get(name);
    if (before !== undefined) before.slot.fate = 'duplicate';
    latest.set(name, { wanted: { feed, resource, key, version }, slot });
  }
  const all = [...latest.values()];
  const wanted = all.map((one) => one.wanted);
  const changed = await wantFetches(batch.sql, scope, { wanted, now: batch.now });
  for (const [place, { slot }] of all.entries()) if (changed[place] !== true) slot.fate = 'duplicate';
}
