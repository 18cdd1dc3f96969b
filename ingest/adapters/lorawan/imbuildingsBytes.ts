import { byteAt, u16be } from './bytes.ts';
import { emptyTelegram, note, type Telegram } from './telegram.ts';

/*
 * IMBuildings' people counters: kind 2 and variant, the device's id, status and battery, then counts of two directions A and B since the
 * last report, the state of the sensor, totals that wrap at 65535 and a number of the telegram; all big-endian. Read from the end, as
 * the header may be left out. Learnt from TheThingsNetwork/lorawan-devices vendor/imbuildings and akenza-io/device-type-library.
 */

/** What the telegram says of itself besides its counts. */
export interface ImbuildingsTelegram {
  readonly telegram: Telegram;
  /** `0004a30b00f6b569`; '' where the header is left out. */
  readonly deviceId: string;
  /** By which the telegram is known among those of about an hour: its number, or the device's date and time; '' where it has none. */
  readonly number: string;
}

interface Layout {
  readonly length: number;
  /** Bytes of the device's id after kind and variant. */
  readonly idLength: 6 | 8;
  /** Places from the end; 0: it is not there. */
  readonly status: number;
  readonly period: number;
  readonly total: number;
  readonly hasNumber: boolean;
}

/** By variant: 2 to 4 over NB-IoT, 5 to 8 over LoRaWAN. */
const layouts: Readonly<Record<number, Layout>> = {
  3: { length: 17, idLength: 6, status: 1, period: 5, total: 0, hasNumber: false },
  4: { length: 24, idLength: 6, status: 1, period: 5, total: 0, hasNumber: false },
  5: { length: 19, idLength: 8, status: 2, period: 6, total: 0, hasNumber: true },
  6: { length: 23, idLength: 8, status: 6, period: 10, total: 5, hasNumber: true },
  7: { length: 15, idLength: 8, status: 5, period: 0, total: 4, hasNumber: false },
  8: { length: 14, idLength: 8, status: 1, period: 0, total: 0, hasNumber: false },
};

/** Variants without a header by port, and their lengths. */
const headless: Readonly<Record<number, { readonly variant: number; readonly length: number }>> = {
  26: { variant: 6, length: 13 },
  27: { variant: 7, length: 5 },
  28: { variant: 8, length: 4 },
};

/** Reads a telegram; null: it is none of IMBuildings' people counters. */
export function readImbuildings(bytes: Uint8Array, port: number | null): ImbuildingsTelegram | null {
  const bare = headless[port ?? 0];
  if (bare !== undefined && bytes.length === bare.length) return readLayout(bytes, bare.variant, '');
  const variant = byteAt(bytes, 1);
  const layout = byteAt(bytes, 0) === 2 ? layouts[variant] : undefined;
  if (layout === undefined || bytes.length !== layout.length) return null;
  const deviceId = Buffer.from(bytes.subarray(2, 2 + layout.idLength)).toString('hex');
  return readLayout(bytes, variant, deviceId);
}

/** Another device of IMBuildings, by kind, variant and length; null: none of them. */
export function otherDeviceOf(bytes: Uint8Array): string | null {
  const kind = u16be(bytes, 0);
  if (kind === 0x0304 && bytes.length === 23) return 'smiley buttons';
  return kind === 0x0103 && bytes.length === 20 ? 'comfort sensor' : null;
}

function readLayout(bytes: Uint8Array, variant: number, deviceId: string): ImbuildingsTelegram | null {
  const layout = layouts[variant];
  if (layout === undefined) return null;
  const telegram = emptyTelegram();
  const end = bytes.length;
  telegram.problem = problemOf(byteAt(bytes, end - layout.status));
  for (const [channel, more] of [
    ['a', 0],
    ['b', 2],
  ] as const) {
    if (layout.period > 0) note(telegram.periods, { line: '', channel }, u16be(bytes, end - layout.period + more));
    if (layout.total > 0) note(telegram.totals, { line: '', channel }, u16be(bytes, end - layout.total + more));
  }
  return { telegram, deviceId, number: numberOf(bytes, variant, layout) };
}

/** The state of the sensor: 128 infrared blocked, 64 receiver disturbed; the other bits do not keep it from counting. */
export function problemOf(sensorStatus: number): string | null {
  if ((sensorStatus & 0x80) !== 0) return 'covered';
  return (sensorStatus & 0x40) !== 0 ? 'disturbed' : null;
}

/** Variant 4 has no number but a date and time in decimal digits, whose order is not the same everywhere: it serves as a name only. */
function numberOf(bytes: Uint8Array, variant: number, { hasNumber }: Layout): string {
  if (variant === 4) return Buffer.from(bytes.subarray(12, 19)).toString('hex');
  return hasNumber ? String(byteAt(bytes, bytes.length - 1)) : '';
}
