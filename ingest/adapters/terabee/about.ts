import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Terabee',
  models: ['People Counting L', 'People Counting M', 'People Counting L-XL'],
  kind: 'device',
  transports: ['mqtt', 'http'],
  reads: [
    'Totals in and out since the last reset (People Counting L by HTTP, M by MQTT, L-XL by HTTP).',
    'A clock that was never set (it shows the year 2000 or earlier): such totals are placed by their receipt.',
  ],
  leavesOut: [
    'Messages of other types than counters: kept for liveness.',
    'The name of the reset period: a reset is seen by totals that fall.',
    'The user name and password that the L-XL puts into each message: dropped when it arrives.',
  ],
  steps: [
    'On the sensor’s web page open the settings of the data output.',
    'By HTTP: enter {hook} as the URL; where the page asks for a user name and password, enter {device} and {secret}.',
    'By MQTT: enter the broker {broker}, {device} as user name, {secret} as password, and {topic} as the topic.',
    'Set the time server (NTP), so that the sensor’s clock is right.',
    '“Address in its messages” is what its messages call serial_number, uid or device_id.',
  ],
  learntFrom: [
    'https://github.com/jamesryancoleman/terabee',
    'https://github.com/akenza-io/device-type-library (types/terabee)',
  ],
};
