import { expect, it } from 'vitest';
import { loadSettings, readSettingsVersion } from '../../db/reads/settings.ts';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { makeDevice, makeStore, manager, owner, regional, smallChain } from './chain.ts';
import { describeOnBothDialects } from './dialects.ts';

describeOnBothDialects('settings', (open) => {
  it('come back as they were set up, in the order they were named', async () => {
    const sql = await open();
    const chain = smallChain();
    await applySettings(sql, owner, chain);
    const settings = await loadSettings(sql, owner);
    expect(settings.organisation).toEqual(chain.organisation);
    expect(settings.regions).toEqual(chain.regions);
    expect([...settings.stores.keys()]).toEqual(['arbat', 'nevsky', 'sochi']);
    expect(settings.stores.get('nevsky')).toEqual({ ...chain.stores?.[1], devices: [makeDevice('cam-2', 'nevsky')] });
    expect([...settings.devices.values()]).toEqual(chain.devices);
    expect(settings.standards).toEqual(chain.standards);
    expect([...settings.mqttClients.values()]).toEqual(chain.mqttClients);
  });

  it('set up a second time change nothing and say so', async () => {
    const sql = await open();
    const changes = await applySettings(sql, owner, smallChain());
    expect(changes.map((change) => change.text)).toContain('store arbat: added');
    const version = await readSettingsVersion(sql, owner);
    expect(await applySettings(sql, owner, smallChain())).toEqual([]);
    expect(await readSettingsVersion(sql, owner)).toBe(version);
  });

  it('keep what a change does not name', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const changes = await applySettings(sql, owner, {
      stores: [makeStore('arbat', { regionId: 'south', entrances: [], queues: [], timezone: 'Europe/Samara' })],
    });
    expect(changes.map((change) => change.text)).toEqual(['store arbat: timezone Europe/Moscow → Europe/Samara']);
    const settings = await loadSettings(sql, owner);
    expect(settings.stores.get('arbat')?.entrances).toHaveLength(1);
    expect(settings.stores.get('arbat')?.devices).toHaveLength(2);
    expect(settings.stores.size).toBe(3);
  });

  it('give each new device a secret of its own, told once, and keep a chosen one', async () => {
    const sql = await open();
    const changes = await applySettings(sql, owner, smallChain());
    const secrets = changes.flatMap((change) => (change.secret === undefined ? [] : [change.secret]));
    expect(new Set(secrets).size).toBe(4);
    const chosen = { devices: [{ ...makeDevice('cam-1', 'arbat'), secret: 'open sesame' }] };
    expect(await applySettings(sql, owner, chosen)).toEqual([
      { action: 'changed', subject: 'device cam-1', text: 'device cam-1: new secret' },
    ]);
    expect(await applySettings(sql, owner, chosen)).toEqual([]);
    const renewed = await applySettings(sql, owner, {
      devices: [{ ...makeDevice('cam-1', 'arbat'), renewSecret: true }],
    });
    expect(renewed[0]?.secret).toMatch(/^[\w-]{32}$/);
  });

  it('ask for a recount of a store whose counting changes, and of no other', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const rebuilds = () => sql.values('select store_id from rebuilds order by store_id');
    expect(await rebuilds()).toEqual([]);
    await applySettings(sql, owner, {
      stores: [makeStore('sochi', { regionId: 'south', openingHours: null, name: 'Сочи' })],
    });
    expect(await rebuilds()).toEqual([]);
    await applySettings(sql, owner, { devices: [makeDevice('cam-2', 'nevsky', { maxPerMinute: 10 })] });
    expect(await rebuilds()).toEqual([['nevsky']]);
    const entrances = [{ id: 'main', name: 'Main', kind: 'street', countAs: 'average' } as const];
    await applySettings(sql, owner, { stores: [makeStore('arbat', { regionId: 'south', entrances })] });
    expect(await rebuilds()).toEqual([['arbat'], ['nevsky']]);
  });

  it('are written down in the audit log with who changed what, without secrets', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    await applySettings(sql, owner, { regions: [{ id: 'north', name: 'Север' }] });
    const log = await sql.all<Record<string, unknown>>(
      'select actor, action, subject, before, after from audit_log order by id',
    );
    expect(log.at(-1)).toEqual({
      actor: 'test',
      action: 'changed',
      subject: 'region north',
      before: '{"name":"North"}',
      after: '{"name":"Север"}',
    });
    expect(JSON.stringify(log)).not.toContain('p4ssw0rd');
  });

  it('that cannot be are refused whole, with every fault in a sentence', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const wrong = applySettings(sql, owner, {
      regions: [{ id: 'west', name: 'West' }],
      stores: [makeStore('Bad Id', { timezone: 'Mars/Base', regionId: 'moon', dayStartsAtMinutes: 7 })],
      devices: [makeDevice('cam-1', 'nevsky'), makeDevice('gate', 'arbat', { entranceId: 'back' })],
    });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid' });
    await expect(wrong).rejects.toThrow(
      /not an id.*\n.*Mars\/Base.*\n.*multiple of 15.*\n.*no region "moon"\n.*belongs to the store "arbat".*\n.*no entrance "back"\n.*both a device/,
    );
    expect((await loadSettings(sql, owner)).regions).toHaveLength(2);
  });

  it('of money stay once there are receipts', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const euros = { stores: [makeStore('sochi', { regionId: 'south', currency: 'EUR' })] };
    await sql.run(
      `insert into sales (store_id, source, id, device_id, at, type, total_minor, channel, received_at)
       values ('sochi', 'till', '1', 'till', 1, 'sale', 100, 'store', 1)`,
    );
    await expect(applySettings(sql, owner, euros)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are changed by nobody but an owner', async () => {
    const sql = await open();
    for (const scope of [manager, regional]) {
      await expect(applySettings(sql, scope, { regions: [] })).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('are kept in memory until they change, also by another process', async () => {
    const sql = await open();
    const settingsOf = makeSettingsCache();
    const empty = await settingsOf(sql, owner);
    expect(empty.stores.size).toBe(0);
    expect(await settingsOf(sql, owner)).toBe(empty);
    await applySettings(sql, owner, smallChain());
    const full = await settingsOf(sql, owner);
    expect(full.stores.size).toBe(3);
    expect(await settingsOf(sql, owner)).toBe(full);
  });

  it('changed twice at once come one after the other', async () => {
    const sql = await open();
    const both = await Promise.all([applySettings(sql, owner, smallChain()), applySettings(sql, owner, smallChain())]);
    expect(both.map((changes) => changes.length > 0).sort()).toEqual([false, true]);
  });
});
