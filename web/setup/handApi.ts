import { call } from '../api.ts';

/** The device by which a store's entries are counted by pressing a button. */
export function handIdOf(store: string): string {
  return `${store.slice(0, 50)}-hand`;
}

const path = (store: string): string =>
  `/api/v1/ingest/${encodeURIComponent(store)}/${encodeURIComponent(handIdOf(store))}/counts`;

export interface Press {
  readonly id: string;
  readonly at: string;
}

/** Counts one person in; sent once more it counts once. Rejects with ApiError. */
export async function countOne(store: string, { id, at }: Press): Promise<void> {
  await call(path(store), { method: 'POST', body: { id, at, direction: 'in' } });
}
