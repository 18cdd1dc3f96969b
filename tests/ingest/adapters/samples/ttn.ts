import type { Sample } from '../fixture.ts';

const at = Date.parse('2023-05-19T05:33:35.641Z');
const alarm = {
  understood: [{ kind: 'reading', at, line: 'main', totalIn: 4353, totalOut: 4360 }],
  aside: ['repeat'],
} as const;

export const samples: readonly Sample[] = [
  { file: 'lorawan/ttn-v3-up-milesight-vs121.json', understood: [], aside: ['alive'] },
  { file: 'lorawan/ttn-v3-up-milesight-vs121-counts.json', understood: [], aside: ['other'] },
  {
    file: 'lorawan/ttn-v3-up-milesight-vs132.json',
    understood: [{ kind: 'reading', at, line: '1', totalIn: 190, totalOut: 305 }],
  },
  {
    file: 'lorawan/ttn-v3-up-milesight-vs133.json',
    understood: [
      { kind: 'reading', at, line: '1', totalIn: 72, totalOut: 200 },
      { kind: 'reading', at, line: '2', totalIn: 0, totalOut: 0 },
      { kind: 'reading', at, line: '3', totalIn: 0, totalOut: 0 },
      { kind: 'reading', at, line: '4', totalIn: 5300, totalOut: 6797 },
    ],
  },
  { file: 'lorawan/ttn-v3-up-milesight-vs34x.json', understood: [], aside: ['other'] },
  { file: 'lorawan/ttn-v3-up-milesight-vs350.json', ...alarm },
  { file: 'lorawan/ttn-v3-up-milesight-vs360.json', ...alarm },
  { file: 'lorawan/ttn-v3-join-accept.json', understood: [], aside: ['alive'] },
  { file: 'lorawan/ttn-v3-up-docs-mqtt-no-decoder.json', understood: [], aside: ['other'] },
  {
    file: 'lorawan/ttn-v3-up-docs-decoded_payload.INVALID-missing-comma.json',
    understood: [],
    refused: [{ reason: 'malformed_json' }],
  },
  {
    // Without time, session and counter: of a period, at the time of receipt.
    file: 'lorawan/ttn-v3-up-espm-passage01.trimmed-by-author.json',
    device: { mode: 'event' },
    understood: [
      { kind: 'event', line: 'main', direction: 'in', count: 0, id: '' },
      { kind: 'event', line: 'main', direction: 'out', count: 0, id: '' },
    ],
  },
  {
    // What a codec makes of an uplink, without the envelope: no device, no time.
    file: 'lorawan/ttn-device-repo-vs133-decoded.json',
    understood: [],
    refused: [{ reason: 'schema' }],
  },
  {
    file: 'parametric/pcr2-ttn-device-repo-decoded.json',
    understood: [],
    refused: [{ reason: 'schema' }],
  },
];
