import type { SurveyStage } from '../../db/vocabulary/event.ts';
import type { SurveyQuestion } from '../../db/vocabulary/survey.ts';
import type { SurveyLocale } from './surveyWords.ts';

/** What a criterion is called in each language of the page. */
export type CriterionNames = Readonly<Record<SurveyLocale, string>>;

export interface PublicQuestion extends SurveyQuestion {
  /** null: nobody has named the criterion; absent from questions that a phone kept of an older Lintel. */
  readonly names?: CriterionNames | null;
}

/** What the API says of a public page to whoever has its key. */
export interface PublicSurvey {
  /** Its name. */
  readonly store: string;
  readonly locale: string;
  readonly questions: readonly PublicQuestion[];
}

/** One answer as it is sent; the comment stands with the first. */
export interface SurveyAnswer extends Pick<SurveyQuestion, 'survey'> {
  readonly criterion?: string;
  readonly score: number;
  readonly comment?: string;
}

/** What one phone answers at one visit. */
export interface Answered {
  readonly stage: SurveyStage | null;
  readonly answers: readonly SurveyAnswer[];
}
