import {
  findObservations,
  findServiceRequests,
  findStandardsChecks,
  findSurveyAnswers,
  type ObservationFact,
  type ServiceKey,
  type ServiceRequestFact,
  type StandardsCheckFact,
  type SurveyAnswerFact,
} from '../../db/reads/standingService.ts';
import type { Sql } from '../../db/sql/port.ts';
import type {
  Observation,
  ServiceEvent,
  ServiceRequest,
  StandardsCheck,
  SurveyAnswer,
} from '../../db/vocabulary/event.ts';
import {
  writeObservations,
  writeServiceRequests,
  writeStandardsChecks,
  writeSurveyAnswers,
} from '../../db/writes/serviceFacts.ts';
import type { Arrival, Batch } from './batch.ts';
import { type MergedKind, marksOf, mergeFacts } from './fieldMerge.ts';
import { noteServiceReport, noteStaleInstants } from './serviceReports.ts';
import { type Weighed, weighFacts } from './weighing.ts';

type Dated = ServiceKey & { readonly at: number; readonly updatedAt: number | null; readonly receivedAt: number };

/** One kind of fact that a message replaces whole. */
interface Kind<Of extends Dated, Event extends ServiceEvent> {
  readonly weighed: Weighed<Of, string>;
  factOf(arrival: Arrival<Event>): Of;
  find(sql: Sql, keys: readonly ServiceKey[]): Promise<Of[]>;
  write(sql: Sql, facts: readonly Of[]): Promise<void>;
}

function keyText({ storeId, id }: ServiceKey): string {
  return JSON.stringify([storeId, id]);
}

function sent({ store, device, receivedAt }: Arrival<ServiceEvent>): {
  storeId: string;
  deviceId: string;
  receivedAt: number;
} {
  return { storeId: store.id, deviceId: device.id, receivedAt };
}

const observations: Kind<ObservationFact, Observation> = {
  weighed: {
    kind: 'observation',
    keyOf: keyText,
    gravestone: ({ storeId, id }) => [storeId, id],
    contentText: ({ at, process, criterion, value }) => JSON.stringify([at, process, criterion, value]),
  },
  factOf: (arrival) => {
    const { kind: _, ...said } = arrival.event;
    return { ...said, ...sent(arrival) };
  },
  find: findObservations,
  write: writeObservations,
};

const answers: Kind<SurveyAnswerFact, SurveyAnswer> = {
  weighed: {
    kind: 'survey',
    keyOf: keyText,
    gravestone: ({ storeId, id }) => [storeId, id],
    contentText: ({ at, survey, score, criterion, stage, comment }) =>
      JSON.stringify([at, survey, score, criterion, stage, comment]),
  },
  factOf: (arrival) => {
    const { kind: _, ...said } = arrival.event;
    return { ...said, ...sent(arrival) };
  },
  find: findSurveyAnswers,
  write: writeSurveyAnswers,
};

const checks: Kind<StandardsCheckFact, StandardsCheck> = {
  weighed: {
    kind: 'check',
    keyOf: keyText,
    gravestone: ({ storeId, id }) => [storeId, id],
    contentText: ({ at, standard, items }) =>
      JSON.stringify([at, standard, items.map(({ item, passed }) => [item, passed])]),
  },
  factOf: (arrival) => {
    const { kind: _, ...said } = arrival.event;
    return { ...said, ...sent(arrival) };
  },
  find: findStandardsChecks,
  write: writeStandardsChecks,
};

/** Stores observations, each weighed against the standing one of its store and id. */
export function storeObservations(batch: Batch, arrivals: readonly Arrival<Observation>[]): Promise<void> {
  return storeWhole(batch, observations, arrivals);
}

/** The same for answers to surveys. */
export function storeSurveyAnswers(batch: Batch, arrivals: readonly Arrival<SurveyAnswer>[]): Promise<void> {
  return storeWhole(batch, answers, arrivals);
}

/** The same for mystery visits and audits. */
export function storeStandardsChecks(batch: Batch, arrivals: readonly Arrival<StandardsCheck>[]): Promise<void> {
  return storeWhole(batch, checks, arrivals);
}

async function storeWhole<Of extends Dated, Event extends ServiceEvent>(
  batch: Batch,
  { weighed, factOf, find, write }: Kind<Of, Event>,
  arrivals: readonly Arrival<Event>[],
): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: factOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [keyText(fact), fact])).values()];
  const before = new Map((await find(batch.sql, keys)).map((fact) => [keyText(fact), fact]));
  const after = await weighFacts(batch, weighed, { arriving, before });
  const changed = [...after].filter(([key, fact]) => fact !== before.get(key)).map(([, fact]) => fact);
  await write(batch.sql, changed);
  for (const is of changed) {
    noteStaleInstants(batch, is.storeId, [is.at]);
    const was = before.get(keyText(is));
    if (was !== undefined) noteStaleInstants(batch, was.storeId, [was.at]);
  }
  for (const { fact, arrival } of arriving) {
    noteServiceReport(batch, { deviceId: arrival.device.id, at: fact.at, lengthMs: null });
  }
}

const requestFields = ['openedAt', 'answeredAt', 'resolvedAt', 'level', 'category'] as const;

const mergedRequests: MergedKind<ServiceRequestFact> = {
  kind: 'request',
  fields: requestFields,
  keyOf: keyText,
  gravestone: ({ storeId, id }) => [storeId, id],
  withRest(standing, arriving) {
    const deviceId = (standing.deviceId ?? '') < (arriving.deviceId ?? '') ? standing.deviceId : arriving.deviceId;
    const receivedAt = Math.min(standing.receivedAt, arriving.receivedAt);
    const levels = standing.levels | arriving.levels;
    const isSame = deviceId === standing.deviceId && receivedAt === standing.receivedAt && levels === standing.levels;
    return isSame ? standing : { ...standing, deviceId, receivedAt, levels };
  },
};

/** Stores requests and complaints, put together field by field of all messages of an id. Their figures are read from these facts. */
export async function storeServiceRequests(batch: Batch, arrivals: readonly Arrival<ServiceRequest>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: requestOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [keyText(fact), fact])).values()];
  const before = new Map((await findServiceRequests(batch.sql, keys)).map((fact) => [keyText(fact), fact]));
  const after = await mergeFacts(batch, mergedRequests, { arriving, before });
  const changed = [...after].filter(([key, fact]) => fact !== before.get(key)).map(([, fact]) => fact);
  await writeServiceRequests(batch.sql, changed);
  for (const { event, device } of arrivals) {
    const at = Math.max(event.openedAt ?? 0, event.answeredAt ?? 0, event.resolvedAt ?? 0);
    if (at > 0) noteServiceReport(batch, { deviceId: device.id, at, lengthMs: null });
  }
}

function requestOf(arrival: Arrival<ServiceRequest>): ServiceRequestFact {
  const { kind: _, updatedAt, ...request } = arrival.event;
  const levels = request.level === null ? 0 : 1 << (request.level - 1);
  const marks = marksOf(request, requestFields, [updatedAt, arrival.receivedAt]);
  return { ...request, ...sent(arrival), levels, marks };
}
