import { expect, it } from 'vitest';
import { readAudit } from '../../db/reads/audit.ts';
import { authenticateClient } from '../../db/reads/credentials.ts';
import { readGrants, readUsers } from '../../db/reads/people.ts';
import { readSetup } from '../../db/reads/setup.ts';
import { readSources } from '../../db/reads/sources.ts';
import { findToken, readTokens } from '../../db/reads/tokens.ts';
import { hashToken } from '../../db/secrets/secret.ts';
import type { Sql } from '../../db/sql/port.ts';
import { user } from '../../db/tables/sqlite.ts';
import { claimOwnership, saveMembership, saveSetupCode } from '../../db/writes/people.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { createToken, noteTokenUse, revokeToken } from '../../db/writes/tokens.ts';
import { manager, owner, regional, smallChain, viewer } from './chain.ts';
import { describeOnBothDialects } from './dialects.ts';

const wish = { name: 'till export', role: 'manager', storeIds: ['arbat'], regionIds: [], expiresAt: null } as const;
const nobody = { storeIds: [], regionIds: [] };

async function addPerson(sql: Sql, id: string): Promise<void> {
  const at = new Date(1000);
  await sql.orm
    .insert(user)
    .values({ id, name: id, email: `${id}@example.com`, emailVerified: true, createdAt: at, updatedAt: at });
}

describeOnBothDialects('access', (open) => {
  it('by token: it is shown once, kept as its hash, found by it, and revoked for good', async () => {
    const sql = await open();
    const { id, token } = await createToken(sql, owner, wish);
    expect(token).toMatch(/^lintel_[\w-]{43}$/);
    expect(JSON.stringify(await sql.all('select * from tokens'))).not.toContain(token);
    const known = await findToken(sql, owner, { hash: hashToken(token) });
    expect(known).toMatchObject({ id, role: 'manager', storeIds: ['arbat'], revokedAt: null, lastUsedAt: null });
    await noteTokenUse(sql, owner, { id, at: 5000 });
    await revokeToken(sql, owner, { id });
    await revokeToken(sql, owner, { id });
    expect((await readTokens(sql, owner, {}))[0]).toMatchObject({
      name: 'till export',
      lastUsedAt: 5000,
      revokedAt: expect.any(Number),
    });
    expect(await findToken(sql, owner, { hash: hashToken('lintel_wrong') })).toBeNull();
    await expect(revokeToken(sql, owner, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await readAudit(sql, owner, {})).lines.map((line) => line.action)).toEqual(['revoked', 'added']);
  });

  it('is the owner’s alone to see and to give', async () => {
    const sql = await open();
    await addPerson(sql, 'olga');
    for (const scope of [regional, manager, viewer]) {
      const tries = [
        createToken(sql, scope, wish),
        readTokens(sql, scope, {}),
        readUsers(sql, scope, {}),
        readAudit(sql, scope, {}),
        readSources(sql, scope),
        saveMembership(sql, scope, { userId: 'olga', role: 'owner', ...nobody }),
        claimOwnership(sql, scope, { userId: 'olga' }),
        authenticateClient(sql, scope, { username: 'cam-1', secret: 'x' }),
      ];
      for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await readTokens(sql, owner, {})).toEqual([]);
  });

  it('of people is what was last said of them', async () => {
    const sql = await open();
    await addPerson(sql, 'olga');
    await addPerson(sql, 'anna');
    expect(await readGrants(sql, owner, { userId: 'olga' })).toBeNull();
    await saveMembership(sql, owner, { userId: 'olga', role: 'viewer', ...nobody });
    await saveMembership(sql, owner, { userId: 'olga', role: 'regional', storeIds: [], regionIds: ['north'] });
    expect(await readGrants(sql, owner, { userId: 'olga' })).toEqual({
      role: 'regional',
      storeIds: [],
      regionIds: ['north'],
    });
    expect(await readUsers(sql, owner, {})).toEqual([
      { id: 'anna', name: 'anna', email: 'anna@example.com', role: null, ...nobody },
      { id: 'olga', name: 'olga', email: 'olga@example.com', role: 'regional', storeIds: [], regionIds: ['north'] },
    ]);
  });

  it('never leaves the chain without an owner', async () => {
    const sql = await open();
    await addPerson(sql, 'olga');
    await addPerson(sql, 'anna');
    await claimOwnership(sql, owner, { userId: 'olga' });
    const step = { userId: 'olga', role: 'viewer', ...nobody } as const;
    await expect(saveMembership(sql, owner, step)).rejects.toMatchObject({ code: 'conflict' });
    await saveMembership(sql, owner, { userId: 'anna', role: 'owner', ...nobody });
    await saveMembership(sql, owner, step);
    expect((await readGrants(sql, owner, { userId: 'olga' }))?.role).toBe('viewer');
  });

  it('is opened to one first owner, also when two set up at the same time', async () => {
    const sql = await open();
    await saveSetupCode(sql, owner, { hash: 'abc' });
    expect(await readSetup(sql, owner, {})).toEqual({ hasOwner: false, codeHash: 'abc' });
    await addPerson(sql, 'olga');
    await addPerson(sql, 'anna');
    const claims = await Promise.allSettled(['olga', 'anna'].map((userId) => claimOwnership(sql, owner, { userId })));
    expect(claims.map((claim) => claim.status).sort()).toEqual(['fulfilled', 'rejected']);
    const people = await readUsers(sql, owner, {});
    expect(people.map((person) => person.role)).toEqual(['owner']);
    expect(await readSetup(sql, owner, {})).toEqual({ hasOwner: true, codeHash: null });
  });

  it('of devices and MQTT clients is by user name and secret', async () => {
    const sql = await open();
    const changes = await applySettings(sql, owner, {
      ...smallChain(),
      mqttClients: [
        { id: 'gate', kind: 'gateway', storeId: 'arbat', filters: [], secret: 'chosen by hand' },
        { id: 'report', kind: 'reader', storeId: null, filters: ['lintel/#'], secret: 'also chosen' },
      ],
    });
    const made = changes.find((change) => change.subject === 'device cam-1')?.secret ?? '';
    const who = (username: string, secret: string) => authenticateClient(sql, owner, { username, secret });
    const cam = { kind: 'device', id: 'cam-1', storeId: 'arbat', topics: [], address: null };
    expect(await who('cam-1', made)).toEqual(cam);
    expect(await who('gate', 'chosen by hand')).toMatchObject({ kind: 'gateway', id: 'gate', storeId: 'arbat' });
    expect(await who('report', 'also chosen')).toEqual({ kind: 'reader', id: 'report', filters: ['lintel/#'] });
    expect([await who('cam-1', 'wrong'), await who('gate', made), await who('nobody', made)]).toEqual([
      null,
      null,
      null,
    ]);
    await applySettings(sql, owner, { devices: [{ ...smallChain().devices![0]!, secret: 'a new one' }] });
    expect(await who('cam-1', made)).toBeNull();
  });
});
