import { byteAt, u16le, u32le } from './bytes.ts';
import { historyFamilyOf, readHistory } from './milesightHistory.ts';
import type { Family } from './models.ts';
import { emptyTelegram, note, type Telegram } from './telegram.ts';

/*
 * Milesight's telegrams: channel (1 byte), type (1 byte), data of the length that both tell, and so on; numbers are little-endian.
 * Learnt from the READMEs of Milesight-IoT/SensorDecoders vs-series and the "Uplink Data" pages of milesight.com. No channel and type
 * of these models means two things, but for `20 ce`, the past.
 */

interface Reading {
  readonly bytes: Uint8Array;
  /** Where the channel's data begins. */
  readonly at: number;
  readonly telegram: Telegram;
  /** The only line's name, or the first of several. */
  readonly line: string;
}

interface Channel {
  readonly length: number;
  read(reading: Reading): void;
}

/** Reads a telegram; null: it does not begin as Milesight's do. */
export function readMilesight(bytes: Uint8Array, family: Family | null): Telegram | null {
  const first = channels.get(codeAt(bytes, 0));
  if (bytes.length < 3 || (first === undefined && !isAnswer(bytes, 0) && !isPast(bytes, 0))) return null;
  const telegram = emptyTelegram();
  const line = hasLines(bytes, family) ? '1' : '';
  let past = family === 'vs121' || family === 'vs133' || family === 'vs350' ? family : null;
  let at = 0;
  while (at + 2 < bytes.length) {
    // From the first entry on, since a later one alone tells less.
    if (past === null && isPast(bytes, at)) past = historyFamilyOf(bytes, at, lengthOf);
    const length = isPast(bytes, at)
      ? readHistory({ bytes, at: at + 2, telegram, family: past })
      : readChannel({ bytes, at, telegram, line });
    if (length === null) return telegram;
    at += 2 + length;
  }
  if (at < bytes.length) telegram.fault = 'The telegram ends in the middle of a channel.';
  return telegram;
}

/** The length of the channel's data; null: the rest cannot be read. */
function readChannel({ bytes, at, telegram, line }: Reading): number | null {
  const code = codeAt(bytes, at);
  const channel = channels.get(code);
  if (channel === undefined) {
    telegram.others.add(isAnswer(bytes, at) ? 'answer to a setting' : `channel ${code.toString(16).padStart(4, '0')}`);
    return null;
  }
  if (at + 2 + channel.length > bytes.length) {
    telegram.fault = 'The telegram ends in the middle of a channel.';
    return null;
  }
  channel.read({ bytes, at: at + 2, telegram, line });
  return channel.length;
}

/** The length of what stands at a channel and type, these included; null: it is not known. */
function lengthOf(bytes: Uint8Array, at: number): number | null {
  const channel = channels.get(codeAt(bytes, at));
  return channel === undefined ? null : channel.length + 2;
}

function codeAt(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) * 0x100 + byteAt(bytes, at + 1);
}

function isPast(bytes: Uint8Array, at: number): boolean {
  return codeAt(bytes, at) === 0x20ce;
}

/** What answers a downlink ends the telegram: nothing of people follows. */
function isAnswer(bytes: Uint8Array, at: number): boolean {
  const channel = byteAt(bytes, at);
  return (
    (channel === 0xff || channel === 0xfe || channel === 0xf8 || channel === 0xf9) && !channels.has(codeAt(bytes, at))
  );
}

/** VS132, VS133 and VS135 number their lines: by the model, or by the totals of 32 bits that only they send. */
function hasLines(bytes: Uint8Array, family: Family | null): boolean {
  if (family !== null) return family === 'vs133';
  for (let at = 0; at + 2 < bytes.length; ) {
    if (byteAt(bytes, at + 1) === 0xd2) return true;
    const length = lengthOf(bytes, at);
    if (length === null) return false;
    at += length;
  }
  return false;
}

/** Nothing of it counts. */
function other(length: number, word: string): Channel {
  return { length, read: ({ telegram }) => telegram.others.add(word) };
}

function total(line: number, channel: 'in' | 'out'): Channel {
  return {
    length: 4,
    read: ({ bytes, at, telegram }) => note(telegram.totals, { line: String(line), channel }, u32le(bytes, at)),
  };
}

function pair(counts: 'totals' | 'periods', length: 4 | 5): Channel {
  return {
    length,
    read: ({ bytes, at, telegram, line }) => {
      if (length === 5 && counts === 'periods') telegram.isAlarm = true;
      note(telegram[counts], { line, channel: 'in' }, u16le(bytes, at));
      note(telegram[counts], { line, channel: 'out' }, u16le(bytes, at + 2));
    },
  };
}

function periodOf(line: number): Channel {
  return {
    length: 4,
    read: ({ bytes, at, telegram }) => {
      note(telegram.periods, { line: String(line), channel: 'in' }, u16le(bytes, at));
      note(telegram.periods, { line: String(line), channel: 'out' }, u16le(bytes, at + 2));
    },
  };
}

const battery: Channel = {
  length: 1,
  read: ({ bytes, at, telegram }) => {
    telegram.battery = byteAt(bytes, at);
    telegram.others.add('battery');
  },
};

/** VS133, VS135: master and nodes; the last byte is 0 when the view is free again. */
const occlusion: Channel = {
  length: 3,
  read: ({ bytes, at, telegram }) => {
    telegram.problem = byteAt(bytes, at + 2) === 0 ? null : 'covered';
  },
};

const eventProblems = ['counting anomaly', 'node without response', 'misaligned'] as const;

/** VS360: 0 counting anomaly, 1 node device without response, 2 devices misaligned; then 0 release, 1 alarm. */
const event: Channel = {
  length: 2,
  read: ({ bytes, at, telegram }) => {
    telegram.problem = byteAt(bytes, at + 1) === 0 ? null : (eventProblems[byteAt(bytes, at)] ?? 'alarm');
  },
};

const children = other(4, 'children');
const flow = other(8, 'flow between sides');
const device = (length: number): Channel => other(length, 'device information');
const region = (length: number): Channel => other(length, 'region');

/** By channel and type. */
const channels: ReadonlyMap<number, Channel> = new Map<number, Channel>([
  ...[0xff01, 0xff0b, 0xff0f, 0xfffe, 0xffcc].map((code) => [code, device(1)] as const),
  ...[0xff09, 0xff0a, 0xffff].map((code) => [code, device(2)] as const),
  [0xff1f, device(4)],
  [0xff08, device(6)],
  [0xff16, device(8)],
  [0x0175, battery],
  [0x0275, other(1, 'battery')],
  [0x0367, other(2, 'temperature')],
  [0x8367, other(3, 'temperature')],
  [0x81ee, device(1)],
  // The device's clock: the network server's is better.
  [0x0aef, other(4, 'clock')],
  [0x0f85, other(4, 'clock')],
  [0x0300, other(1, 'seat')],
  [0x0400, other(1, 'light')],
  [0x03f4, event],
  [0x50fc, occlusion],
  [0x04cc, pair('totals', 4)],
  [0x84cc, pair('totals', 5)],
  [0x85cc, pair('periods', 5)],
  [0x05cc, pair('periods', 4)],
  [0x0dcc, pair('totals', 4)],
  ...[1, 2, 3, 4].flatMap((line): [number, Channel][] => [
    [line * 3 * 0x100 + 0xd2, total(line, 'in')],
    [(line * 3 + 1) * 0x100 + 0xd2, total(line, 'out')],
    [(line * 3 + 14) * 0x100 + 0xd2, children],
    [(line * 3 + 15) * 0x100 + 0xd2, children],
    [(line * 3 + 16) * 0x100 + 0xcc, children],
  ]),
  ...[2, 3, 4].map((line): [number, Channel] => [(line * 3 + 2) * 0x100 + 0xcc, periodOf(line)]),
  [0x04c9, region(4)],
  [0x06cd, region(1)],
  [0x07d5, region(8)],
  [0x08d5, region(8)],
  [0x0fe3, region(4)],
  [0x1de3, region(4)],
  [0x0ee4, region(5)],
  [0x10e4, region(5)],
  [0x1ee4, region(5)],
  // VS121 from 7.0.85: a crossing told at once; it is also in the period.
  [0x10f7, other(4, 'single crossing')],
  ...[0x09da, 0x0ada, 0x0bda, 0x0cda].map((code) => [code, flow] as const),
]);
