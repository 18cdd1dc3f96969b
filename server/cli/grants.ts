import { type Command, Option } from 'commander';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Grants } from '../../db/reads/tokens.ts';
import type { Sql } from '../../db/sql/port.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { type Role, roles } from '../../db/vocabulary/scope.ts';
import { cliScope } from './database.ts';

export interface GrantOptions {
  readonly role: Role;
  readonly store: string[];
  readonly region: string[];
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function withGrantOptions(command: Command): Command {
  return command
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .option('--store <id>', 'a store it may see; may be given several times', collect, [])
    .option('--region <id>', 'a region it may see; may be given several times', collect, []);
}

/** What the options grant; throws AppError `invalid` where they make no sense together, `not_found` for unknown places. */
export async function readGrants(sql: Sql, { role, store, region }: GrantOptions): Promise<Grants> {
  if (role === 'owner' && store.length + region.length > 0) {
    throw new AppError('invalid', 'an owner sees everything: leave --store and --region out');
  }
  if (role !== 'owner' && store.length + region.length === 0) {
    throw new AppError('invalid', `a ${role} needs at least one --store or --region`);
  }
  const settings = await loadSettings(sql, cliScope);
  for (const id of store) if (!settings.stores.has(id)) throw new AppError('not_found', `there is no store "${id}"`);
  for (const id of region) {
    if (!settings.regions.some((known) => known.id === id))
      throw new AppError('not_found', `there is no region "${id}"`);
  }
  return { role, storeIds: store, regionIds: region };
}

/** `viewer: arbat, region north`. */
export function grantsText({ role, storeIds, regionIds }: Omit<Grants, 'role'> & { role: Role | null }): string {
  const places = [...storeIds, ...regionIds.map((id) => `region ${id}`)];
  return places.length === 0 ? (role ?? 'nothing') : `${role}: ${places.join(', ')}`;
}
