import type { ServiceRequestFact } from '../../../db/reads/standingService.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Observation, ServiceRequest, StandardsCheck, SurveyAnswer } from '../../../db/vocabulary/event.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { noteServiceDates } from '../../../db/writes/serviceDays.ts';
import {
  writeObservations,
  writeServiceRequests,
  writeStandardsChecks,
  writeSurveyAnswers,
} from '../../../db/writes/serviceFacts.ts';

type Fact<Event> = Omit<Event, 'kind' | 'updatedAt'>;

/** What somebody measured, answered, asked and checked in a store; each with its instant. */
export interface SentService {
  readonly observations?: readonly Fact<Observation>[];
  readonly answers?: readonly Fact<SurveyAnswer>[];
  readonly requests?: readonly (Fact<ServiceRequest> & Pick<ServiceRequestFact, 'levels'>)[];
  readonly checks?: readonly Fact<StandardsCheck>[];
}

/** Writes facts as ingest would, and distrusts the dates that are over. */
export async function sendService(
  sql: Sql,
  { settings, storeId, now }: { settings: Settings; storeId: string; now: number },
  { observations = [], answers = [], requests = [], checks = [] }: SentService,
): Promise<void> {
  const store = settings.stores.get(storeId);
  if (store === undefined) throw new Error(`there is no store ${storeId}`);
  const sent = { storeId, deviceId: null, receivedAt: now, updatedAt: null };
  await sql.transaction(async (inside) => {
    await writeObservations(
      inside,
      observations.map((one) => ({ ...one, ...sent })),
    );
    await writeSurveyAnswers(
      inside,
      answers.map((one) => ({ ...one, ...sent })),
    );
    await writeServiceRequests(
      inside,
      requests.map((one) => ({ ...one, ...sent, marks: {} })),
    );
    await writeStandardsChecks(
      inside,
      checks.map((one) => ({ ...one, ...sent })),
    );
    const instants = [...observations, ...answers, ...checks].map(({ at }) => at);
    await noteServiceDates(inside, store, { instants, now });
  });
}

export function observed(id: string, at: number, value: number): Fact<Observation> {
  return { id, at, process: 'hotline', criterion: 'answer', value };
}

/** Of the net promoter survey. */
export function answered(id: string, at: number, score: number): Fact<SurveyAnswer> {
  return { id, at, survey: 'nps', score, criterion: null, stage: null, comment: null };
}

export function checked(id: string, at: number, passes: readonly boolean[]): Fact<StandardsCheck> {
  return { id, at, standard: 'visit', items: passes.map((passed, i) => ({ item: `i${i}`, passed })) };
}
