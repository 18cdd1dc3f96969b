/** The chain that is measured: stores with a door and a till each, as a provision file. */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

export const zone = 'Europe/Berlin';

export interface BenchDevice {
  readonly store: string;
  readonly device: string;
  readonly secret: string;
}

function storeId(index: number): string {
  return `store-${String(index).padStart(4, '0')}`;
}

/** Its door counter; till and door of store-0001 are door-0001 and till-0001. */
export function doorOf(index: number): BenchDevice {
  const device = storeId(index).replace('store', 'door');
  return { store: storeId(index), device, secret: `secret-of-${device}-0123456789` };
}

function store(index: number, installedAt: string): object {
  const { device, secret } = doorOf(index);
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['09:00-21:00']]);
  const sales = { id: device.replace('door', 'till'), profile: 'native', measures: ['sales'], installedAt, secret };
  const door = { id: device, profile: 'native', mode: 'interval', measures: ['entries'], installedAt, secret };
  return {
    id: storeId(index),
    name: `Store ${index}`,
    region: `region-${index % 10}`,
    timezone: zone,
    openingHours: Object.fromEntries(week),
    devices: [{ ...door, reportsEvery: 60 }, sales],
  };
}

/** Writes a chain of `stores` stores, installed at `installedAt` (RFC 3339). */
export function writeChain(path: string, stores: number, installedAt: string): void {
  const regions = Array.from({ length: 10 }, (_, index) => ({ id: `region-${index}`, name: `Region ${index}` }));
  const chain = {
    organisation: { name: 'Bench', currency: 'EUR', locale: 'en' },
    regions,
    stores: Array.from({ length: stores }, (_, index) => store(index, installedAt)),
  };
  writeFileSync(path, stringify(chain));
}
