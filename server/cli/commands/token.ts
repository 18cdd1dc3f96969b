import type { Command } from 'commander';
import { readTokens } from '../../../db/reads/tokens.ts';
import { isDate } from '../../../db/time/calendar.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import { createToken, revokeToken } from '../../../db/writes/tokens.ts';
import { cliScope, withDatabase } from '../database.ts';
import { type GrantOptions, grantsText, readGrants, withGrantOptions } from '../grants.ts';
import { print, table } from '../output.ts';

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Epoch ms of `90d`, `12h`, `30m`, a date or an RFC 3339 time. */
export function readExpiry(text: string, now: number): number {
  const length = /^(\d+)([mhd])$/.exec(text);
  if (length) return now + Number(length[1]) * units[length[2] as keyof typeof units];
  const at = isDate(text) || /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw new AppError('invalid', `--expires "${text}": write 90d, 12h, a date or a time with its offset`);
  return at;
}

async function create(options: GrantOptions & { name: string; expires?: string }): Promise<void> {
  const expiresAt = options.expires === undefined ? null : readExpiry(options.expires, Date.now());
  await withDatabase(async (sql) => {
    const grants = await readGrants(sql, options);
    print((await createToken(sql, cliScope, { ...grants, name: options.name, expiresAt })).token);
  });
}

const day = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString().slice(0, 10));

async function list(): Promise<void> {
  const tokens = await withDatabase((sql) => readTokens(sql, cliScope, {}));
  const rows = tokens.map((token) => [
    token.id,
    token.name,
    grantsText(token),
    token.revokedAt === null ? `expires ${day(token.expiresAt)}` : `revoked ${day(token.revokedAt)}`,
    `used ${day(token.lastUsedAt)}`,
  ]);
  if (rows.length > 0) print(table(rows));
}

/** By its id, or by its name where only one that still holds has it. */
async function revoke(which: string): Promise<void> {
  await withDatabase(async (sql) => {
    const tokens = await readTokens(sql, cliScope, {});
    const named = tokens.filter((token) => token.name === which && token.revokedAt === null);
    if (named.length > 1)
      throw new AppError('conflict', `${named.length} tokens are called "${which}": give the id (token list)`);
    const found = tokens.find((token) => token.id === which) ?? named[0];
    if (found === undefined) throw new AppError('not_found', `there is no token "${which}"`);
    await revokeToken(sql, cliScope, { id: found.id });
    print(`token ${found.name}: revoked`);
  });
}

export function addToken(program: Command): void {
  const parent = program.command('token').description('bearer tokens of programs that use the API');
  withGrantOptions(parent.command('create'))
    .description('make a token; it is printed this once, alone on stdout')
    .requiredOption('--name <name>', 'what it is for')
    .option('--expires <when>', 'how long it holds: 90d, 12h, or until a date (default: until it is revoked)')
    .addHelpText(
      'after',
      '\nExample:\n  TOKEN=$(npm run --silent lintel -- token create --name report --role viewer --store arbat)',
    )
    .action(create);
  parent.command('list').description('all tokens, without themselves').action(list);
  parent.command('revoke').description('end a token for good').argument('<id or name>').action(revoke);
}
