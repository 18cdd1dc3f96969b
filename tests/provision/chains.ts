/** Made-up chains, as their provision file has them. */
import fc from 'fast-check';
import { weekdays } from '../../db/vocabulary/place.ts';

const holidays = fc.constantFrom(null, 'RU', 'DE-BY', 'none');
const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\0'));
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const opening = fc
  .tuple(quarter, quarter)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => `${a}-${b}`);
const date = fc
  .integer({ min: 0, max: 4000 })
  .map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10));
const openings = fc.array(opening, { maxLength: 2 });
const edition = fc.record(
  {
    ...Object.fromEntries(weekdays.map((day) => [day, openings])),
    exceptions: fc.dictionary(date, openings, { maxKeys: 2 }),
  },
  { requiredKeys: [] },
);
const datedEditions = fc
  .uniqueArray(fc.tuple(date, edition), { minLength: 1, maxLength: 3, selector: ([from]) => from })
  .map((list) => list.map(([from, hours]) => ({ from, ...hours })));
const instant = fc
  .integer({ min: 1_500_000_000, max: 1_900_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const device = fc.record(
  {
    name,
    mode: fc.constantFrom('interval', 'cumulative', 'event'),
    measures: fc.uniqueArray(fc.constantFrom('entries', 'passersBy', 'sales'), { minLength: 1 }),
    lines: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    reportsEvery: fc.integer({ min: 1, max: 3600 }),
    silentAfter: fc.integer({ min: 1, max: 9000 }),
    feed: fc.constantFrom('live', 'batch'),
    clock: fc.constantFrom('utc', 'local'),
    counterBits: fc.constantFrom(16, 32),
    installedAt: instant,
  },
  { requiredKeys: [] },
);
const word = fc.stringMatching(/^[a-zA-Z0-9_ .:-]{1,12}$/);
const lineRule = fc.record(
  {
    line: word,
    as: word,
    ignore: fc.boolean(),
    swap: fc.boolean(),
    channels: fc.dictionary(word, fc.constantFrom('in', 'out', 'passersBy', 'ignore'), { maxKeys: 2 }),
  },
  { requiredKeys: ['line'] },
);
const counter = fc.record(
  {
    name,
    mode: fc.constantFrom('interval', 'cumulative'),
    lines: fc.array(name, { maxLength: 2 }),
    topics: fc.array(fc.constantFrom('door', 'door/+/count', 'x/{address}/#'), { maxLength: 2 }),
    swap: fc.boolean(),
    map: fc.uniqueArray(lineRule, { maxLength: 3, selector: (rule) => rule.line }),
    allowFrom: fc.array(fc.constantFrom('192.0.2.0/24', '2001:db8::/32', '198.51.100.7'), { maxLength: 2 }),
    counterBits: fc.constantFrom(null, 16, 32),
    reportsEvery: fc.integer({ min: 1, max: 3600 }),
    installedAt: instant,
  },
  { requiredKeys: [] },
);
const uplink = fc.record(
  {
    mode: fc.constantFrom('cumulative', 'event'),
    counterBits: fc.constantFrom(null, 16, 32),
    options: fc.record({ model: fc.constantFrom('vs132', 'vs350') }),
  },
  { requiredKeys: ['options'] },
);
const vendors = fc.record({
  counters: fc.array(counter, { maxLength: 2 }),
  uplinks: fc.array(uplink, { maxLength: 2 }),
});

const queue = fc.record(
  {
    id,
    name,
    targetSeconds: fc.integer({ min: 1, max: 900 }),
    targetShare: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
  },
  { requiredKeys: ['id'] },
);
const thresholds = fc
  .tuple(fc.integer({ min: -50, max: 5000 }), fc.integer({ min: 0, max: 500 }), fc.boolean())
  .map(([green, more, lowerIsBetter]) => ({
    green,
    yellow: lowerIsBetter ? green + more : green - more,
    lowerIsBetter,
  }));
const standard = fc
  .tuple(
    fc.record({ process: name, criterion: name }),
    thresholds,
    fc.record(
      {
        processName: fc.option(name),
        criterionName: name,
        step: fc.option(name),
        unit: fc.constantFrom('s', '%', null),
        owner: name,
        level: fc.constantFrom(1, 2, 3, null),
        weight: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([key, limits, words]) => ({ ...key, ...limits, ...words }));
const checklist = fc.record(
  {
    id,
    name,
    items: fc.uniqueArray(fc.record({ id, text: name }), { minLength: 1, maxLength: 3, selector: (item) => item.id }),
  },
  { requiredKeys: ['id', 'items'] },
);

const store = fc.record(
  {
    name,
    timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    tags: fc.array(name, { maxLength: 2 }),
    areaM2: fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10),
    opensOn: date,
    dayStartsAt: quarter,
    openingHours: fc.oneof(edition, datedEditions),
    passersByIncludesEntrants: fc.boolean(),
    keepEmployees: fc.boolean(),
    holidays,
    entrances: fc.uniqueArray(
      fc.record({ id, name, countAs: fc.constantFrom('in', 'out', 'average') }, { requiredKeys: ['id'] }),
      { maxLength: 2, selector: (e) => e.id },
    ),
    queues: fc.uniqueArray(queue, { maxLength: 2, selector: (q) => q.id }),
    devices: fc.array(device, { maxLength: 3 }),
    vendors,
  },
  { requiredKeys: ['timezone', 'devices', 'vendors'] },
);
const source = fc.record(
  {
    topics: fc.array(fc.constantFrom('v3/+/devices/+/up', '#'), { maxLength: 2 }),
    username: name,
    options: fc.record({ model: fc.constantFrom('vs132', 'vs350') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
/** Whole provision files, of every setting there is. */
export const chain = fc.record({
  organisation: fc.record({
    name,
    currency: fc.constant('EUR'),
    locale: fc.constantFrom('en', 'ru', 'fa'),
    holidays,
  }),
  standards: fc.uniqueArray(standard, { maxLength: 3, selector: (one) => `${one.process}\0${one.criterion}` }),
  checklists: fc.uniqueArray(checklist, { maxLength: 2, selector: (one) => one.id }),
  sources: source.map((one) => [{ id: 'network', profile: 'ttn', url: 'mqtts://network.example', ...one }]),
  stores: fc.array(store, { maxLength: 3 }).map((stores) =>
    stores.map(({ vendors: { counters, uplinks }, ...one }, s) => ({
      id: `store-${s}`,
      ...one,
      devices: [
        ...one.devices.map((part, d) => ({ id: `device-${s}-${d}`, ...part })),
        ...counters.map((part, d) => ({ id: `xovis-${s}-${d}`, profile: 'xovis', address: `xo:${s}:${d}`, ...part })),
        ...uplinks.map((part, d) => ({
          id: `lora-${s}-${d}`,
          profile: 'ttn',
          source: 'network',
          address: `${s}${d}`,
          ...part,
        })),
      ],
    })),
  ),
});
