import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'imbuildings/people-counter-lorawan-hex.json',
    understood: [
      { kind: 'reading', line: 'main', totalIn: 1539, totalOut: 1510 },
      // 0x20: a low battery of the receiver, which does not keep it from counting.
      { kind: 'status', problem: null },
    ],
  },
  {
    file: 'imbuildings/people-counter-nbiot-http-push.json',
    device: { mode: 'event' },
    understood: [
      { kind: 'event', at: 1675420474870, line: 'main', direction: 'in', count: 0 },
      { kind: 'event', at: 1675420474870, line: 'main', direction: 'out', count: 0 },
    ],
  },
  {
    file: 'imbuildings/moodbox-lorawan-hex.json',
    device: { measures: ['service'] },
    understood: [5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1, 1].map((score) => ({
      kind: 'survey',
      survey: 'csat',
      score,
    })),
  },
  {
    file: 'imbuildings/ttn-device-repo-people-counter-decoded.json',
    understood: [
      { kind: 'reading', line: 'main', totalIn: 13, totalOut: 10 },
      { kind: 'status', problem: null },
    ],
  },
];
