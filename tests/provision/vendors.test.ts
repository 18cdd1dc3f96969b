import { expect, it } from 'vitest';
import { readSecretsThere } from '../../db/reads/secretsThere.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { readSources } from '../../db/reads/sources.ts';
import { readVendorSecrets } from '../../db/reads/vendorSecrets.ts';
import type { Sql } from '../../db/sql/port.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import { provisionWith } from '../../server/cli/commands/provision.ts';
import { knownProfiles } from '../../server/compose/profiles.ts';
import { writeProvision } from '../../server/provision/export.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { profiles } from './profiles.ts';

const scope = systemScope('test');
const provision = (sql: Sql, text: string) => provisionWith(sql, text, { name: 'chain.yaml', profiles });

const shop = (devices: string, more = 'organisation: { name: Shops }'): string => `${more}
stores:
  - id: arbat
    timezone: UTC
    entrances: [ { id: main }, { id: yard } ]
    devices:
${devices.replace(/^/gm, '      ')}`;

const network = 'sources: [ { id: network, profile: ttn, url: "mqtts://network.example" } ]';

async function deviceOf(sql: Sql, id: string) {
  return (await loadSettings(sql, scope)).devices.get(id);
}

describeOnBothDialects('makes in the provision file', (open) => {
  it('have what their format has where nothing is said', async () => {
    const sql = await open();
    await provision(
      sql,
      shop(
        `- { id: lora, profile: ttn, source: network, address: 24E124FFFE, options: { model: vs350 } }
- { id: head, profile: xovis }
- { id: desk, profile: square, address: L7 }`,
        network,
      ),
    );
    const connection = { topics: [], swap: false, map: [] };
    expect(await deviceOf(sql, 'lora')).toMatchObject({
      mode: 'cumulative',
      measures: ['entries'],
      lines: [],
      counterBits: 16,
      clock: 'utc',
      connection: { ...connection, source: 'network', address: '24E124FFFE', options: { model: 'vs350' } },
    });
    expect(await deviceOf(sql, 'head')).toMatchObject({ mode: 'interval', lines: [], counterBits: null });
    expect(await deviceOf(sql, 'desk')).toMatchObject({
      measures: ['sales'],
      connection: { source: null, address: 'L7' },
    });
    await provision(sql, shop('- { id: lora, options: { model: vs132 } }'));
    expect(await deviceOf(sql, 'lora')).toMatchObject({ counterBits: 32, connection: { source: 'network' } });
    await provision(sql, shop('- { id: lora, counterBits: null }'));
    await provision(sql, shop('- { id: lora, options: { model: vs350 } }'));
    expect(await deviceOf(sql, 'lora')).toMatchObject({ counterBits: null });
  });

  it('keep what a file leaves out, and lose what is of the make that was', async () => {
    const sql = await open();
    await provision(
      sql,
      shop(
        '- { id: door, profile: xovis, name: Door, entrance: main, lines: [L1], topic: door/1, map: [ { line: "1", as: L1 } ], allowFrom: [192.0.2.0/24] }',
      ),
    );
    await provision(sql, shop('- { id: door, swap: true }'));
    expect(await deviceOf(sql, 'door')).toMatchObject({
      lines: ['L1'],
      connection: {
        topics: ['door/1'],
        swap: true,
        map: [{ line: '1', as: 'L1' }],
        options: { allowFrom: ['192.0.2.0/24'] },
      },
    });
    await provision(sql, shop('- { id: door, topic: null, allowFrom: null, map: [] }'));
    expect(await deviceOf(sql, 'door')).toMatchObject({ connection: { topics: [], options: {}, map: [] } });
    await provision(sql, shop('- { id: door, profile: native }'));
    expect(await deviceOf(sql, 'door')).toMatchObject({
      name: 'Door',
      entranceId: 'main',
      lines: ['main'],
      connection: null,
    });
  });

  it('refuse what does not fit, each with its line', async () => {
    const sql = await open();
    const text = shop(
      `- { id: a, profile: xowis }
- { id: b, profile: ttn, mode: interval, topic: up, options: { model: vs1 } }
- { id: c, profile: xovis, topic: $share/x }
- { id: d, profile: xovis, topic: lintel/v1/arbat }
- { id: e, profile: xovis, source: netwrk }
- { id: f, profile: generic }
- { id: g, topic: door }
- { id: h, profile: ttn, source: network }
- { id: i, profile: xovis, topics: ["#"] }
- { id: j, profile: square, mode: event, measures: [entries] }
- { id: k, profile: xovis, options: { modell: 1 }, map: [ { line: a }, { line: a } ] }
- { id: l, lines: [] }`,
      network,
    );
    const faults = await provision(sql, text).catch((error: Error) => error.message);
    const at = (line: number, message: string) => `chain.yaml:${line + 6}: stores[0].devices[${line - 1}].${message}`;
    expect(String(faults).split('\n')).toEqual([
      at(1, 'profile: there is no profile "xowis": did you mean "xovis"?'),
      at(2, 'mode: the profile "ttn" does not count by interval: take one of cumulative, event'),
      at(2, 'options: model must be one of vs132, vs350'),
      at(3, 'topic: "$share/x" must not begin with $, which is kept for brokers and for Lintel itself'),
      at(4, 'topic: "lintel/v1/arbat" must not begin with lintel/, which is for Lintel’s own language'),
      at(5, 'source: there is no source "netwrk": did you mean "network"?'),
      at(6, 'profile: the profile "generic" comes by MQTT alone: name the topic it publishes to, or its source'),
      at(7, 'topic: is for a vendor’s device: name its make as the profile, or leave it out'),
      at(8, 'options: the profile "ttn" needs model: Which sensor it is.'),
      at(9, 'topics: "#" must name its first level: it would claim every topic there is'),
      at(10, 'measures: the profile "square" is a till: it measures [sales]'),
      at(11, 'map: the line "a" has two rules'),
      at(11, 'options: there is no option "modell" (profile "xovis")'),
      at(12, 'lines: must name at least one line'),
    ]);
    expect((await loadSettings(sql, scope)).stores.size).toBe(0);
  });

  it('refuse two devices that would count the same people, in the file or beside what is set up', async () => {
    const sql = await open();
    await provision(
      sql,
      shop(
        `- { id: left, profile: xovis, address: "00:6E:02", lines: [L1], map: [ { line: "1", as: L1 } ] }
- { id: right, profile: xovis, source: left, address: "006e02", lines: ["2"] }`,
      ),
    );
    const refused = async (devices: string, more?: string) =>
      String(
        await provision(sql, shop(devices, more)).then(
          () => 'taken',
          (error: Error) => error.message,
        ),
      );
    expect(await refused('- { id: third, profile: xovis, source: left, address: "006E02", lines: ["1"] }')).toBe(
      'chain.yaml:7: stores[0].devices[0].address: the device "left" of the store "arbat" counts the same lines of the address "006E02": give each other lines, or its own address',
    );
    expect(await refused('- { id: third, profile: xovis, source: left, address: "006E02", lines: ["3"] }')).toBe(
      'taken',
    );
    expect(await refused('- { id: all, profile: xovis, source: left }')).toContain(
      '"all" has no address and so takes what the device "left" of the store "arbat" counts as well',
    );
    expect(
      await refused('- { id: x, profile: generic, topic: door/+ }\n- { id: y, profile: generic, topic: door/1 }'),
    ).toBe(
      'chain.yaml:8: stores[0].devices[1]: the device "x" of the store "arbat" counts all that comes by this way: give each other lines, or its own address',
    );
    const moved = `- { id: old, profile: generic, topic: moved, removedAt: "2026-01-01T00:00:00Z" }
- { id: new, profile: generic, topic: moved, installedAt: "2026-01-01T00:00:00Z" }`;
    expect(await refused(moved)).toBe('taken');
    expect(
      await refused(
        '- { id: a, profile: ttn, source: network, address: A1, options: { model: vs132 } }\n- { id: b, profile: ttn, source: network, address: B2, options: { model: vs132 } }',
        network,
      ),
    ).toBe('taken');
  });

  it('have sources: brokers, accounts and webhooks, each as its make allows', async () => {
    const sql = await open();
    const refused = async (source: string) =>
      String(
        await provision(sql, `sources: [ { id: s, ${source} } ]`).then(
          () => 'taken',
          (error: Error) => error.message,
        ),
      ).replace('chain.yaml:1: sources[0].', '');
    expect(await refused('profile: tttn, url: "mqtt://b"')).toBe(
      'profile: there is no profile "tttn": did you mean "ttn"?',
    );
    expect(await refused('profile: import, url: "mqtt://b"')).toMatch(/^profile: there is no profile "import"/);
    expect(await refused('profile: generic, url: "mqtt://b"')).toMatch(/^url: name the topics to subscribe to/);
    expect(await refused('profile: xovis, url: "https://api.example"')).toMatch(/^url: the profile "xovis" has no API/);
    expect(await refused('profile: ttn')).toMatch(/^url: the profile "ttn" has no webhook/);
    expect(await refused('profile: ttn, url: "mqtt://u:p@b"')).toMatch(/^url: must begin with/);
    expect(await refused('profile: square, password: secret')).toMatch(/^password: is for brokers/);
    expect(await refused('profile: square, allowFrom: [192.0.2.0/33]')).toMatch(/^allowFrom\[0\]: must be an address/);
    expect(await refused('profile: square, options: { allowFrom: 7 }')).toMatch(/^options: allowFrom must be a list/);
    expect(await refused('profile: square')).toBe('taken');
    await provision(sql, shop('- { id: desk, profile: xovis }'));
    expect(
      await provision(sql, 'sources: [ { id: desk, profile: square } ]').catch((error: Error) => error.message),
    ).toContain('sources[0].id: "desk" is the id of a device already');
    expect(
      await provision(sql, shop('- { id: two, profile: xovis, source: s }')).catch((error: Error) => error.message),
    ).toContain('the source "s" is of the profile "square", not of "xovis"');
  });

  it('have gateways that publish for them, on topics that are not Lintel’s own', async () => {
    const sql = await open();
    const gateway = (filters: string) =>
      shop('- { id: cam }', `mqttClients: [ { id: gate, kind: gateway, store: arbat, filters: ${filters} } ]`);
    await expect(provision(sql, gateway('["zigbee2mqtt/#", "lintel/#", "+/x"]'))).rejects.toThrow(
      'chain.yaml:1: mqttClients[0].filters[1]: "lintel/#" must not begin with lintel/, which is for Lintel’s own language\nchain.yaml:1: mqttClients[0].filters[2]: "+/x" must name its first level',
    );
    await provision(sql, gateway('["zigbee2mqtt/#"]'));
    expect((await loadSettings(sql, scope)).mqttClients.get('gate')?.filters).toEqual(['zigbee2mqtt/#']);
  });

  it('keep their secrets, which no export holds, and make one where the vendor takes ours', async () => {
    const sql = await open();
    const text = shop(
      `- { id: head, profile: xovis, secret: chosen-secret }
- { id: free, profile: xovis }
- { id: desk, profile: square, source: account, address: L1 }`,
      'organisation: { name: Shops }\nsources: [ { id: account, profile: square, secret: signing-key, apiSecret: api-token }, { id: network, profile: ttn, url: "mqtt://b", username: u, password: pw } ]',
    );
    const told = (await provision(sql, text)).filter((change) => change.secret !== undefined);
    expect(told.map((change) => change.subject)).toEqual(['device free']);
    const hooks = await readVendorSecrets(sql, scope, { name: 'hook', now: Date.now() });
    expect(hooks.map((one) => [one.holderId, one.value])).toEqual([
      ['free', told[0]?.secret],
      ['head', 'chosen-secret'],
      ['account', 'signing-key'],
    ]);
    expect(await readSecretsThere(sql, scope, { now: Date.now() })).toHaveLength(4);
    expect(await provision(sql, text)).toEqual([]);
    const settings = await loadSettings(sql, scope);
    const exported = writeProvision({ settings, sources: await readSources(sql, scope), profiles });
    for (const secret of ['chosen-secret', 'signing-key', 'api-token', 'pw', told[0]?.secret])
      expect(exported).not.toContain(secret);
    expect(await provision(sql, exported)).toEqual([]);
  });

  it('of every kind can be named by their profile alone', async () => {
    const sql = await open();
    const makes = [...adapters.values()];
    const devices = makes.map(({ profile }) => `- { id: ${profile}-1, profile: ${profile} }`).join('\n');
    await provisionWith(sql, shop(devices), { name: 'chain.yaml', profiles: knownProfiles() });
    for (const { profile, about } of makes) {
      const measures = (await deviceOf(sql, `${profile}-1`))?.measures ?? [];
      expect({ profile, sells: measures.includes('sales') }).toEqual({ profile, sells: about.kind === 'till' });
    }
  });

  it('that sign with a key of their own, or send by way of others, are given no secret of ours', async () => {
    const sql = await open();
    const changes = await provision(
      sql,
      shop(
        `- { id: head, profile: xovis, lines: [front] }
- { id: head-back, profile: xovis, source: head, lines: [back] }
- { id: desk, profile: square, address: L7 }`,
      ),
    );
    const given = changes.filter(({ secret }) => secret !== undefined).map(({ subject }) => subject);
    expect(given).toEqual(['device head']);
  });
});
