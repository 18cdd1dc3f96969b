import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Command } from 'commander';
import { readUsers } from '../../../db/reads/people.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { authSchema } from '../../../db/threads/authDatabase.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import { saveMembership } from '../../../db/writes/people.ts';
import { createPerson, openPeople, type People } from '../../auth/people.ts';
import { cliScope, withDatabase } from '../database.ts';
import { type GrantOptions, grantsText, readGrants, withGrantOptions } from '../grants.ts';
import { note, print, table } from '../output.ts';

const shortest = 8;

/** better-auth over this connection; nothing is signed here, so the secret may be any. */
export function peopleOver(sql: Sql): People {
  return openPeople({
    database: drizzleAdapter(sql.orm, { provider: 'sqlite', schema: authSchema }),
    secret: randomBytes(32).toString('hex'),
    publicUrl: null,
  });
}

/** What was given, else what is typed on a terminal; without either a new one, printed. */
async function choosePassword(given: string | undefined): Promise<string> {
  const typed = given ?? (process.stdin.isTTY ? await ask('New password (empty: make one): ') : '');
  if (typed === '') {
    const made = randomBytes(12).toString('base64url');
    print(`password: ${made}`);
    return made;
  }
  if (typed.length < shortest) throw new AppError('invalid', `a password needs at least ${shortest} letters`);
  return typed;
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

interface UserOptions extends GrantOptions {
  readonly email: string;
  readonly name: string;
  readonly password?: string;
}

/** Before a password is asked for or made, which would be of no use. */
async function refuseTaken(people: People, email: string): Promise<void> {
  const found = await (await people.$context).internalAdapter.findUserByEmail(email.toLowerCase());
  if (found !== null) throw new AppError('conflict', `somebody already signs in as ${email}`);
}

async function create(options: UserOptions): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(options.email))
    throw new AppError('invalid', `"${options.email}" is not an e-mail address`);
  await withDatabase(async (sql) => {
    const grants = await readGrants(sql, options);
    const people = peopleOver(sql);
    await refuseTaken(people, options.email);
    const userId = await createPerson(people, { ...options, password: await choosePassword(options.password) });
    await saveMembership(sql, cliScope, { userId, ...grants });
    note(`${options.email} may sign in as ${grantsText(grants)}`);
  });
}

async function setPassword(options: { email: string; password?: string }): Promise<void> {
  await withDatabase(async (sql) => {
    const context = await peopleOver(sql).$context;
    const found = await context.internalAdapter.findUserByEmail(options.email.toLowerCase());
    if (found === null) throw new AppError('not_found', `nobody signs in as ${options.email}`);
    const hash = await context.password.hash(await choosePassword(options.password));
    await context.internalAdapter.updatePassword(found.user.id, hash);
    // Whoever knew the old one is signed out.
    await context.internalAdapter.deleteUserSessions(found.user.id);
    note(`${options.email} has a new password and is signed out everywhere`);
  });
}

async function list(): Promise<void> {
  const people = await withDatabase((sql) => readUsers(sql, cliScope, {}));
  if (people.length > 0) print(table(people.map((person) => [person.email, person.name, grantsText(person)])));
}

export function addUser(program: Command): void {
  const parent = program.command('user').description('people who sign in to the dashboard');
  withGrantOptions(parent.command('create'))
    .description('make an account; without --password it is asked for, or made and printed')
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'what they are called')
    .option('--password <password>', 'at least 8 letters')
    .addHelpText(
      'after',
      '\nExample:\n  lintel user create --email anna@example.com --name Anna --role manager --store arbat',
    )
    .action(create);
  parent
    .command('password')
    .description('set a new password; sessions of the old one end')
    .requiredOption('--email <address>', 'whose')
    .option('--password <password>', 'at least 8 letters (default: asked for, or made and printed)')
    .addHelpText('after', '\nExample:\n  lintel user password --email anna@example.com')
    .action(setPassword);
  parent.command('list').description('everybody who can sign in').action(list);
}
