import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Finding } from '../../../../ingest/adapters/finding.ts';
import { readUplink } from '../../../../ingest/adapters/lorawan/uplink.ts';

/** What network servers' codecs made of real telegrams, beside the project where it is worked on. */
const folder = fileURLToPath(new URL('../../../../../shared/samples/', import.meta.url));

function read(decoded: unknown): readonly Finding[] {
  return readUplink({ bytes: null, decoded, port: 85, model: '', at: 1_774_000_000_000, id: 'session:1' });
}

const at = 1_774_000_000_000;
const known = 'session:1';
const nobody = (why: 'alive' | 'other' | 'repeat'): object => ({ kind: 'aside', why });

function reading(line: string, channels: object): object {
  return { kind: 'reading', line, at, channels, known };
}

function events(line: string, channels: Readonly<Record<string, number>>): object[] {
  return Object.entries(channels).map(([channel, count]) => {
    return { kind: 'event', line, at, channel, count, id: known };
  });
}

const expected: readonly (readonly [string, readonly object[]])[] = [
  ['milesight-lorawan/vs121-1-device.json', [nobody('alive')]],
  ['milesight-lorawan/vs121-2-counts.json', [nobody('other')]],
  ['milesight-lorawan/vs121-4-in-out.json', events('', { in: 2, out: 1 })],
  ['milesight-lorawan/vs121-5-flow.json', [nobody('other')]],
  ['milesight-lorawan/vs132-1-totals.json', [reading('1', { in: 190, out: 305 }), ...events('1', { in: 0, out: 0 })]],
  [
    'milesight-lorawan/vs133-1-totals.json',
    [
      reading('1', { in: 72, out: 200 }),
      reading('2', { in: 0, out: 0 }),
      reading('3', { in: 0, out: 0 }),
      reading('4', { in: 5300, out: 6797 }),
    ],
  ],
  [
    'milesight-lorawan/vs133-2-period.json',
    [...['1', '2', '3'].flatMap((line) => events(line, { in: 0, out: 0 })), ...events('4', { in: 5, out: 7 })],
  ],
  ['milesight-lorawan/vs133-3-region-count.json', [nobody('other')]],
  ['milesight-lorawan/vs133-4-dwell.json', [nobody('other')]],
  ['milesight-lorawan/vs340-1-vacant.json', [nobody('other')]],
  ['milesight-lorawan/vs340-2-occupied.json', [nobody('other')]],
  ['milesight-lorawan/vs350-1-battery.json', [nobody('alive')]],
  [
    'milesight-lorawan/vs350-2-total_in-period_in.json',
    [reading('', { in: 18, out: 22 }), ...events('', { in: 19, out: 20 })],
  ],
  [
    'milesight-lorawan/vs350-3-total_in-period_in-total_count_alarm.json',
    [reading('', { in: 4353, out: 4360 }), nobody('repeat')],
  ],
  ['milesight-lorawan/vs350-8-history-period_in.json', [nobody('repeat')]],
  ['milesight-lorawan/vs360-1-battery_main.json', [nobody('alive')]],
  [
    'milesight-lorawan/vs360-2-period_in-total_in.json',
    [reading('', { in: 18, out: 22 }), ...events('', { in: 19, out: 20 })],
  ],
  [
    'milesight-lorawan/vs360-3-period_in-total_in-total_count_alarm.json',
    [reading('', { in: 4353, out: 4360 }), nobody('repeat')],
  ],
  ['milesight-lorawan/vs360-4-event.json', [{ kind: 'status', problem: 'devices misaligned' }]],
  [
    'milesight-lorawan/vs360-5-history-period_in-period_in-total_in.json',
    [
      { kind: 'reading', line: '', at: 1693531647_000, channels: { in: 29, out: 8 }, isHistory: true },
      nobody('repeat'),
    ],
  ],
  ['milesight-lorawan/vs370-1-occupancy.json', [nobody('other')]],
  [
    'lorawan/ttn-device-repo-vs133-decoded.json',
    [
      reading('1', { in: 72, out: 200 }),
      reading('2', { in: 0, out: 0 }),
      ...events('1', { in: 0, out: 0 }),
      ...events('2', { in: 0, out: 0 }),
    ],
  ],
  [
    'parametric/pcr2-ttn-device-repo-decoded.json',
    [reading('', { ltr: 3, rtl: 4 }), ...events('', { ltr: 1, rtl: 2 })],
  ],
  [
    'imbuildings/ttn-device-repo-people-counter-decoded.json',
    [reading('', { a: 13, b: 10 }), ...events('', { a: 0, b: 0 }), { kind: 'status', problem: null }],
  ],
];

test.for(expected)('%s', ([file, findings]) => {
  if (!existsSync(folder + file)) return expect(findings).not.toEqual([]);
  expect(read(JSON.parse(readFileSync(folder + file, 'utf8')))).toMatchObject(findings);
});
