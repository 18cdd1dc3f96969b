import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'axis/3d-people-counter-http-push-retail-data.json',
    understood: [
      {
        kind: 'interval',
        line: 'main',
        startAt: Date.parse('2025-05-22T08:14:00Z'),
        endAt: Date.parse('2025-05-22T08:15:00Z'),
        in: 1,
        out: 2,
      },
    ],
  },
  {
    file: 'axis/aoa-crosslinecounting-mqtt-1.json',
    device: { mode: 'cumulative' },
    understood: [{ kind: 'reading', line: 'Device1Scenario1', at: 1670518346712, totalIn: 0, totalOut: null }],
  },
  { file: 'axis/aoa-occupancyinarea-mqtt.reconstructed.json', understood: [], aside: ['other'] },
  { file: 'axis/tvpc-live-sum-http-get.json', understood: [], refused: [{ reason: 'schema' }] },
  {
    file: 'axis/scene-metadata-frame-v0-beta.docs.INVALID-trailing-comma.json',
    understood: [],
    refused: [{ reason: 'malformed_json' }],
  },
  { file: 'axis/scene-metadata-consolidated-track-v1-beta.docs.json', understood: [], aside: ['other'] },
];
