import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSettings } from '../../db/reads/settings.ts';
import { readSources } from '../../db/reads/sources.ts';
import type { Sql } from '../../db/sql/port.ts';
import { weekdays } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { provisionWith } from '../../server/cli/commands/provision.ts';
import { writeProvision } from '../../server/provision/export.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { profiles } from './profiles.ts';

const scope = systemScope('test');

const contractExample = `
organisation: { name: Ромашка, currency: RUB, locale: ru }
regions: [ { id: north, name: Север } ]
sources: [ { id: tts, url: mqtts://…, username: …, password: { env: TTS_KEY }, profile: ttn } ]
stores:
  - id: arbat
    name: Арбат
    region: north
    tags: [mall]
    areaM2: 240
    opensOn: "2024-03-01"    # and closesOn
    timezone: Europe/Moscow
    currency: RUB            # else the organisation's
    dayStartsAt: "00:00"
    openingHours:
      mon: ["10:00-22:00"]
      sat: ["10:00-14:00", "15:00-20:00"]
      exceptions: { "2027-01-01": [] }
    passersByIncludesEntrants: true
    entrances: [ { id: main, kind: street, countAs: in } ]
    queues: [ { id: tills, targetSeconds: 180 } ]
    devices:
      - id: cam-1
        profile: native
        mode: interval
        measures: [entries]
        entrance: main
        reportsEvery: 60
        installedAt: "2026-01-01T00:00:00+03:00"
        secret: { env: CAM1 }
      - { id: till-1, profile: native, measures: [sales], feed: live }
standards:
  - { process: hotline, criterion: answer-seconds, green: 30, yellow: 60, lowerIsBetter: true, weight: 1 }
`;

const provision = (sql: Sql, text: string, name: string) => provisionWith(sql, text, { name, profiles });

async function exported(sql: Sql): Promise<string> {
  const settings = await loadSettings(sql, scope);
  return writeProvision({ settings, sources: await readSources(sql, scope), profiles });
}

async function withoutVersion(sql: Sql): Promise<unknown> {
  const { version: _, ...settings } = await loadSettings(sql, scope);
  return settings;
}

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
const chain = fc.record({
  organisation: fc.record({ name, currency: fc.constant('EUR'), locale: fc.constantFrom('en', 'ru', 'fa') }),
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

describeOnBothDialects('settings as a file', (open, dialect) => {
  it('takes the example of the contract as it stands, once', async () => {
    const sql = await open();
    process.env['CAM1'] = 'a-secret-of-the-camera';
    const changes = await provision(sql, contractExample, 'chain.yaml');
    expect(changes.map((change) => change.text)).toContain('store arbat: added');
    expect(changes.filter((change) => change.secret !== undefined).map((change) => change.subject)).toEqual([
      'device till-1',
    ]);
    expect(await provision(sql, contractExample, 'chain.yaml')).toEqual([]);
  });

  it('says what a changed file changes, and leaves alone what it leaves out', async () => {
    const sql = await open();
    await provision(sql, contractExample, 'chain.yaml');
    const changed = await provision(sql, 'stores: [ { id: arbat, areaM2: 250 } ]', 'chain.yaml');
    expect(changed.map((change) => change.text)).toEqual(['store arbat: areaM2 240 → 250']);
    const arbat = (await loadSettings(sql, scope)).stores.get('arbat');
    expect(arbat).toMatchObject({ name: 'Арбат', areaM2: 250, tags: ['mall'] });
  });

  it('refuses a file that contradicts itself or what is set up, with the lines', async () => {
    const sql = await open();
    await provision(sql, contractExample, 'chain.yaml');
    const text = `stores:
  - id: tverskaya
    region: nort
    devices:
      - { id: cam-1, entrance: main }
      - { id: cam-1, profile: natve }
`;
    await expect(provision(sql, text, 'more.yaml')).rejects.toThrow(
      [
        'more.yaml:2: stores[0]: the new store "tverskaya" needs a timezone',
        'more.yaml:3: stores[0].region: there is no region "nort": did you mean "north"?',
        'more.yaml:5: stores[0].devices[0].id: the device "cam-1" already belongs to the store "arbat"',
        'more.yaml:5: stores[0].devices[0].entrance: there is no entrance "main"',
        'more.yaml:6: stores[0].devices[1].id: the device id "cam-1" is used twice (also in store "tverskaya"): ids are unique across the organisation',
        'more.yaml:6: stores[0].devices[1].profile: there is no profile "natve": did you mean "native"?',
        'more.yaml:6: stores[0].devices[1].id: the device "cam-1" already belongs to the store "arbat"',
      ].join('\n'),
    );
    expect((await loadSettings(sql, scope)).stores.has('tverskaya')).toBe(false);
  });

  it('refuses standards and checklists that cannot be meant, with the lines', async () => {
    const sql = await open();
    await provision(sql, contractExample, 'chain.yaml');
    const text = `standards:
  - { process: hotline, criterion: answer-seconds, green: 90, yellow: 60 }
  - { process: a, criterion: b, green: 1, yellow: 2 }
  - { process: a, criterion: b, green: 1, yellow: 2 }
checklists:
  - { id: opening }
  - { id: visit, items: [{ id: x, text: One }, { id: x, text: Two }] }
`;
    await expect(provision(sql, text, 'more.yaml')).rejects.toThrow(
      [
        'more.yaml:2: standards[0].green: green must not be above yellow where lower is better',
        'more.yaml:4: standards[2]: the criterion "b" of "a" is used twice',
        'more.yaml:6: checklists[0]: the new checklist "opening" needs items',
        'more.yaml:7: checklists[1].items[1].id: the id "x" is used twice',
      ].join('\n'),
    );
  });

  it('reads a secret from a file, and says when there is none', async () => {
    const sql = await open();
    const text = 'stores: [ { id: a, timezone: UTC, devices: [ { id: cam, secret: { file: no-such-file } } ] } ]';
    await expect(provision(sql, text, 'chain.yaml')).rejects.toThrow(
      'chain.yaml:1: stores[0].devices[0].secret: the file no-such-file cannot be read',
    );
  });

  it('exports what provisions the same settings anywhere, and changes nothing here', async () => {
    await fc.assert(
      fc.asyncProperty(chain, async (file) => {
        const [here, there] = [await open(), await open()];
        await provision(here, JSON.stringify(file), 'chain.yaml');
        const text = await exported(here);
        expect(await provision(here, text, 'export.yaml')).toEqual([]);
        await provision(there, text, 'export.yaml');
        expect(await withoutVersion(there)).toEqual(await withoutVersion(here));
        expect(await exported(there)).toBe(text);
      }),
      { numRuns: dialect === 'sqlite' ? 25 : 5 },
    );
  });
});
