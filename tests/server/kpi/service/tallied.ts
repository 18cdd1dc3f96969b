import {
  type GivenAnswer,
  type ServiceFacts,
  type ServiceTally,
  tallyService,
} from '../../../../db/rollup/serviceTally.ts';
import { standardsOf } from '../../../../db/rollup/zones.ts';
import type { Survey } from '../../../../db/vocabulary/event.ts';
import type { Standard } from '../../../../db/vocabulary/place.ts';

export function makeStandard(process: string, criterion: string, more: Partial<Standard> = {}): Standard {
  return {
    ...{ process, criterion, processName: null, criterionName: null, step: null, unit: null, owner: null, level: null },
    ...{ green: 30, yellow: 60, lowerIsBetter: true, weight: 1 },
    ...more,
  };
}

export function tallied(facts: Partial<ServiceFacts>, standards: readonly Standard[] = []): ServiceTally[] {
  return tallyService({ observations: [], answers: [], checks: [], ...facts }, standardsOf(standards));
}

export function scores(survey: Survey, given: readonly number[], more: Partial<GivenAnswer> = {}): GivenAnswer[] {
  return given.map((score) => ({ survey, score, criterion: null, stage: null, ...more }));
}
