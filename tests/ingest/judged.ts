import type { Device, Settings, Store } from '../../db/vocabulary/place.ts';
import { judgeMessage } from '../../ingest/pipeline/judge.ts';
import { makeDevice, makeStore } from '../db/chain.ts';
import { clock, message } from './house.ts';

const cam = makeDevice('cam-1', 'arbat');
export const till = makeDevice('till-1', 'arbat');
const old = makeDevice('old-1', 'arbat', { clock: 'local' });
export const arbat = makeStore('arbat', { currency: 'EUR', timezone: 'Europe/Moscow', devices: [cam, till, old] });
const tokyo = makeStore('tokyo', { currency: 'JPY' });
const till2 = makeDevice('till-2', 'tokyo');

export function settingsOf(stores: Store[], devices: Device[]): Settings {
  return {
    version: 1,
    organisation: { name: 'x', currency: 'EUR', locale: 'en' },
    regions: [],
    stores: new Map(stores.map((store) => [store.id, store])),
    devices: new Map(devices.map((device) => [device.id, device])),
    standards: [],
    checklists: [],
    mqttClients: new Map(),
    sources: new Map(),
  };
}

export const settings = settingsOf([arbat, tokyo], [cam, till, old, till2]);

/** What one body was understood as: its first event, or the reason it was refused for. */
export function judged(kind: string, body: unknown, to?: string): unknown {
  const { whole, items } = judgeMessage(message(kind, body, to === undefined ? {} : { to }), settings, clock);
  const only = whole ?? items[0];
  return only?.kind === 'refused' ? only.reason : only?.events[0];
}
