import type { DeviceReport } from '../../web/api-types.ts';
import type {
  ConnectionFacts,
  Offer,
  PreviewAnswer,
  Profile,
  SeenMessage,
  SourceReport,
  StoreForm,
  TestAnswer,
  WatchPage,
} from '../../web/devices/deviceTypes.ts';
import type { ImportReport, TableLook } from '../../web/import/importTypes.ts';
import type { WalkTest } from '../../web/install/walkApi.ts';
import { mockNow } from './mockDay.ts';
import { mockCoverage } from './mockTrust.ts';

/* Makes, what arrives, sources and imports, as the stand-in server answers them. */

/** A counter at the main door of which nothing is out of order. */
export const mockReport: DeviceReport = {
  ...{ id: 'door', store: 'arbat', name: '', profile: 'native', mode: 'interval', entrance: 'main' },
  ...{ installedAt: null, removedAt: null, lastSeen: mockNow, lastReport: mockNow, measures: ['entries'], coverage: 1 },
  ...{ state: 'online', problem: null, battery: null, firmware: '1.4.2', corrections: 0, quarantined: 0 },
  ...{ unplaced: 0, unplacedDetail: [], held: [], dropped: [], checks: [] },
};

const plain = {
  models: [],
  leavesOut: [],
  steps: [],
  learntFrom: [],
  channels: {},
  options: [],
  topics: [],
  hasApi: false,
} as const;
const option = (name: string, label: string) => ({
  name,
  label,
  explanation: 'Path of the number.',
  isRequired: false,
});

export const mockProfiles: readonly Profile[] = [
  {
    ...plain,
    ...{ profile: 'xovis', make: 'Xovis', kind: 'device', models: ['PC2SE', 'PC3SE', 'PF-S2'], proof: 'token' },
    ...{ transports: ['http', 'mqtt'], modes: ['interval', 'event'], measures: ['entries'] },
    reads: ['In and out of each line, from the logics of a data push.'],
    leavesOut: ['Height and age groups: totals only.'],
    steps: ['On the sensor’s page open Data Push, agent type HTTP.', 'URL: {hook}', 'Password: {secret}'],
    channels: { fw: 'in', bw: 'out' },
    learntFrom: ['https://example.org/xovis'],
  },
  {
    ...plain,
    ...{ profile: 'milesight', make: 'Milesight', kind: 'device', models: ['VS125', 'VS133'], proof: 'token' },
    ...{
      transports: ['http', 'mqtt'],
      modes: ['interval'],
      measures: ['entries'],
      reads: ['In and out of each line.'],
    },
  },
  {
    ...plain,
    ...{ profile: 'square', make: 'Square', kind: 'till', models: ['Square POS'], proof: 'signature' },
    ...{ transports: ['http', 'poll'], modes: [], measures: ['sales'], reads: ['Payments and refunds.'], hasApi: true },
  },
  {
    ...plain,
    ...{ profile: 'generic', make: 'Any other, by paths', kind: 'device', proof: 'token', topics: [] },
    ...{ transports: ['mqtt', 'http'], modes: ['cumulative', 'event', 'interval'], measures: ['entries'] },
    reads: ['Running totals from JSON by paths.'],
    options: [
      option('items', 'Reports in the message'),
      option('in', 'People in'),
      option('out', 'People out'),
      option('time', 'Time'),
      option('factor', 'Factor'),
    ],
    examples: [
      {
        title: 'Home-made ESP32',
        explanation: 'Both totals in JSON.',
        learntFrom: 'a format of one’s own',
        device: { mode: 'cumulative', topics: ['esp/door'], options: { in: 'in', out: 'out' } },
      },
    ],
  },
  {
    ...plain,
    ...{ profile: 'native', make: 'Lintel’s own', kind: 'device', proof: 'token', reads: ['Everything.'] },
    ...{ transports: ['mqtt', 'http'], modes: ['interval', 'cumulative', 'event'], measures: ['entries'] },
  },
];

const store: StoreForm = {
  ...{ id: 'arbat', name: 'Arbat', currency: 'RUB', timezone: 'Europe/Moscow' },
  entrances: [
    { id: 'main', name: 'Main entrance', kind: 'street', countAs: 'in' },
    { id: 'side', name: 'Side entrance', kind: 'street', countAs: 'in' },
  ],
  devices: [
    {
      id: 'door-arbat',
      name: 'Front door',
      profile: 'xovis',
      mode: 'interval',
      measures: ['entries'],
      entrance: 'main',
    },
    { id: 'till-arbat', profile: 'native', measures: ['sales'] },
  ],
};

const mall: StoreForm = {
  ...{ id: 'mall', name: 'Mega Khimki', currency: 'RUB', timezone: 'Europe/Moscow', entrances: [] },
  devices: [{ id: 'door-mall', profile: 'native', mode: 'cumulative', measures: ['entries'] }],
};

const connection: ConnectionFacts = {
  sentBy: null,
  hookUrl: 'https://lintel.example/api/v1/hooks/door-arbat',
  topics: ['xovis/door-arbat'],
  broker: { host: '0.0.0.0', port: 1883, tls: false },
  username: 'door-arbat',
  steps: [
    'On the sensor’s page open Settings, Data Push, and add an agent of the type HTTP.',
    'URL: https://lintel.example/api/v1/hooks/door-arbat',
    'Authentication: Basic, user name door-arbat, password {secret}.',
  ],
  proof: 'token',
  hasHookSecret: true,
  hasApiSecret: false,
  hasApi: false,
};

/** Of a till whose messages come by a vendor's account. */
const sharedConnection: ConnectionFacts = {
  ...connection,
  ...{ sentBy: { kind: 'source', id: 'tts' }, hookUrl: null, topics: [], username: null },
  steps: ['Nothing to enter: it sends by the source “tts”.'],
};
const refusedLately: WatchPage['refused'] = {
  count: 3,
  lastAt: mockNow,
  sentence:
    '3 requests were refused in the last hour, the last at 15:21: not made with the secret of this address. Enter the present one where it is sent from.',
};

const body = {
  sensor: '00:6E:02:0A:AB:01',
  logics: [
    { id: 1, name: 'Line 1', fw: 3, bw: 2 },
    { id: 2, name: 'Line 2', fw: 1, bw: 0 },
  ],
};
const seen: readonly SeenMessage[] = [
  {
    ...{ id: 1, receivedAt: mockNow, topic: '$hook/door-arbat/', raw: JSON.stringify(body) },
    understood: [
      { what: 'interval', text: '2026-03-14 16:19:00 to 2026-03-14 16:20:00, line Line 1: 3 in, 2 out' },
      { what: 'aside', text: 'A heartbeat of the sensor.' },
    ],
  },
];

const preview: PreviewAnswer = {
  reports: [
    {
      address: body.sensor,
      findings: body.logics.map(({ name, fw, bw }) => ({ kind: 'interval', line: name, channels: { fw, bw } })),
    },
  ],
  understood: [{ what: 'interval', text: 'line Line 1: 3 in, 2 out' }],
};

const offer: Offer = {
  ...{ source: null, topic: 'milesight/uplink', address: '24E124A1B2C3D4E5', store: null, device: null, count: 14 },
  ...{ guess: { profile: 'milesight', make: 'Milesight' }, lastAt: mockNow, sample: '{"devEUI":"24E124A1B2C3D4E5"}' },
};

const source: SourceReport = {
  ...{ id: 'tts', profile: 'milesight', url: 'mqtts://eu1.example:8883', username: 'app@tenant', topics: ['v3/#'] },
  ...{ hookUrl: null, proof: null, steps: [] },
  state: {
    ...{ connected: false, since: mockNow, problem: 'The broker refused the user name or password.' },
    ...{ lastMessageAt: null, fetches: { waiting: 3, failed: 1 } },
  },
};

const test: TestAnswer = {
  ok: false,
  steps: [
    { ok: true, text: 'The address can be reached.' },
    { ok: false, text: 'Nothing has come since it was set up: check the URL on the sensor.' },
  ],
};

const walk: WalkTest = {
  ...{
    id: 'w1',
    device: 'door-arbat',
    store: 'arbat',
    startedAt: mockNow,
    endedAt: null,
    walkedIn: null,
    walkedOut: null,
  },
  ...{ seen: { in: null, out: null }, lastReportAt: null, isComplete: false, takeOut: null },
};
const walked: WalkTest = {
  ...walk,
  ...{ endedAt: mockNow, walkedIn: 3, walkedOut: 3, seen: { in: 3, out: 3 }, isComplete: true },
  takeOut: { id: 't1', start: '2026-03-14T16:19:00+03:00', end: '2026-03-14T16:22:00+03:00', isReverted: false },
};

const table: TableLook = {
  header: ['Receipt', 'When', 'Paid', 'Seller'],
  rows: [
    ['R-1001', '14.03.2026 10:05', '1 299,90', 'x'],
    ['R-1002', '14.03.2026 10:09', '540,00', 'y'],
  ],
};
const report: ImportReport = {
  ...{ lines: 3, accepted: 2, duplicates: 0, corrected: 0, rounded: 0, skipped: {}, rejectedCount: 1 },
  rejected: [{ line: 4, reason: '"abc" is not an amount' }],
  to: '2026-03-14T10:09:00+03:00',
};

function importAnswer(query: URLSearchParams): unknown {
  return query.get('look') === 'true' ? table : { report };
}

/** What the stand-in answers about devices and imports; undefined: it is about something else. */
export function deviceAnswer(method: string, path: string, query: URLSearchParams): unknown {
  const key = `${method} ${path.replace(/^\/api\/v1/, '')}`;
  if (/^POST \/stores\/[^/]+\/imports$/.test(key)) return importAnswer(query);
  if (/^POST .*\/walk-tests$/.test(key)) return { id: walk.id, startedAt: walk.startedAt };
  if (/^POST .*\/walk-tests\/w1\/end$/.test(key)) return walked;
  if (/^GET .*\/walk-tests\/w1$/.test(key)) return walk;
  if (key === 'GET /devices/till-arbat/connection') return sharedConnection;
  if (/^GET .*\/connection$/.test(key)) return connection;
  const covered = /^GET \/stores\/([^/]+)\/coverage$/.exec(key)?.[1];
  if (covered !== undefined) return mockCoverage(covered);
  if (/^POST .*\/(?:devices|sources)\/[^/]+\/test$/.test(key)) return test;
  if (/^POST .*\/secrets$/.test(key)) return { secret: 'n3w-s3cr3t' };
  if (key === 'GET /watch/till-arbat') return { endsAt: mockNow, messages: [], refused: refusedLately };
  if (/^GET \/watch\//.test(key))
    return { endsAt: mockNow, messages: query.get('after') === null ? seen : [], refused: null };
  const answers: Readonly<Record<string, unknown>> = {
    'GET /profiles': { profiles: mockProfiles },
    'GET /stores/arbat': store,
    'GET /stores/mall': mall,
    'GET /sources': { sources: [source] },
    'PUT /sources/lns': { secret: 's3cr3t-once' },
    'GET /adoption': { unknown: [offer] },
    'POST /watch': { endsAt: mockNow },
    'POST /preview': preview,
    'GET /stores/arbat/import-mappings': {
      mappings: [{ name: 'old till', map: { id: 'Receipt', at: 'When', total: 'Paid' } }],
    },
  };
  return answers[key];
}
