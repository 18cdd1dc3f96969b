import { genericExamples } from '../../../../ingest/adapters/generic/examples.ts';
import type { Sample } from '../fixture.ts';

const sihas = { ...genericExamples.zigbee2mqtt.device.options, time: '' };

export const samples: readonly Sample[] = [
  {
    file: 'zigbee2mqtt/sihas-csm300z-people.reconstructed.json',
    topic: 'zigbee2mqtt/door',
    device: { mode: 'event' },
    options: sihas,
    understood: [{ kind: 'event', direction: 'in', count: 1, at: Date.parse('2026-03-20T12:00:00Z') }],
  },
  {
    file: 'zigbee2mqtt/availability-online.json',
    topic: 'zigbee2mqtt/door/availability',
    options: sihas,
    understood: [{ kind: 'status', state: 'online' }],
  },
  {
    file: 'zigbee2mqtt/availability-offline.json',
    topic: 'zigbee2mqtt/door/availability',
    options: sihas,
    understood: [{ kind: 'status', state: 'offline' }],
  },
  {
    file: 'shelly/gen2-notifystatus-switch.json',
    topic: 'shelly1minig3-54320464a1d0/events/rpc',
    options: genericExamples.shelly.device.options,
    understood: [],
    aside: ['other'],
  },
  {
    file: 'steinel/hpd-mqtt-detected-persons-zone.json',
    device: { mode: 'event' },
    options: genericExamples.steinel.device.options,
    understood: [],
    aside: ['other'],
  },
  {
    file: 'parametric/pcr2-ttn-device-repo-decoded.json',
    options: { in: 'LTR_SUM', out: 'RTL_SUM' },
    understood: [{ kind: 'reading', totalIn: 3, totalOut: 4 }],
  },
  {
    file: 'homeassistant/discovery-config-sensor-temperature.json',
    topic: 'homeassistant/sensor/weather/temperature/config',
    options: genericExamples.homeAssistant.device.options,
    understood: [],
    aside: ['other'],
  },
];
