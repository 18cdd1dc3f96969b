import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  // What a register is, only the installation says: without a map nothing counts.
  { file: 'irisys/vector-http-post-countlogs.json', understood: [] },
  {
    file: 'irisys/vector-http-post-countlogs.json',
    connection: { map: [{ line: 'main', channels: { 'Line 1': 'in', 'Line 2': 'out' } }] },
    understood: [
      { kind: 'reading', line: 'main', at: Date.parse('2018-12-03T14:21:00Z'), totalIn: 121, totalOut: 127 },
    ],
  },
  {
    file: 'irisys/vector-mqtt-counts.json',
    device: { mode: 'event' },
    connection: { map: [{ line: 'main', channels: { MainEntranceIn: 'in', MainEntranceOut: 'out' } }] },
    understood: [],
    refused: [
      { reason: 'bad_time', detail: '2019-02-91' },
      { reason: 'bad_time', detail: '2019-02-91' },
      { reason: 'bad_time', detail: '2019-02-91' },
    ],
  },
  {
    file: 'irisys/vector-mqtt-status-connected.json',
    understood: [{ kind: 'status', at: null, state: 'online', problem: null }],
  },
  {
    file: 'irisys/vector-mqtt-status-lwt-disconnected.json',
    understood: [{ kind: 'status', at: null, state: 'offline', problem: null }],
  },
];
