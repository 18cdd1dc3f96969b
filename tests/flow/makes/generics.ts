import { genericExamples } from '../../../ingest/adapters/generic/examples.ts';
import { iso, minutes, moscow, passages, totals } from './day.ts';
import { bearer, type Make, type Sent } from './make.ts';

type Example = keyof typeof genericExamples;

/** A device set up as its ready-to-copy example says. */
function like(example: Example, sent: readonly Sent[], more: Partial<Make> = {}): Make {
  const { title, device } = genericExamples[example];
  // Totals without a clock are placed when they are received, here an hour's within seconds.
  return { name: title, kind: 'counter', device: { ...device, maxPerMinute: 1_000_000 }, send: () => sent, ...more };
}

const both = ['in', 'out'] as const;

export const generics: readonly Make[] = [
  like(
    'esp32Totals',
    totals.flatMap((of) => both.map((way): Sent => ({ topic: `shop/door/${way}`, body: String(of[way]) }))),
  ),
  like(
    'esp32Json',
    totals.map((of) => ({
      topic: 'esp/door-7/people',
      body: JSON.stringify({ in: of.in, out: of.out, t: of.at / 1000 }),
    })),
  ),
  like(
    'esp32Events',
    passages.map(({ direction, number }) => ({
      topic: 'esp/door-8/passed',
      body: JSON.stringify({ dir: direction, n: 1, seq: `17-${number}` }),
    })),
  ),
  like(
    'zigbee2mqtt',
    passages.flatMap(({ at, direction }) =>
      [direction, 'idle'].map((status, later) => ({
        topic: 'zigbee2mqtt/door',
        body: JSON.stringify({ battery: 90, last_seen: iso(at + later * 700), people: 3, status, linkquality: 120 }),
      })),
    ),
  ),
  like(
    'shelly',
    totals.map((of) => ({
      topic: 'shellyplusuni-a8b9/events/rpc',
      // The beam sees everybody come and go.
      body: JSON.stringify({
        src: 'shellyplusuni-a8b9',
        method: 'NotifyStatus',
        params: { ts: of.at / 1000, 'input:2': { id: 2, counts: { total: of.in * 2 } } },
      }),
    })),
    { tells: ['entries'] },
  ),
  like(
    'homeAssistant',
    totals.flatMap((of) =>
      both.map((way): Sent => ({ topic: `statestream/sensor/door_${way}/state`, body: `${of[way]}.0` })),
    ),
  ),
  like(
    'homeAssistantHook',
    totals.flatMap((of) =>
      both.map(
        (way, later): Sent => ({
          path: '',
          headers: { ...bearer, 'content-type': 'application/json' },
          body: JSON.stringify({
            entity: `sensor.door_${way}`,
            state: String(of[way]),
            changed: `${moscow(of.at + later * 1000)}+03:00`,
          }),
        }),
      ),
    ),
  ),
  like(
    'nodeRed',
    minutes.map((of) => ({
      topic: 'nodered/people',
      body: JSON.stringify({
        doors: [{ door: 'main', from: iso(of.startAt), seconds: 60, entered: of.in, left: of.out }],
      }),
    })),
  ),
  like(
    'tasmota',
    totals.map((of) => ({
      topic: 'tele/door/SENSOR',
      body: JSON.stringify({ Time: moscow(of.at), COUNTER: { C1: of.in, C2: of.out } }),
    })),
  ),
];
