import { readSettingsSince } from '../reads/settings.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** The settings of the moment; the same object as long as nothing has changed, in whatever process. */
export type SettingsCache = (sql: Sql, scope: Scope) => Promise<Settings>;

/** Asks for the version each time (one row by its key) and loads the settings only when it has grown. */
export function makeSettingsCache(): SettingsCache {
  let kept: Settings | undefined;
  return async (sql, scope) => {
    const newer = await readSettingsSince(sql, scope, { version: kept?.version ?? -1 });
    if (newer !== null) kept = newer;
    return kept as Settings;
  };
}
