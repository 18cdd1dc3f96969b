import type { CountAs, Device, Entrance, Measure, Store } from '../vocabulary/place.ts';
import type { QuarterCountRow } from './quarterRows.ts';

/** A device whose entries are the store's, and what of its two directions they are. */
export interface EntryDevice {
  readonly device: Device;
  readonly countAs: CountAs;
}

/** Devices that measure entries at street entrances; one without an entrance counts at one, `in`. */
export function entryDevices(store: Store): EntryDevice[] {
  return store.devices
    .filter((device) => device.measures.includes('entries'))
    .flatMap((device) => {
      const kind = entranceOf(store, device)?.kind ?? 'street';
      return kind === 'street' ? [{ device, countAs: countAsOf(store, device) }] : [];
    });
}

/** What of its two directions a device's entrance counts as entries; one without an entrance counts `in`. */
export function countAsOf(store: Store, device: Device): CountAs {
  return entranceOf(store, device)?.countAs ?? 'in';
}

function entranceOf(store: Store, device: Device): Entrance | undefined {
  return store.entrances.find((one) => one.id === device.entranceId);
}

export function passersByDevices(store: Store): Device[] {
  return store.devices.filter((device) => device.measures.includes('passersBy'));
}

export function salesDevices(store: Store): Device[] {
  return store.devices.filter((device) => device.measures.includes('sales'));
}

/** Devices that send an event for each passage: they are judged by their silence, as sales feeds are. */
export function eventDevices(store: Store): Device[] {
  return store.devices.filter((device) => device.mode === 'event' && device.measures.some(isCounted));
}

function isCounted(measure: Measure): boolean {
  return measure === 'entries' || measure === 'passersBy';
}

/** Twice the entries of a row (an entrance may count half of in + out), net of staff; null where the field needed was not sent. */
export function entriesDoubled(row: QuarterCountRow, countAs: CountAs): number | null {
  const ins = netIn(row);
  const outs = netOut(row);
  if (countAs === 'in') return ins === null ? null : 2 * ins;
  if (countAs === 'out') return outs === null ? null : 2 * outs;
  return ins === null || outs === null ? null : ins + outs;
}

/** In less staff; null where it was not sent. */
export function netIn(row: QuarterCountRow): number | null {
  return row.countIn === null ? null : row.countIn - (row.staffIn ?? 0);
}

/** Out less staff; null where it was not sent. */
export function netOut(row: QuarterCountRow): number | null {
  return row.countOut === null ? null : row.countOut - (row.staffOut ?? 0);
}

/** Observed ms of a row by the fields that `countAs` uses. */
export function entriesMs(row: QuarterCountRow, countAs: CountAs): number {
  if (countAs === 'average') return row.bothMs;
  return countAs === 'in' ? row.inMs : row.outMs;
}
