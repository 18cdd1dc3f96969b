import { byteAt, u16le, u32le } from './bytes.ts';
import { notePast, type Telegram } from './telegram.ts';

/*
 * What Milesight's counters send again after a loss, by channel `20 ce`: epoch s (4 bytes), kind (1 byte), data. What the kinds mean
 * differs by model. Learnt from Milesight-IoT/SensorDecoders vs121, vs133, vs350 and vs360.
 */

export type HistoryFamily = 'vs121' | 'vs133' | 'vs350';

/** Lengths of time, kind and data together, by kind. */
const lengths: Readonly<Record<HistoryFamily, ReadonlyMap<number, number>>> = {
  vs350: new Map([
    [0, 9],
    [1, 13],
  ]),
  vs121: new Map([...kinds(0x01, 0x12, 9), [0x03, 6], [0x11, 10]]),
  vs133: new Map([...kinds(0x03, 0x1d, 9), [0x10, 8], [0x1e, 8], [0x20, 8], [0x3c, 8]]),
};

function kinds(first: number, last: number, length: number): [number, number][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, length]);
}

type LengthOf = (bytes: Uint8Array, at: number) => number | null;

/**
 * The only family by which the rest of a telegram comes out even, as nothing but the past or, failing that, with other channels between;
 * null: several, or none.
 */
export function historyFamilyOf(bytes: Uint8Array, at: number, lengthOf: LengthOf): HistoryFamily | null {
  return onlyFamily(bytes, at, () => null) ?? onlyFamily(bytes, at, lengthOf);
}

function onlyFamily(bytes: Uint8Array, at: number, lengthOf: LengthOf): HistoryFamily | null {
  const fitting = (['vs350', 'vs133', 'vs121'] as const).filter((family) => comesOut(bytes, at, { family, lengthOf }));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function comesOut(bytes: Uint8Array, from: number, by: { family: HistoryFamily; lengthOf: LengthOf }): boolean {
  let at = from;
  while (at < bytes.length) {
    const length = pastLengthAt(bytes, at, by.family) ?? by.lengthOf(bytes, at);
    if (length === null) return false;
    at += length;
  }
  return at === bytes.length;
}

/** The length of the entry that stands here, its channel and type included; null: there is none of this family. */
function pastLengthAt(bytes: Uint8Array, at: number, family: HistoryFamily): number | null {
  if (byteAt(bytes, at) !== 0x20 || byteAt(bytes, at + 1) !== 0xce) return null;
  const length = lengths[family].get(byteAt(bytes, at + 6));
  return length === undefined ? null : length + 2;
}

interface Past {
  readonly bytes: Uint8Array;
  /** Where the time begins. */
  readonly at: number;
  readonly telegram: Telegram;
  readonly family: HistoryFamily | null;
}

/** Reads one entry. @returns its length; null: the rest of the telegram cannot be read */
export function readHistory(past: Past): number | null {
  const { bytes, at, telegram, family } = past;
  if (family === null) {
    telegram.fault = 'The telegram holds the past in a form that several models have: set the option model.';
    return null;
  }
  const kind = byteAt(bytes, at + 4);
  const length = lengths[family].get(kind);
  if (length === undefined || at + length > bytes.length) {
    telegram.fault = `The telegram holds a past that a ${family.toUpperCase()} does not send: check the option model.`;
    return null;
  }
  if (family === 'vs350') readPassage(past, kind);
  else if (family === 'vs133') readLine(past, kind);
  else readArea(past, kind);
  return length;
}

function readPassage(past: Past, kind: number): void {
  if (kind === 0) past.telegram.pastPeriods += 1;
  else notePair(past, past.at + 9);
}

/** VS121: 2 is a period, 16 the totals; the rest is where people stay. */
function readArea(past: Past, kind: number): void {
  if (kind === 0x10) notePair(past, past.at + 5);
  else if (kind === 0x02) past.telegram.pastPeriods += 1;
  else past.telegram.others.add('region');
}

/** VS133, VS135: of each line in turn total in, total out and period; then regions, and the same of children. */
function readLine({ bytes, at, telegram }: Past, kind: number): void {
  if (kind > 0x0e) {
    telegram.others.add('region');
    return;
  }
  const line = String(Math.floor(kind / 3));
  if (kind % 3 === 2) telegram.pastPeriods += 1;
  else {
    const channel = kind % 3 === 0 ? 'in' : 'out';
    notePast(telegram, { line, channel }, { at: u32le(bytes, at) * 1000, total: u32le(bytes, at + 5) });
  }
}

function notePair({ bytes, at, telegram }: Past, from: number): void {
  const pastAt = u32le(bytes, at) * 1000;
  notePast(telegram, { line: '', channel: 'in' }, { at: pastAt, total: u16le(bytes, from) });
  notePast(telegram, { line: '', channel: 'out' }, { at: pastAt, total: u16le(bytes, from + 2) });
}
