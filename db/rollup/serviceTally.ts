import type { CheckedItem, Survey, SurveyStage } from '../vocabulary/event.ts';
import { type StandardOf, zoneOf } from './zones.ts';

/** What service_days counts; requests are read from facts, since their medians cannot be added. */
export type ServiceKind = 'observation' | 'check' | Survey;

/**
 * Observations, survey answers or checked items of some time, kept as sums that can be added: of dates, of stores. What `good`,
 * `middling` and `bad` are is up to the kind; of csi, and of observations without a standard, they are 0.
 */
export interface ServiceTally {
  readonly kind: ServiceKind;
  /** '' of surveys and checks. */
  readonly process: string;
  /** Of checks: their standard. '' where there is none. */
  readonly criterion: string;
  readonly stage: SurveyStage | '';
  /** Observations, answers; of checks: items. */
  answers: number;
  /** Σ value or score; of checks: how many there were. */
  total: number;
  /** Surveys: Σ score². */
  squares: number;
  /** green; promoters (9–10); satisfied (4–5); items passed. */
  good: number;
  /** yellow; passives. */
  middling: number;
  /** red; detractors (0–6); items failed. */
  bad: number;
}

export interface ObservedValue {
  readonly process: string;
  readonly criterion: string;
  readonly value: number;
}

export interface GivenAnswer {
  readonly survey: Survey;
  readonly score: number;
  readonly criterion: string | null;
  readonly stage: SurveyStage | null;
}

export interface CheckedStandard {
  readonly standard: string;
  readonly items: readonly CheckedItem[];
}

export interface ServiceFacts {
  readonly observations: readonly ObservedValue[];
  readonly answers: readonly GivenAnswer[];
  readonly checks: readonly CheckedStandard[];
}

/** The sums of facts, sorted by the standards. */
export function tallyService(facts: ServiceFacts, standardOf: StandardOf): ServiceTally[] {
  return addedTallies([
    ...facts.observations.map((fact) => observationTally(fact, standardOf)),
    ...facts.answers.map(answerTally),
    ...facts.checks.map(checkTally),
  ]);
}

/** One tally for each kind, process, criterion and stage; those given stay as they are. */
export function addedTallies(tallies: readonly ServiceTally[]): ServiceTally[] {
  const sums = new Map<string, ServiceTally>();
  for (const tally of tallies) {
    const key = JSON.stringify([tally.kind, tally.process, tally.criterion, tally.stage]);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...tally });
    else for (const field of serviceTallyFields) sum[field] += tally[field];
  }
  return [...sums.values()];
}

/** What is added up, in the order in which rows of service_days hold it. */
export const serviceTallyFields = ['answers', 'total', 'squares', 'good', 'middling', 'bad'] as const;

function observationTally({ process, criterion, value }: ObservedValue, standardOf: StandardOf): ServiceTally {
  const standard = standardOf(process, criterion);
  const zone = standard === undefined ? null : zoneOf(standard, value);
  return {
    ...{ kind: 'observation', process, criterion, stage: '' },
    ...{ answers: 1, total: value, squares: 0 },
    ...sorted(zone === 'green', zone === 'yellow', zone === 'red'),
  };
}

function answerTally({ survey, score, criterion, stage }: GivenAnswer): ServiceTally {
  return {
    ...{ kind: survey, process: '', criterion: criterion ?? '', stage: stage ?? '' },
    ...{ answers: 1, total: score, squares: score * score },
    ...sortedAnswer(survey, score),
  };
}

function sortedAnswer(survey: Survey, score: number): Pick<ServiceTally, 'good' | 'middling' | 'bad'> {
  if (survey === 'nps') return sorted(score >= 9, score === 7 || score === 8, score <= 6);
  return sorted(survey === 'csat' && score >= 4, false, false);
}

function checkTally({ standard, items }: CheckedStandard): ServiceTally {
  const passed = items.filter((item) => item.passed).length;
  return {
    ...{ kind: 'check', process: '', criterion: standard, stage: '' },
    ...{ answers: items.length, total: 1, squares: 0 },
    ...{ good: passed, middling: 0, bad: items.length - passed },
  };
}

function sorted(good: boolean, middling: boolean, bad: boolean): Pick<ServiceTally, 'good' | 'middling' | 'bad'> {
  return { good: good ? 1 : 0, middling: middling ? 1 : 0, bad: bad ? 1 : 0 };
}
