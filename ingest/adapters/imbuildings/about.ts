import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'IMBuildings',
  models: ['People Counter (LoRaWAN)', 'People Counter (NB-IoT)', 'MoodBox'],
  kind: 'device',
  transports: ['mqtt', 'http'],
  reads: [
    'Telegrams in hexadecimal (payloadHex and port) and decoded ones, forwarded by a platform: totals A and B, which begin again at 65,536 (mode cumulative, the default).',
    'NB-IoT telegrams in a platform’s push (reports with a hexadecimal value): people since the report before, at the platform’s time (mode event).',
    'MoodBox, where the device measures service: each press of one of its five smileys as CSAT, from 5 (the friendliest) to 1, at the time of its report.',
    'Blocked and disturbed sensors: the counter is not taken as observing while they last.',
  ],
  leavesOut: [
    'The date inside NB-IoT telegrams: its order of day and hour is not the same everywhere.',
    'Comfort sensors, pulse counters, trackers.',
    'Registrations and other news of the platform: kept for liveness.',
  ],
  steps: [
    'LoRaWAN behind The Things Stack or ChirpStack: set up the device with those profiles instead, with the model IMBuildings People Counter.',
    'Over another platform: have it forward each message as JSON with port and payloadHex to {hook}, with HTTP Basic or a bearer token {secret}; or by MQTT to {topic}.',
    'NB-IoT: enter {hook} as the platform’s push address, and set “Counting by” to every passage by itself: these telegrams hold no totals.',
    'Direction A counts as in and B as out; tick “In and out are the other way round” where the counter hangs so.',
    '“Address in its messages” is the id inside the telegram, or the platform’s serialNumber (IMEI:…).',
  ],
  learntFrom: [
    'https://github.com/TheThingsNetwork/lorawan-devices (vendor/imbuildings)',
    'https://github.com/akenza-io/device-type-library (types/IMBuildings)',
  ],
};
