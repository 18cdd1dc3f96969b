import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'lorawan/loriot-up-milesight-vs133.json',
    options: { model: 'VS133' },
    receivedAt: 1684478801000,
    understood: [
      { kind: 'reading', at: 1684478801000, line: '1', totalIn: 72, totalOut: 200 },
      { kind: 'reading', line: '2', totalIn: 0, totalOut: 0 },
      { kind: 'reading', line: '3', totalIn: 0, totalOut: 0 },
      { kind: 'reading', line: '4' },
    ],
  },
];
