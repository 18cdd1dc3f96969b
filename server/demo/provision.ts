import type { SettingsChange } from '../../db/settings/change.ts';
import type { Device, OpeningHoursEdition, Store } from '../../db/vocabulary/place.ts';
import { newDevice } from '../provision/merge.ts';
import {
  type DemoStore,
  demoOrganisation,
  demoRegions,
  demoStores,
  doorOf,
  queueOf,
  queueSensorOf,
  serviceOf,
  streetOf,
  tillOf,
} from './chain.ts';
import { demoQueue } from './queue.ts';
import { demoTemplate } from './serviceValues.ts';

function openingHours([week, saturday, sunday]: DemoStore['hours']): OpeningHoursEdition[] {
  const openings = (text: string): string[] => (text === '' ? [] : [text]);
  const weekdays = openings(week);
  return [
    {
      week: {
        mon: weekdays,
        tue: weekdays,
        wed: weekdays,
        thu: weekdays,
        fri: weekdays,
        sat: openings(saturday),
        sun: openings(sunday),
      },
      exceptions: {},
    },
  ];
}

function storeOf(demo: DemoStore): Omit<Store, 'devices'> {
  return {
    id: demo.id,
    name: demo.name,
    regionId: demo.region,
    tags: demo.tags,
    areaM2: demo.areaM2,
    opensOn: null,
    closesOn: null,
    timezone: demo.timezone,
    currency: demo.currency,
    dayStartsAtMinutes: 0,
    openingHours: openingHours(demo.hours),
    passersByIncludesEntrants: true,
    keepEmployees: false,
    holidays: null,
    entrances: [{ id: 'main', name: 'Main entrance', kind: 'street', countAs: 'in' }],
    queues:
      queueSensorOf(demo.id) === null ? [] : [{ id: demoQueue, name: 'Tills', targetSeconds: 180, targetShare: 0.8 }],
  };
}

function devicesOf(demo: DemoStore, installedAt: number): Device[] {
  const base = (id: string, name: string): Device => ({ ...newDevice(id, demo.id), name, installedAt });
  const reporting = { reportsEverySeconds: 60, mode: 'interval' } as const;
  return [
    { ...base(doorOf(demo.id), 'Door counter'), ...reporting, measures: ['entries'], entranceId: 'main' },
    ...(demo.hasStreetCounter
      ? [{ ...base(streetOf(demo.id), 'Street counter'), ...reporting, measures: ['passersBy'] as const }]
      : []),
    { ...base(tillOf(demo.id), 'Till'), measures: ['sales'] },
    ...(queueSensorOf(demo.id) === null
      ? []
      : [{ ...base(queueOf(demo.id), 'Queue sensor'), mode: 'event', measures: ['queue'] } as const]),
    { ...base(serviceOf(demo.id), 'Smileys, help desk and audits'), mode: 'event', measures: ['service'] },
  ];
}

/** The demo's chain as settings; every device gets a new secret each time, since the demo's own devices are all there are. */
export function demoSettings(installedAt: number): SettingsChange {
  return {
    organisation: demoOrganisation,
    regions: demoRegions,
    standards: demoTemplate.criteria,
    checklists: demoTemplate.checklists,
    stores: demoStores.map(storeOf),
    devices: demoStores
      .flatMap((demo) => devicesOf(demo, installedAt))
      .map((device) => ({ ...device, renewSecret: true })),
  };
}
