import { expect, it } from 'vitest';
import { readAudit } from '../../db/reads/audit.ts';
import { authenticateClient } from '../../db/reads/credentials.ts';
import { readSecretsThere } from '../../db/reads/secretsThere.ts';
import { readSettingsVersion } from '../../db/reads/settings.ts';
import { readVendorSecrets } from '../../db/reads/vendorSecrets.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Connection } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { endSecrets, rotateSecret } from '../../db/writes/vendorSecrets.ts';
import { makeDevice, manager, owner, regional, smallChain, viewer } from './chain.ts';
import { describeOnBothDialects } from './dialects.ts';

const connection: Connection = { source: null, topics: [], address: null, swap: false, map: [], options: {} };
const plain = makeDevice('sensor', 'arbat', { profile: 'xovis', connection, lines: [] });
const sensor = { ...plain, hookSecret: 'ours' } as const;
const account = {
  id: 'account',
  url: 'https://api.example',
  username: null,
  password: null,
  profile: 'square',
  topics: [],
  options: {},
  hookSecret: 'ours',
} as const;

/** Of a holder and a name, as `sensor hook`. */
async function secretsOf(sql: Sql, which: string, now = Date.now()): Promise<string[]> {
  const [holderId, name] = which.split(' ') as [string, 'hook' | 'api'];
  const all = await readVendorSecrets(sql, owner, { name, now });
  return all.filter((one) => one.holderId === holderId).map((one) => one.value);
}

const signsIn = async (sql: Sql, secret: string): Promise<boolean> =>
  (await authenticateClient(sql, owner, { username: 'sensor', secret })) !== null;

describeOnBothDialects('secrets of vendors', (open) => {
  it('of a device are one for the broker and its webhook, kept where it is and told once', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const changes = await applySettings(sql, owner, { devices: [sensor] });
    const made = changes[0]?.secret ?? '';
    expect(await secretsOf(sql, 'sensor hook')).toEqual([made]);
    expect(await signsIn(sql, made)).toBe(true);
    expect(await applySettings(sql, owner, { devices: [sensor] })).toEqual([]);
    const chosen = { devices: [{ ...sensor, secret: 'a word of ours', apiSecret: 'shown to them' }] };
    const told = await applySettings(sql, owner, chosen);
    expect(told).toEqual([{ action: 'changed', subject: 'device sensor', text: 'device sensor: new secret' }]);
    expect(await secretsOf(sql, 'sensor hook')).toEqual(['a word of ours']);
    expect(await secretsOf(sql, 'sensor api')).toEqual(['shown to them']);
    expect(await applySettings(sql, owner, chosen)).toEqual([]);
  });

  it('are not made where the vendor makes them, nor kept where there is no webhook', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const there = () => readSecretsThere(sql, owner, { now: Date.now() });
    const [change] = await applySettings(sql, owner, { devices: [{ ...plain, hookSecret: 'theirs' }] });
    expect(change?.secret).toBeUndefined();
    expect(await there()).toEqual([]);
    await applySettings(sql, owner, { devices: [{ ...plain, secret: 'for the broker alone' }] });
    expect(await there()).toEqual([]);
    await applySettings(sql, owner, { devices: [{ ...plain, hookSecret: 'theirs', secret: 'signed by them' }] });
    expect(await there()).toMatchObject([{ holderId: 'sensor', name: 'hook', endsAt: null }]);
  });

  it('are made when a device gets a webhook later, beside the one for the broker', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const [first] = await applySettings(sql, owner, { devices: [plain] });
    const [later] = await applySettings(sql, owner, { devices: [sensor] });
    expect(await secretsOf(sql, 'sensor hook')).toEqual([later?.secret]);
    expect([await signsIn(sql, first?.secret ?? ''), later?.secret === first?.secret]).toEqual([true, false]);
  });

  it('of a source are made where it has a webhook, and not for a broker', async () => {
    const sql = await open();
    const broker = { ...account, id: 'broker', url: 'mqtt://broker.example', hookSecret: undefined };
    const changes = await applySettings(sql, owner, { sources: [account, { ...broker, apiSecret: 'api of it' }] });
    const made = changes.map((change) => change.secret);
    expect(made).toEqual([expect.stringMatching(/^[\w-]{32}$/), undefined]);
    expect(await secretsOf(sql, 'account hook')).toEqual([made[0]]);
    expect(await secretsOf(sql, 'broker hook')).toEqual([]);
    expect(await secretsOf(sql, 'broker api')).toEqual(['api of it']);
    expect(await applySettings(sql, owner, { sources: [account, broker] })).toEqual([]);
  });

  it('are replaced with an overlap, in which the former holds as well, and then ends', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const [first] = await applySettings(sql, owner, { devices: [sensor] });
    const was = first?.secret ?? '';
    const now = Date.now();
    const device = { holderKind: 'device', holderId: 'sensor' } as const;
    const version = await readSettingsVersion(sql, owner);
    const hook = await rotateSecret(sql, owner, { ...device, name: 'hook', keepOldForSeconds: 3600, now });
    expect(await secretsOf(sql, 'sensor hook', now)).toEqual([hook.secret, was]);
    expect(await secretsOf(sql, 'sensor hook', now + 3_600_000)).toEqual([hook.secret]);
    const mqtt = await rotateSecret(sql, owner, { ...device, name: 'mqtt', keepOldForSeconds: 3600, now });
    expect([await signsIn(sql, was), await signsIn(sql, mqtt.secret)]).toEqual([true, true]);
    expect(await readSettingsVersion(sql, owner)).toBe(version + 2);
    expect(await endSecrets(sql, owner, { now })).toBe(0);
    expect(await endSecrets(sql, owner, { now: now + 3_600_000 })).toBe(2);
    expect([await signsIn(sql, was), await signsIn(sql, mqtt.secret)]).toEqual([false, true]);
    expect(await readSettingsVersion(sql, owner)).toBe(version + 3);
  });

  it('end at once where they are replaced without an overlap, all former ones too', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const [first] = await applySettings(sql, owner, { devices: [sensor] });
    const now = Date.now();
    const device = { holderKind: 'device', holderId: 'sensor' } as const;
    for (const name of ['hook', 'mqtt'] as const) {
      const second = await rotateSecret(sql, owner, { ...device, name, keepOldForSeconds: 3600, now });
      const third = await rotateSecret(sql, owner, {
        ...device,
        name,
        keepOldForSeconds: 0,
        now,
        value: `third ${name}`,
      });
      expect(third.secret).toBe(`third ${name}`);
      expect(await signsIn(sql, second.secret)).toBe(false);
    }
    expect(await secretsOf(sql, 'sensor hook')).toEqual(['third hook']);
    expect([await signsIn(sql, first?.secret ?? ''), await signsIn(sql, 'third mqtt')]).toEqual([false, true]);
  });

  it('are the owner’s alone, and never in the audit log', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    await applySettings(sql, owner, { devices: [{ ...sensor, secret: 'chosen by us' }], sources: [account] });
    const device = { holderKind: 'device', holderId: 'sensor' } as const;
    const wish = { ...device, name: 'hook', keepOldForSeconds: 0, now: Date.now(), value: 'rotated in' } as const;
    for (const scope of [regional, manager, viewer]) {
      await expect(rotateSecret(sql, scope, wish)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(readSecretsThere(sql, scope, { now: 0 })).rejects.toMatchObject({ code: 'forbidden' });
    }
    await rotateSecret(sql, owner, wish);
    await rotateSecret(sql, owner, { ...wish, holderKind: 'source', holderId: 'account', name: 'mqtt' });
    const { lines } = await readAudit(sql, owner, {});
    expect(lines.filter((line) => line.action === 'rotated')).toHaveLength(2);
    for (const word of ['chosen by us', 'rotated in', ...(await secretsOf(sql, 'account hook'))]) {
      expect(JSON.stringify(lines)).not.toContain(word);
    }
    await expect(rotateSecret(sql, owner, { ...wish, holderId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    const { value: _, ...unsaid } = wish;
    await expect(rotateSecret(sql, owner, { ...unsaid, name: 'api' })).rejects.toMatchObject({ code: 'invalid' });
  });
});
