import { type StandardOf, standardsOf } from '../rollup/zones.ts';
import { requireFormTime } from '../settings/formTime.ts';
import { requireStaff, requireStore } from '../settings/reach.ts';
import { clockOffset } from '../settings/senderClock.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Observation } from '../vocabulary/event.ts';
import { type ValueFault, valueFault } from '../vocabulary/observable.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { noteServiceDates } from './serviceDays.ts';

export type HandObservation = Pick<Observation, 'id' | 'at' | 'process' | 'criterion' | 'value'>;

export interface NewObservations {
  readonly settings: Settings;
  readonly storeId: string;
  readonly observations: readonly HandObservation[];
  /** What the clock of whoever sends them shows, epoch ms; null: it is taken to be right. */
  readonly sentAt: number | null;
  readonly now: number;
}

/** As many as somebody observes of one customer. */
const mostAudited = 20;

/**
 * Keeps what people observed, each once, however often it is sent: a phone that heard no answer sends all of it again. All or nothing.
 * Owners, regionals and managers; `conflict` where an id has another value, `invalid` where a new one cannot be by its standard's unit.
 */
export async function saveObservations(
  sql: Sql,
  scope: Scope,
  { settings, storeId, observations, sentAt, now }: NewObservations,
): Promise<{ readonly kept: number; readonly known: number }> {
  requireStaff(scope, 'write down what you observed');
  const store = requireStore(scope, settings, storeId);
  const off = clockOffset(sentAt, now);
  const ours = observations.map((one) => ({ ...one, at: one.at + off }));
  for (const { at } of ours) requireFormTime(at, now);
  const standardOf = standardsOf(settings.standards);
  return sql.transaction(async (inside) => {
    const fresh: HandObservation[] = [];
    for (const one of ours) if (await insert(inside, { storeId, one, now })) fresh.push(one);
    for (const one of fresh) requirePossible(standardOf, one);
    if (fresh.length > 0) {
      await noteServiceDates(inside, store, { instants: fresh.map(({ at }) => at), now });
      const subject = `observations by hand of store ${storeId}`;
      await appendAudit(inside, scope, { action: 'added', subject, after: auditText(fresh) });
    }
    return { kept: fresh.length, known: ours.length - fresh.length };
  });
}

const allowed: Readonly<Record<ValueFault, string>> = {
  belowZero: 'it is never below 0: write 0 or more',
  aboveHundred: 'a share is never above 100 %: write 0 to 100',
  notYesOrNo: 'it is 1 for yes or 0 for no: write one of them',
};

/** What has no standard is kept as it is: nobody knows its unit. Called for new ones only, so that what is kept can be sent again. */
function requirePossible(standardOf: StandardOf, { process, criterion, value }: HandObservation): void {
  const standard = standardOf(process, criterion);
  const fault = standard === undefined ? null : valueFault(standard, value);
  if (standard === undefined || fault === null) return;
  const name = standard.criterionName ?? criterion;
  throw new AppError('invalid', `"${name}" cannot be ${value}: ${allowed[fault]}, or leave it out, and send it again.`);
}

/** A list that a program sent is told by its ends: the values are kept as facts. */
function auditText(fresh: readonly HandObservation[]): string {
  if (fresh.length <= mostAudited) return JSON.stringify(fresh);
  return JSON.stringify({ observations: fresh.length, first: fresh[0], last: fresh.at(-1) });
}

interface Kept {
  readonly storeId: string;
  readonly one: HandObservation;
  readonly now: number;
}

/** Times are not compared: each sending may have been moved by another error of the phone's clock. */
async function insert(sql: Sql, { storeId, one, now }: Kept): Promise<boolean> {
  const { id, at, process, criterion, value } = one;
  const changed = await sql.run(
    `insert into observations (store_id, id, device_id, at, process, criterion, value, updated_at, received_at)
    values (?, ?, null, ?, ?, ?, ?, null, ?) on conflict (store_id, id) do nothing`,
    [storeId, id, at, process, criterion, value, now],
  );
  if (changed > 0) return true;
  const same = await sql.all(
    'select 1 as one from observations where store_id = ? and id = ? and process = ? and criterion = ? and value = ?',
    [storeId, id, process, criterion, value],
  );
  if (same.length > 0) return false;
  throw new AppError('conflict', `An observation "${id}" is kept already with another value: send this one anew.`);
}
