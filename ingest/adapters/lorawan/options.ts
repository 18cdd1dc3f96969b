import type { AdapterOption } from '../adapter.ts';
import type { ChannelMeaning } from '../finding.ts';
import { modelNames } from './models.ts';

/** What a device behind a network server is asked for. */
export const modelOption: AdapterOption = {
  name: 'model',
  label: 'Model',
  explanation:
    'The counter’s model: it tells how bytes of the past are laid out, and at which number its totals begin again (65,536 or later).',
  isRequired: false,
  choices: modelNames,
};

/** The directions of all counters behind network servers, as they are where the installation does not say otherwise. */
export const lorawanChannels: ChannelMeaning = { in: 'in', out: 'out', a: 'in', b: 'out', ltr: 'in', rtl: 'out' };

/** What is read and left out of every counter behind a network server. */
export const lorawanReads: readonly string[] = [
  'Totals of each line (VS132, VS133, VS135, VS350, VS351, VS360, VS121, IMBuildings, PCR2), at the network server’s time: the default, since a lost telegram loses nobody.',
  'Totals of the past that VS133, VS135, VS350, VS351, VS360 and VS121 send again after a loss, at their own time.',
  'Counts of each report period, for devices set to single crossings (mode event): at the end of the period.',
  'From the bytes where the network server has no codec, else from the decoded object in the shapes of Milesight, The Things Network’s device repository and ThingsBoard.',
  'Smileys of IMBuildings’ MoodBox, from the bytes, where the device measures service: each press as CSAT from 5 (the friendliest) to 1, at the time of its report.',
  'Blocked or disturbed sensors (IMBuildings), covered views (VS133, VS135) and alarms of the VS360: the counter is not taken as observing while they last (in mode cumulative).',
];

export const lorawanLeavesOut: readonly string[] = [
  'Periods of the past without totals: the telegram does not tell which of them had arrived.',
  'The period count in a threshold alarm: it comes again with the regular report.',
  'Children, groups, flows between sides, regions, dwell times, temperature.',
  'Occupied seats and desks (VS340, VS341, VS370): who is there, not who came in.',
];

export const lorawanModels: readonly string[] = [
  'Milesight VS121',
  'Milesight VS132',
  'Milesight VS133',
  'Milesight VS135',
  'Milesight VS350',
  'Milesight VS351',
  'Milesight VS360',
  'IMBuildings People Counter',
  'IMBuildings MoodBox',
  'Parametric PCR2 (decoded)',
];

export const lorawanLearntFrom: readonly string[] = [
  'https://github.com/Milesight-IoT/SensorDecoders (vs-series)',
  'https://www.milesight.com/products/docs/en/vs135/protocol/vs1xx/vs13x-lora-uplink.html',
  'https://github.com/thingsboard/data-converters (VENDORS/Milesight)',
  'https://github.com/TheThingsNetwork/lorawan-devices (vendor/milesight-iot, vendor/imbuildings, vendor/parametric)',
];
