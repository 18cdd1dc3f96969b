import type { Sql } from '../sql/port.ts';
import type { Observation, ServiceRequest, StandardsCheck, SurveyAnswer } from '../vocabulary/event.ts';
import type { Marks } from './standingQueue.ts';
import { columnsAs, soughtIn, wantedRows } from './wanted.ts';

/** What every fact of service has beside what it says. */
interface Sent {
  readonly storeId: string;
  /** null: written by a person, or on the store's public page. */
  readonly deviceId: string | null;
  readonly receivedAt: number;
}

export interface ObservationFact extends Omit<Observation, 'kind'>, Sent {}
export interface SurveyAnswerFact extends Omit<SurveyAnswer, 'kind'>, Sent {}
export interface StandardsCheckFact extends Omit<StandardsCheck, 'kind'>, Sent {}

/** A request or complaint, put together of every message of its id. */
export interface ServiceRequestFact extends Omit<ServiceRequest, 'kind' | 'updatedAt'>, Sent {
  /** Every level that any message named: 1, 2 and 4 added. */
  readonly levels: number;
  readonly marks: Marks;
}

export interface ServiceKey {
  readonly storeId: string;
  readonly id: string;
}

const sentFields = ['storeId', 'id', 'deviceId', 'receivedAt'] as const;
export const observationFields = [...sentFields, 'at', 'process', 'criterion', 'value', 'updatedAt'] as const;
export const answerFields = [
  ...sentFields,
  'at',
  'survey',
  'score',
  'criterion',
  'stage',
  'comment',
  'updatedAt',
] as const;
export const requestFields = [
  ...sentFields,
  'openedAt',
  'answeredAt',
  'resolvedAt',
  'level',
  'levels',
  'category',
  'marks',
] as const;
export const checkFields = [...sentFields, 'at', 'standard', 'items', 'updatedAt'] as const;

interface Of {
  readonly table: 'observations' | 'survey_answers' | 'service_requests' | 'standards_checks';
  readonly fields: readonly string[];
}

async function findByKeys<Row>(sql: Sql, { table, fields }: Of, keys: readonly ServiceKey[]): Promise<Row[]> {
  if (keys.length === 0) return [];
  return sql.all(
    `with ${wantedRows(sql, { store_id: 'text', id: 'text' })}
    select ${columnsAs('f', fields)} from wanted cross join ${soughtIn(sql, table, {
      name: 'f',
      where: 'f.store_id = wanted.store_id and f.id = wanted.id',
    })}`,
    [JSON.stringify(keys.map(({ storeId, id }) => [storeId, id]))],
  );
}

/** The standing observations of the keys; those that are not there are left out. So with the others below. */
export function findObservations(sql: Sql, keys: readonly ServiceKey[]): Promise<ObservationFact[]> {
  return findByKeys(sql, { table: 'observations', fields: observationFields }, keys);
}

export function findSurveyAnswers(sql: Sql, keys: readonly ServiceKey[]): Promise<SurveyAnswerFact[]> {
  return findByKeys(sql, { table: 'survey_answers', fields: answerFields }, keys);
}

export async function findServiceRequests(sql: Sql, keys: readonly ServiceKey[]): Promise<ServiceRequestFact[]> {
  type Row = Omit<ServiceRequestFact, 'marks'> & { marks: string };
  const rows = await findByKeys<Row>(sql, { table: 'service_requests', fields: requestFields }, keys);
  return rows.map((row) => ({ ...row, marks: JSON.parse(row.marks) }));
}

export async function findStandardsChecks(sql: Sql, keys: readonly ServiceKey[]): Promise<StandardsCheckFact[]> {
  type Row = Omit<StandardsCheckFact, 'items'> & { items: string };
  const rows = await findByKeys<Row>(sql, { table: 'standards_checks', fields: checkFields }, keys);
  return rows.map((row) => ({ ...row, items: JSON.parse(row.items) }));
}
