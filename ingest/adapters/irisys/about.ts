import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Irisys',
  models: ['Vector 4D Count', 'Vector 4D Analytics'],
  kind: 'device',
  transports: ['http', 'mqtt'],
  reads: [
    'HTTP POST of count logs: the running value of every register at each count logging period.',
    'Mode interval: what each register counted in the period (LogPeriodValue), of firmware that sends it.',
    'MQTT topic Counts, mode event: every change of a register; MQTT topic Live counts: running values.',
    'MQTT topic Status: connected, and disconnected as the last will.',
    'A register with the tag direction=IN or direction=OUT counts as in or out; every other one is a channel by its own name, which you map.',
  ],
  leavesOut: [
    'Registers that are not mapped: which line, zone or dwell time a register is, only the installation knows.',
    'Histograms (heights, waits) and the topics Targets (positions of people) and Device Info.',
    'Two people counted by one register within one second, in two messages: nothing tells them from a repeat.',
  ],
  steps: [
    'Connect to the Vector with its set-up page. On each count line’s register set the tag direction=IN or direction=OUT, or note the registers’ names and map them in Lintel: channels of the line main, such as MainEntranceIn to in.',
    'Settings → Count Logging: 60 seconds.',
    'Settings → HTTP POST: an entry with the URL {hook}, Authorization Token {secret}, all registers selected, and as many Max Attempts and as much history as it lets you set, so that an outage is filled in.',
    'Or Settings → MQTT: Add: address {broker}, user {device}, password {secret}; topic Counts {topic}, such as irisys/SERIAL/counts, and topic Status irisys/SERIAL/status beside it; then set “Counting by” to every passage by itself.',
    'Enter the serial number (V4D-…) as “Address in its messages” where several Vectors share a webhook. Where one Vector looks at several doors, set up one device in Lintel for each, with its registers’ names in the setting Registers.',
  ],
  learntFrom: [
    'https://fluke.freshdesk.com/en/support/solutions/articles/19000162376-http-post-programming-guide',
    'https://fluke.freshdesk.com/en/support/solutions/articles/19000162012-http-post-settings',
    'https://fluke.freshdesk.com/en/support/solutions/articles/19000162377-mqtt-programming-guide',
    'https://fluke.freshdesk.com/en/support/solutions/articles/19000162013-mqtt-settings',
    'https://github.com/IrisysUK/vectorhttppost',
    'https://github.com/uva-linklab/irisys-mqtt-influxdb (Live counts)',
  ],
};
