import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSettings } from '../../db/reads/settings.ts';
import { readSources } from '../../db/reads/sources.ts';
import type { Sql } from '../../db/sql/port.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { provisionWith } from '../../server/cli/commands/provision.ts';
import { writeProvision } from '../../server/provision/export.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { chain } from './chains.ts';
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
