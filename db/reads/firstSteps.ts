import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** What a new owner has done already. */
export interface FirstSteps {
  readonly counter: boolean;
  readonly counted: boolean;
  readonly till: boolean;
  readonly sold: boolean;
  readonly people: boolean;
}

async function hasAny(sql: Sql, query: string): Promise<boolean> {
  return (await sql.all(`${query} limit 1`)).length > 0;
}

/** How far a new owner is; theirs to see. */
export async function readFirstSteps(
  sql: Sql,
  scope: Scope,
  { settings }: { readonly settings: Settings },
): Promise<FirstSteps> {
  requireOwner(scope, 'see the first steps');
  const devices = [...settings.devices.values()].filter(({ removedAt }) => removedAt === null);
  return {
    counter: devices.some(({ measures }) => measures.includes('entries')),
    counted: await hasAny(sql, 'select 1 as one from quarter_counts'),
    till: devices.some(({ measures }) => measures.includes('sales')),
    sold: await hasAny(sql, 'select 1 as one from quarter_sales'),
    people: await hasAny(sql, 'select 1 as one from memberships where (select count(*) from memberships) > 1'),
  };
}
