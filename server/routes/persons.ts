import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Person } from '../../db/reads/people.ts';
import { hashToken } from '../../db/secrets/secret.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { freshPasswordLink, setPassword, unknownPassword } from '../auth/passwords.ts';
import { createPerson } from '../auth/people.ts';
import {
  done,
  idParam,
  newPerson,
  passwordBody,
  passwordLink,
  passwordSet,
  personBody,
  personChange,
  personLine,
  personList,
} from '../contracts/access.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';
import { grantsOf } from './grants.ts';

function personAnswer({ storeIds, regionIds, ...person }: Person): z.infer<typeof personLine> {
  return { ...person, stores: [...storeIds], regions: [...regionIds] };
}

async function personOf({ db }: Services, c: Context<ApiEnv>, id: string): Promise<Person> {
  const person = (await db.reads.readUsers(scopeOf(c), {})).find((one) => one.id === id);
  if (person === undefined) throw new AppError('not_found', `There is no person "${id}".`);
  return person;
}

async function makeLink(
  { db, now }: Services,
  c: Context<ApiEnv>,
  userId: string,
): Promise<z.infer<typeof passwordLink>> {
  const { path, hash, expiresAt } = freshPasswordLink(now());
  await db.writes.savePasswordLink(scopeOf(c), { userId, hash, expiresAt });
  return { path, expiresAt: new Date(expiresAt).toISOString() };
}

/** People who can sign in, as an owner sees and changes them. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of routes
export function personRoutes(services: Services): Hono<ApiEnv> {
  const { db, settings, allow, people, forgetCallers } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/users',
      describe({ summary: 'Everybody who can sign in', tag: 'access', access: 'owner', answer: personList }),
      allow('owner'),
      async (c) => c.json({ users: (await db.reads.readUsers(scopeOf(c), {})).map(personAnswer) }),
    )
    .post(
      '/api/v1/users',
      describe({ summary: 'Adds a person', tag: 'access', access: 'owner', status: 201, answer: newPerson }),
      allow('owner'),
      take('json', personBody),
      async (c) => {
        const { name, email, password, ...written } = c.req.valid('json');
        const grants = grantsOf(written, settings.current);
        const id = await createPerson(people, { name, email, password: password ?? unknownPassword() });
        await db.writes.saveMembership(scopeOf(c), { userId: id, ...grants });
        return c.json(password === undefined ? { id, link: await makeLink(services, c, id) } : { id }, 201);
      },
    )
    .put(
      '/api/v1/users/:id',
      describe({
        summary: 'Changes a person’s name, role and stores',
        tag: 'access',
        access: 'owner',
        answer: personLine,
      }),
      allow('owner'),
      take('param', idParam),
      take('json', personChange),
      async (c) => {
        const { id: userId } = c.req.valid('param');
        const { name, ...written } = c.req.valid('json');
        const grants = grantsOf(written, settings.current);
        await db.writes.renamePerson(scopeOf(c), { userId, name });
        await db.writes.saveMembership(scopeOf(c), { userId, ...grants });
        forgetCallers();
        return c.json(personAnswer({ ...(await personOf(services, c, userId)) }));
      },
    )
    .delete(
      '/api/v1/users/:id',
      describe({ summary: 'Takes a person’s access away', tag: 'access', access: 'owner', answer: done }),
      allow('owner'),
      take('param', idParam),
      async (c) => {
        await db.writes.removePerson(scopeOf(c), { userId: c.req.valid('param').id });
        forgetCallers();
        return c.json({ done: true as const });
      },
    )
    .post(
      '/api/v1/users/:id/password-link',
      describe({
        summary: 'Makes a link by which a person chooses a new password, once, within 48 hours',
        tag: 'access',
        access: 'owner',
        status: 201,
        answer: passwordLink,
      }),
      allow('owner'),
      take('param', idParam),
      async (c) => c.json(await makeLink(services, c, c.req.valid('param').id), 201),
    )
    .post(
      '/api/v1/password',
      describe({
        summary: 'Chooses a new password by a link; whoever knew the old one is signed out',
        tag: 'access',
        access: 'none',
        answer: passwordSet,
      }),
      take('json', passwordBody),
      async (c) => {
        const { code, password } = c.req.valid('json');
        const house = systemScope('system');
        const taken = await db.writes.takePasswordLink(house, { hash: hashToken(code), now: services.now() });
        if (taken === null)
          throw new AppError('forbidden', 'This link was used or has expired; ask an owner for a new one.');
        const email = await setPassword(people, taken.userId, password);
        await db.writes.notePasswordChange(systemScope(`user:${taken.userId}`), taken);
        forgetCallers();
        return c.json({ email });
      },
    );
}
