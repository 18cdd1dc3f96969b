import { expect, test } from 'vitest';
import { epochOf, localOfEpoch, whenOf } from '../../../ingest/adapters/times.ts';

const at = Date.parse('2026-03-20T09:15:00Z');

test.for([
  ['2026-03-20T09:15:00Z', at],
  ['2026-03-20T09:15:00.000+0000', at],
  ['2026-03-20T12:15:00+0300', at],
  ['2026-03-20T12:15:00.250+03:00', at + 250],
  ['2026-03-20 12:15+03', at],
  ['2026-03-20T12:15:00', { local: '2026-03-20T12:15:00' }],
  [' 2026-03-20 12:15 ', { local: '2026-03-20T12:15:00' }],
  ['2026.03.20 12:15:00.000', { local: '2026-03-20T12:15:00.000' }],
  ['20.03.2026 12:15:08', { local: '2026-03-20T12:15:08' }],
  ['2026-03-20', null],
  ['2026-02-31T09:15:00Z', null],
  ['31.02.2026 12:15:08', null],
  ['soon', null],
  [null, null],
] as const)('%s is read as the time it is', ([written, expected]) => {
  expect(whenOf(written)).toEqual(expected);
});

test('an epoch is read in seconds, milliseconds or microseconds, by its size', () => {
  expect(epochOf(at / 1000)).toBe(at);
  expect(epochOf(at)).toBe(at);
  expect(epochOf(String(at * 1000))).toBe(at);
  expect([epochOf(0), epochOf(-1), epochOf('now'), epochOf(Number.NaN)]).toEqual([null, null, null, null]);
});

test('an epoch whose seconds were counted from local time is the clock it shows', () => {
  expect(localOfEpoch(at / 1000)).toEqual({ local: '2026-03-20T09:15:00.000' });
  expect(localOfEpoch(1e300)).toBeNull();
});
