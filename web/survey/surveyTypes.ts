import type { SurveyStage } from '../../db/vocabulary/event.ts';
import type { SurveyQuestion } from '../../db/vocabulary/survey.ts';

/** What the API says of a public page to whoever has its key. */
export interface PublicSurvey {
  /** Its name. */
  readonly store: string;
  readonly locale: string;
  readonly questions: readonly SurveyQuestion[];
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
