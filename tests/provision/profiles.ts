import { nativeProfiles, type ProfileFacts, type Profiles } from '../../server/provision/profiles.ts';

const base: ProfileFacts = {
  profile: '',
  make: 'Maker',
  models: [],
  kind: 'device',
  transports: ['mqtt'],
  reads: [],
  leavesOut: [],
  steps: [],
  learntFrom: [],
  money: [],
  examples: [],
  measures: ['entries'],
  modes: ['interval'],
  channels: { fw: 'in', bw: 'out' },
  options: [],
  counterBits: () => null,
  proof: null,
  topics: [],
  apiHost: null,
};

const model = {
  name: 'model',
  label: 'Model',
  explanation: 'Which sensor it is.',
  isRequired: true,
  choices: ['vs132', 'vs350'],
} as const;

/** Makes of our own, so that what is tested of settings does not hang on the adapters of the moment. */
const makes: readonly ProfileFacts[] = [
  { ...base, profile: 'xovis', modes: ['interval', 'cumulative'], transports: ['http', 'mqtt'], proof: 'token' },
  {
    ...base,
    profile: 'ttn',
    modes: ['cumulative', 'event'],
    options: [model],
    topics: ['v3/+/devices/+/up'],
    counterBits: (options) => (options['model'] === 'vs350' ? 16 : 32),
  },
  { ...base, profile: 'generic', modes: ['event', 'interval', 'cumulative'] },
  {
    ...base,
    profile: 'square',
    kind: 'till',
    modes: [],
    measures: ['sales'],
    transports: ['http', 'poll'],
    proof: 'signature',
    apiHost: 'https://connect.example',
  },
];

export const profiles: Profiles = new Map([...nativeProfiles, ...makes].map((facts) => [facts.profile, facts]));
