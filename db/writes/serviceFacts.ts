import {
  answerFields,
  checkFields,
  type ObservationFact,
  observationFields,
  requestFields,
  type ServiceRequestFact,
  type StandardsCheckFact,
  type SurveyAnswerFact,
} from '../reads/standingService.ts';
import type { Sql } from '../sql/port.ts';
import { columnTypes, rowOf } from './factRows.ts';
import { upsertOf } from './facts.ts';

const key = ['store_id', 'id'];
const sent = ['storeId', 'id', 'deviceId'];

const observations = upsertOf(
  'observations',
  key,
  columnTypes(observationFields, { text: [...sent, 'process', 'criterion'], real: ['value'] }),
);

/** Puts observations in the place of those of the same store and id; so with the others below. */
export async function writeObservations(sql: Sql, facts: readonly ObservationFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql.upsertMany(
    observations,
    facts.map((fact) => rowOf(fact, observationFields)),
  );
}

const answers = upsertOf(
  'survey_answers',
  key,
  columnTypes(answerFields, { text: [...sent, 'survey', 'criterion', 'stage', 'comment'] }),
);

export async function writeSurveyAnswers(sql: Sql, facts: readonly SurveyAnswerFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql.upsertMany(
    answers,
    facts.map((fact) => rowOf(fact, answerFields)),
  );
}

const requests = upsertOf(
  'service_requests',
  key,
  columnTypes(requestFields, { text: [...sent, 'category', 'marks'] }),
);

export async function writeServiceRequests(sql: Sql, facts: readonly ServiceRequestFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql.upsertMany(
    requests,
    facts.map((fact) => rowOf(fact, requestFields)),
  );
}

const checks = upsertOf('standards_checks', key, columnTypes(checkFields, { text: [...sent, 'standard', 'items'] }));

export async function writeStandardsChecks(sql: Sql, facts: readonly StandardsCheckFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql.upsertMany(
    checks,
    facts.map((fact) => rowOf(fact, checkFields)),
  );
}
