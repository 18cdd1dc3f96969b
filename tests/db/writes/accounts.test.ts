import { expect, test } from 'vitest';
import { readUsers } from '../../../db/reads/people.ts';
import { readPreferences } from '../../../db/reads/preferences.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { account, session, user } from '../../../db/tables/sqlite.ts';
import { noPreferences } from '../../../db/vocabulary/preferences.ts';
import {
  notePasswordChange,
  removePerson,
  renamePerson,
  savePasswordLink,
  takePasswordLink,
} from '../../../db/writes/accounts.ts';
import { saveMembership } from '../../../db/writes/people.ts';
import { savePreferences } from '../../../db/writes/preferences.ts';
import { manager, owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

async function addPerson(sql: Sql, id: string, role: 'owner' | 'viewer'): Promise<void> {
  const now = new Date();
  const person = { id, name: id, email: `${id}@example.com`, emailVerified: true, createdAt: now, updatedAt: now };
  await sql.orm.insert(user).values(person);
  await saveMembership(sql, owner, { userId: id, role, storeIds: [], regionIds: [] });
}

/** As better-auth keeps a person who has a password and is signed in. */
async function signIn(sql: Sql, userId: string): Promise<void> {
  const now = new Date();
  const kept = { id: `of-${userId}`, userId, createdAt: now, updatedAt: now };
  await sql.orm.insert(account).values({ ...kept, accountId: userId, providerId: 'credential', password: 'hashed' });
  await sql.orm.insert(session).values({ ...kept, token: 'a', expiresAt: new Date(now.getTime() + 60_000) });
}

async function names(sql: Sql): Promise<string[]> {
  return (await readUsers(sql, owner, {})).map(({ name }) => name);
}

const log = (sql: Sql): Promise<unknown[]> =>
  sql.all("select action, subject from audit_log where subject like '%boris%' order by id");

describeOnBothDialects('a person’s account', (open) => {
  test('is taken away with all that was theirs, but never the last owner’s', async () => {
    const sql = await open();
    await addPerson(sql, 'anna', 'owner');
    await addPerson(sql, 'boris', 'viewer');
    const boris = { ...manager, actor: 'user:boris' };
    await savePreferences(sql, boris, { ...noPreferences, theme: 'dark' });
    await savePasswordLink(sql, owner, { userId: 'boris', hash: 'a', expiresAt: 2000 });
    await expect(removePerson(sql, manager, { userId: 'boris' })).rejects.toMatchObject({ code: 'forbidden' });
    await signIn(sql, 'boris');
    await removePerson(sql, owner, { userId: 'boris' });
    expect(await names(sql)).toEqual(['anna']);
    expect([await sql.orm.select().from(session), await sql.orm.select().from(account)]).toEqual([[], []]);
    expect(await readPreferences(sql, boris, {})).toEqual(noPreferences);
    expect(await takePasswordLink(sql, owner, { hash: 'a', now: 1000 })).toBeNull();
    await expect(removePerson(sql, owner, { userId: 'anna' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(removePerson(sql, owner, { userId: 'boris' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await log(sql)).at(-1)).toEqual({ action: 'removed', subject: 'person boris@example.com' });
  });

  test('is named anew by an owner and by whose it is, and by nobody else', async () => {
    const sql = await open();
    await addPerson(sql, 'anna', 'owner');
    await addPerson(sql, 'boris', 'viewer');
    await expect(renamePerson(sql, manager, { userId: 'boris', name: 'Bob' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await renamePerson(sql, { ...manager, actor: 'user:boris' }, { userId: 'boris', name: 'Borís' });
    await renamePerson(sql, owner, { userId: 'anna', name: 'Anna' });
    await renamePerson(sql, owner, { userId: 'anna', name: 'Anna' });
    expect(await names(sql)).toEqual(['Anna', 'Borís']);
    expect(await sql.all("select id from audit_log where subject = 'person anna@example.com'")).toHaveLength(2);
    await notePasswordChange(sql, owner, { userId: 'boris' });
    expect(await log(sql)).toEqual([
      { action: 'added', subject: 'person boris@example.com' },
      { action: 'changed', subject: 'person boris@example.com' },
      { action: 'changed', subject: 'person boris@example.com' },
    ]);
  });

  test('takes a new password by the link made last, once, and not after its time', async () => {
    const sql = await open();
    await addPerson(sql, 'boris', 'viewer');
    await savePasswordLink(sql, owner, { userId: 'boris', hash: 'first', expiresAt: 2000 });
    await savePasswordLink(sql, owner, { userId: 'boris', hash: 'second', expiresAt: 2000 });
    expect(await takePasswordLink(sql, owner, { hash: 'first', now: 1000 })).toBeNull();
    expect(await takePasswordLink(sql, owner, { hash: 'second', now: 1000 })).toEqual({ userId: 'boris' });
    expect(await takePasswordLink(sql, owner, { hash: 'second', now: 1000 })).toBeNull();
    await savePasswordLink(sql, owner, { userId: 'boris', hash: 'third', expiresAt: 2000 });
    expect(await takePasswordLink(sql, owner, { hash: 'third', now: 2000 })).toBeNull();
    await savePasswordLink(sql, owner, { userId: 'boris', hash: 'fourth', expiresAt: 2000 });
    expect(await takePasswordLink(sql, owner, { hash: 'fourth', now: 1999 })).toEqual({ userId: 'boris' });
  });

  test('has links made by owners alone, and the log says of them until when they last, never their code', async () => {
    const sql = await open();
    await addPerson(sql, 'boris', 'viewer');
    const link = { userId: 'boris', hash: 'secret-hash', expiresAt: Date.parse('2026-03-03T00:00:00Z') };
    await expect(savePasswordLink(sql, manager, link)).rejects.toMatchObject({ code: 'forbidden' });
    await savePasswordLink(sql, owner, link);
    const taken = { hash: 'secret-hash', now: 0 };
    await expect(takePasswordLink(sql, manager, taken)).rejects.toMatchObject({ code: 'forbidden' });
    const lines = await sql.all<{ after: string }>(
      "select after from audit_log where subject = 'password link of person boris@example.com'",
    );
    expect(lines).toEqual([{ after: '{"expiresAt":"2026-03-03T00:00:00.000Z"}' }]);
    expect(await takePasswordLink(sql, owner, taken)).toEqual({ userId: 'boris' });
  });
});
