import type { SettingsChange } from '../../db/settings/change.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import { type Scope, systemScope } from '../../db/vocabulary/scope.ts';

export const owner: Scope = systemScope('test');
export const regional: Scope = { actor: 'user:r', role: 'regional', storeIds: [], regionIds: ['north'] };
export const manager: Scope = { actor: 'user:m', role: 'manager', storeIds: ['arbat'], regionIds: [] };
export const viewer: Scope = { actor: 'user:v', role: 'viewer', storeIds: ['arbat'], regionIds: [] };

export function makeStore(id: string, more: Partial<Store> = {}): Store {
  return {
    id,
    name: id,
    regionId: null,
    tags: [],
    areaM2: null,
    opensOn: null,
    closesOn: null,
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    dayStartsAtMinutes: 0,
    openingHours: [{ week: { mon: ['10:00-22:00'] }, exceptions: {} }],
    passersByIncludesEntrants: true,
    keepEmployees: false,
    holidays: null,
    entrances: [{ id: 'main', name: 'Main', kind: 'street', countAs: 'in' }],
    queues: [{ id: 'tills', name: 'Tills', targetSeconds: 180, targetShare: 0.8 }],
    devices: [],
    ...more,
  };
}

export function makeDevice(id: string, storeId: string, more: Partial<Device> = {}): Device {
  return {
    id,
    storeId,
    name: id,
    profile: 'native',
    mode: 'interval',
    measures: ['entries'],
    lines: ['main'],
    entranceId: 'main',
    reportsEverySeconds: 60,
    silentAfterSeconds: 7200,
    feed: 'live',
    clock: 'utc',
    counterBits: null,
    maxPerMinute: 300,
    installedAt: null,
    removedAt: null,
    connection: null,
    ...more,
  };
}

/** Two regions, three stores, a counter and a till in the first store. */
export function smallChain(): SettingsChange {
  return {
    organisation: { name: 'Ромашка', currency: 'RUB', locale: 'ru', holidays: null },
    regions: [
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ],
    stores: [
      makeStore('arbat', { regionId: 'south' }),
      makeStore('nevsky', { regionId: 'north', tags: ['mall'], areaM2: 240.5 }),
      makeStore('sochi', { regionId: 'south', openingHours: null }),
    ],
    devices: [
      makeDevice('cam-1', 'arbat'),
      makeDevice('till-1', 'arbat', { measures: ['sales'], entranceId: null, reportsEverySeconds: null }),
      makeDevice('cam-2', 'nevsky'),
    ],
    mqttClients: [{ id: 'gate', kind: 'gateway', storeId: 'arbat', filters: [] }],
    standards: [
      {
        process: 'hotline',
        criterion: 'answer-seconds',
        green: 30,
        yellow: 60,
        lowerIsBetter: true,
        weight: 1,
        processName: null,
        criterionName: null,
        step: null,
        unit: 's',
        owner: null,
        level: 1,
      },
    ],
    sources: [
      {
        id: 'tts',
        url: 'mqtts://broker.example',
        username: 'u',
        password: 'p4ssw0rd',
        profile: 'ttn',
        topics: [],
        options: {},
      },
    ],
  };
}
