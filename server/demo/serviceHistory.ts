import { minuteMs } from '../../db/time/calendar.ts';
import type { DemoPlace } from './demand.ts';
import type { Stretch } from './people.ts';
import { poisson, randomFor } from './random.ts';
import { checkItems } from './serviceChecks.ts';
import { requestItems } from './serviceRequests.ts';
import { observationItem } from './serviceValues.ts';
import { answerItems } from './serviceVoices.ts';

type Item = Readonly<Record<string, unknown>>;

const hourMs = 60 * minuteMs;
/** In an hour of a shop that is open. */
const perHour = { observations: 0.9, answers: 0.6, requests: 0.08 } as const;

/** What a shop's smiley terminal, help desk and audits send about a stretch: always the same for the same stretch. */
export function serviceItems(place: DemoPlace, { startAt, endAt }: Stretch): Item[] {
  const { demo, demandAt } = place;
  const random = randomFor('service', demo.id, startAt);
  const checks = checkItems(place, { startAt, endAt });
  if (!demandAt(startAt).isOpen) return checks;
  const hours = (endAt - startAt) / hourMs;
  const within = (mean: number): number[] =>
    Array.from({ length: poisson(mean * hours, random) }, () => startAt + Math.floor(random() * (endAt - startAt)));
  const idOf = (at: number, place: number): string => `${at.toString(36)}-${place}`;
  return [
    ...within(perHour.observations).map((at, i) => ({ id: idOf(at, i), ...observationItem(place, at, random) })),
    ...within(perHour.answers).flatMap((at, i) => answerItems(place, { id: idOf(at, i), at }, random)),
    ...within(perHour.requests).flatMap((at, i) => requestItems(demo, { id: idOf(at, i), at }, random)),
    ...checks,
  ];
}
