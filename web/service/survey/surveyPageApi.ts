import type { SurveyStage } from '../../../db/vocabulary/event.ts';
import type { SurveyQuestion } from '../../../db/vocabulary/survey.ts';
import { call, storePath, urlOf } from '../../api.ts';
import type { CriterionNames } from '../../survey/surveyTypes.ts';
import type { SurveyLocale } from '../../survey/surveyWords.ts';

/** How a store's public page is set up (`GET /api/v1/stores/{store}/survey-page`). */
export interface SurveyPageSettings {
  readonly isOpen: boolean;
  /** null: it was never saved, and what stands here is a proposal. */
  readonly url: string | null;
  readonly key: string | null;
  readonly locale: SurveyLocale;
  readonly questions: readonly SurveyQuestion[];
  /** What the page calls criteria that are asked about without words of one's own. */
  readonly criteria: readonly { readonly criterion: string; readonly names: CriterionNames }[];
  /** People who answered. */
  readonly answersIn30Days: number;
}

interface SurveyPageChange extends Partial<Pick<SurveyPageSettings, 'isOpen' | 'locale' | 'questions'>> {
  /** A new address: printed codes lead nowhere from then on. */
  readonly renew?: boolean;
}

const pathOf = (store: string): string => `${storePath(store)}/survey-page`;

export function readSurveyPage(store: string): Promise<SurveyPageSettings> {
  return call(pathOf(store));
}

export function saveSurveyPage(store: string, change: SurveyPageChange): Promise<SurveyPageSettings> {
  return call(pathOf(store), { method: 'PUT', body: change });
}

/** The code's picture, of a page that asks at any time or before or after a contact. */
export function codeUrl(store: string, stage: SurveyStage | null): string {
  return urlOf(`${pathOf(store)}/qr.svg`, { stage: stage ?? undefined });
}

/** The page's address for a stage. */
export function stageUrl(url: string, stage: SurveyStage | null): string {
  return urlOf(url, { stage: stage ?? undefined });
}
