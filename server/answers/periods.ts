import { readPeriods } from '../../db/reads/funnel.ts';
import { readReportedPeriods } from '../../db/reads/reportedPeriods.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { ReadPeriods } from './funnel.ts';
import { settingsOf } from './settingsOf.ts';

/** `reported`: each date as it was when it ended; the contracts let no quarters and hours through. */
export function periodsOf(sql: Sql, scope: Scope, figures: 'restated' | 'reported'): ReadPeriods {
  return async (question) => {
    const settings = await settingsOf(sql, scope);
    const { by } = question;
    if (figures === 'restated' || by === '15m' || by === 'hour') {
      return readPeriods(sql, scope, { ...question, settings });
    }
    return readReportedPeriods(sql, scope, { ...question, by, settings });
  };
}
