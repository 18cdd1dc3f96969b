import type { Sample } from '../fixture.ts';

const received = Date.parse('2026-03-20T12:00:00Z');

export const samples: readonly Sample[] = [
  {
    file: 'terabee/people-counting-http-counters.json',
    understood: [{ kind: 'reading', at: 1723840295_000, line: 'main', totalIn: 2, totalOut: 1 }],
  },
  {
    // Its clock was never set: it shows the year 2000.
    file: 'terabee/people-counting-m-mqtt-counters.json',
    understood: [{ kind: 'reading', at: received, totalIn: 34, totalOut: 17 }],
  },
  {
    // It shows the year 1975.
    file: 'terabee/people-counting-xl-http.json',
    understood: [{ kind: 'reading', at: received, totalIn: 23, totalOut: 12 }],
  },
];
