import { makeSettingsCache } from '../settings/cache.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

const settingsOf = makeSettingsCache();

/** A function that needs the settings, offered to other threads without them: each thread keeps its own copy. */
export function withSettings<Args, Result>(
  work: (sql: Sql, scope: Scope, args: Args & { readonly settings: Settings }) => Promise<Result>,
): (sql: Sql, scope: Scope, args: Omit<Args, 'settings'>) => Promise<Result> {
  return async (sql, scope, args) => {
    const settings = await settingsOf(sql, scope);
    // Args without its settings, and the settings, are Args & { settings } again.
    return work(sql, scope, { ...args, settings } as unknown as Args & { readonly settings: Settings });
  };
}
