import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'hikvision/isapi-peoplecounting-timerange-pass.xml',
    understood: [
      {
        kind: 'interval',
        line: 'main',
        startAt: Date.parse('2020-04-19T19:33:00+02:00'),
        endAt: Date.parse('2020-04-19T19:35:00+02:00'),
        in: 0,
        out: 0,
        passersBy: 0,
      },
    ],
  },
  {
    file: 'hikvision/isapi-peoplecounting-realtime-pass-no-namespace.xml',
    device: { mode: 'cumulative' },
    understood: [
      {
        kind: 'reading',
        line: 'main',
        at: Date.parse('2017-09-03T13:57:35+08:00'),
        totalIn: 167,
        totalOut: 454,
        totalPassersBy: 9729,
      },
    ],
  },
  {
    file: 'hikvision/isapi-peoplecounting-realtime-child.xml',
    device: { mode: 'cumulative' },
    understood: [
      {
        kind: 'reading',
        line: '1',
        at: Date.parse('2020-07-09T12:07:07+08:00'),
        totalIn: 70,
        totalOut: 75,
        totalPassersBy: null,
      },
    ],
  },
  {
    file: 'hikvision/personQueueCounting-form-field.third-party-minimal.json',
    device: { measures: ['queue'] },
    understood: [{ kind: 'queueSample', queue: 'tills', length: 2 }],
  },
];
