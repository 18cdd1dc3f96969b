import type { Sample } from '../fixture.ts';

const minute = (from: number, seen: { in: number; out: number }, line = 'Line 0') =>
  ({ kind: 'interval', line, startAt: from, endAt: from + 60_000, ...seen, passersBy: null }) as const;

export const samples: readonly Sample[] = [
  {
    file: 'xovis/v5-logics-zone-and-line-minute.json',
    understood: [
      minute(1645792860000, { in: 1, out: 0 }),
      minute(1645792920000, { in: 3, out: 1 }),
      minute(1645792980000, { in: 0, out: 0 }),
      minute(1645793040000, { in: 0, out: 0 }),
    ],
  },
  {
    file: 'xovis/v5-logics-line-in-out-gender-mask.json',
    understood: [minute(1684325340000, { in: 1, out: 0 }, 'Line-based logic 3')],
  },
  { file: 'xovis/v5-logics-zone-occupancy-dwell.json', understood: [] },
  {
    file: 'xovis/v5-logics-queue-statistics.json',
    device: { measures: ['queue'] },
    understood: [
      { kind: 'queueSample', queue: 'Queue statistics 1', at: 1_720_000_560_000, length: 0 },
      { kind: 'queueStatistic', startAt: 1_720_000_500_000, served: 8, meanWaitSeconds: 124.426003 },
    ],
  },
  {
    file: 'xovis/v5-livedata-line-cross-event.json',
    device: { mode: 'event' },
    understood: [{ kind: 'event', line: 'Line 0', at: 1645780665470, direction: 'out', count: 1, id: '490/0' }],
  },
  {
    file: 'xovis/v5-livedata-count-increment.json',
    device: { mode: 'cumulative' },
    understood: [{ kind: 'reading', line: 'Line-based logic 2', at: 1673875622987, totalIn: 1471, totalOut: null }],
  },
  {
    file: 'xovis/v5-livedata-periodic.json',
    device: { mode: 'event' },
    understood: [
      { kind: 'event', line: 'Line 0', at: 1645797259355, direction: 'out', id: '527/0' },
      { kind: 'event', line: 'Line 0', at: 1645797265115, direction: 'out', id: '528/0' },
      { kind: 'event', line: 'Line 0', at: 1645797287595, direction: 'in', id: '529/0' },
      { kind: 'event', line: 'Line 0', at: 1645797293835, direction: 'in', id: '530/0' },
    ],
  },
  { file: 'xovis/v5-livedata-multisensor-queue-time-change.json', understood: [], aside: ['alive'] },
  { file: 'xovis/v5-livedata-addons-age-height.json', understood: [], aside: ['alive'] },
  {
    file: 'xovis/v5-status-data.json',
    understood: [
      {
        kind: 'status',
        at: Date.parse('2022-02-25T11:20:05+01:00'),
        state: 'online',
        problem: null,
        firmware: '5.0.3-9738700b2d',
      },
    ],
  },
  {
    file: 'xovis/v4-legacy-line-count.json',
    understood: [minute(Date.parse('2021-09-23T10:20:00+02:00'), { in: 1, out: 0 })],
  },
  {
    file: 'xovis/v4-legacy-events.json',
    device: { mode: 'event' },
    understood: [{ kind: 'event', line: 'Line 0', at: 1632385264305, direction: 'in', count: 1, id: '3006' }],
  },
];
