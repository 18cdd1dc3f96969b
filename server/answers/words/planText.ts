import { yesNo } from '../../../db/vocabulary/observable.ts';
import type { Language } from '../../../db/vocabulary/preferences.ts';
import type { ServiceAnswer } from '../../contracts/service.ts';
import type { PlannedStep } from '../../kpi/service/plan.ts';
import { sortedIn } from '../../kpi/service/zones.ts';
import { englishPlan } from './planEn.ts';
import { persianPlan } from './planFa.ts';
import { russianPlan } from './planRu.ts';

type Level = PlannedStep['level'];

/** What the sentences about a step that is not green are made of. */
export interface PlanWords {
  notDone: (told: { readonly name: string; readonly missed: number; readonly of: number }) => string;
  standing: (told: {
    readonly name: string;
    /** Yellow and red ones: by their share the light is not green, whatever the mean. */
    readonly outside: number;
    readonly red: number;
    readonly of: number;
    readonly mean: number | null;
    readonly green: number | null;
    readonly unit: string | null;
    readonly isLowerBetter: boolean;
  }) => string;
  turn: (was: number, is: number) => string;
  /** What whoever mends it should do, by their level. */
  next: (level: Level) => string;
}

const wordsIn: Readonly<Record<Language, PlanWords>> = { en: englishPlan, ru: russianPlan, fa: persianPlan };

/** What to plan, a text for each step: how it stands, whether it turns, what to do. */
export function planTexts(steps: readonly PlannedStep[], language: Language): ServiceAnswer['plan'] {
  const words = wordsIn[language];
  return steps.map(({ picture, turn, ...step }) => ({
    ...step,
    text: [
      standingOf(picture, words),
      ...(turn === null ? [] : [words.turn(turn.was, turn.is)]),
      words.next(step.level),
    ].join(' '),
  }));
}

function standingOf(picture: PlannedStep['picture'], words: PlanWords): string {
  const { processName, zones, mean, green, lowerIsBetter, unit } = picture;
  const of = sortedIn(zones);
  const name = `${processName}, ${picture.name}`;
  if (unit === yesNo) return words.notDone({ name, missed: of - zones.green, of });
  const told = { name, outside: of - zones.green, red: zones.red, of };
  return words.standing({ ...told, mean, green, unit, isLowerBetter: lowerIsBetter === true });
}
