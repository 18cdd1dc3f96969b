import type { Survey } from './event.ts';

/** One question of a store's public page. */
export interface SurveyQuestion {
  readonly survey: Survey;
  /** Of `csi` (and `csat`, where it is asked about one thing): what it is about; null: the visit as a whole. */
  readonly criterion: string | null;
  /** As people read it; null: the page's own words for it. */
  readonly text: string | null;
}
