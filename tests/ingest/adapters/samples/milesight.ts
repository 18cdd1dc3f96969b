import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'milesight/vs125-mqtt-periodic-live-capture.json',
    receivedAt: Date.parse('2026-03-20T12:00:00Z'),
    understood: [],
    refused: [{ reason: 'future' }],
  },
  {
    // The trigger counts only where the device is set to it.
    file: 'milesight/vs125-line-trigger.json',
    understood: [],
  },
  {
    file: 'milesight/vs125-region-dwell-trigger.json',
    device: { measures: ['queue'] },
    understood: [{ kind: 'queueVisit', queue: 'Region1', joinedAt: 1_717_071_043_000, calledAt: 1_717_071_140_000 }],
  },
  {
    file: 'milesight/vs125-periodic-lines-regions.json',
    understood: [
      {
        kind: 'interval',
        startAt: Date.parse('2024-05-30T12:20:49Z'),
        endAt: Date.parse('2024-05-30T12:21:49Z'),
        line: '1',
        in: 0,
        out: 0,
      },
      { kind: 'interval', line: '2', in: 0, out: 0 },
    ],
  },
  {
    file: 'milesight/vs121p-region-periodic.reconstructed.json',
    device: { measures: ['queue'] },
    understood: [{ kind: 'queueSample', queue: 'tills', length: 10 }],
  },
  {
    file: 'milesight/vs121p-region-periodic.vendor-doc.INVALID-comments.json',
    understood: [],
    refused: [{ reason: 'malformed_json' }],
  },
];
