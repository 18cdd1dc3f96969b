import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Xovis',
  models: [
    'PC2S, PC2SE, PC3S, PC series with firmware 5',
    'PC series with firmware 3 and 4 (legacy JSON push)',
    'Multisensor',
  ],
  kind: 'device',
  transports: ['http', 'mqtt'],
  reads: [
    'Logics Push (firmware 5): what crossed each line logic forwards (fw) and backwards (bw) between two instants. In, out and visits of zones count where you map them.',
    'Live Data Push (firmware 5), mode cumulative: the running counters of COUNT_INCREMENT and COUNT_RESET events.',
    'Live Data Push (firmware 5), mode event: LINE_CROSS_FORWARD and LINE_CROSS_BACKWARD of persons, one by one.',
    'Queue statistics (firmware 5): people waiting at the end of each interval, people who left the queue (outflow) and how long they waited on average (queueing-time). Zones with balance, visits and dwell time are queues where the device measures queues or its map names them.',
    'Status Push (firmware 5): firmware, a failed sensor, too little light.',
    'Legacy line count push (firmware 3 and 4, JSON) and, in mode event, LineCount of the legacy event push.',
    'An interval in which samples are missing counts what was seen, and covers only that share of its time.',
  ],
  leavesOut: [
    'Splits by gender, age, mask or tag (fw-male, bw-mask, …): they are parts of fw and bw, which are counted whole.',
    'Balance and dwell time of zones that are no queue; single changes of a queueing time in live data.',
    'Logics of groups, bicycles, prams and wheelchairs, and crossings of groups: their people are counted already.',
    'Test data of the trigger DUMMY_DATA and of the connection test, where the package says that it is such.',
    'Positions, heights, ages and genders of people are dropped as they come.',
    'XML formats of the legacy push: choose JSON.',
  ],
  steps: [
    'In the sensor’s web interface, give each line logic a name of its own: the name is the line’s name in Lintel. Leave out of the push a second logic on the same line, or it counts twice.',
    'Data Push → Connections: add one of type HTTP with the URI {hook}, authentication Basic (user {device}, password {secret}) or Bearer token {secret}; or one of type MQTT with the broker {broker}, user {device}, password {secret} and the topic {topic}.',
    'Data Push → Agents: add one of type Logics with that connection, format JSON, version 5.0, resolution ONE_MINUTE, retry mode INTERVAL or INCREASING_DELAY: with DROP an outage leaves a gap. “Include empty” stays off.',
    'Firmware 3 and 4: Data Push → add an agent of type Line count with the format JSON to {hook}.',
    'Enter the sensor’s serial number (its MAC, as printed on it) as “Address in its messages” where several sensors share the webhook or topic.',
    'Queues: add a queue statistics logic over the area in front of the tills. Once it was heard, choose its queue under “Zones that are queues” on the device’s page.',
    'fw and bw are the line’s geometry: walk through the door once, and tick “In and out are the other way round” if the walk shows as an exit.',
  ],
  learntFrom: [
    'https://github.com/eliona-smart-building-assistant/xovis-app (broker/people-counter-v5-api.yaml, the vendor’s API of firmware 5)',
    'https://github.com/akenza-io/device-type-library (types/xovis)',
    'https://www.easymanua.ls/xovis/pc2/manual?p=65 (data push of firmware 3 and 4)',
  ],
};
