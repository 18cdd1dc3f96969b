import type { Survey } from './event.ts';

/** One question of a store's public page. */
export interface SurveyQuestion {
  readonly survey: Survey;
  /** Of `csi` (and `csat`, where it is asked about one thing): what it is about; null: the visit as a whole. */
  readonly criterion: string | null;
  /** As people read it; null: the page's own words for it. */
  readonly text: string | null;
}

/** A store's page of questions; whoever knows its key may answer them while it is open. */
export interface SurveyPage {
  readonly storeId: string;
  readonly key: string;
  readonly isOpen: boolean;
  readonly questions: readonly SurveyQuestion[];
  /** en, ru or fa. */
  readonly locale: string;
}

/** Within this after an answer, the same phone is on the same visit: what it sends takes the place of that. */
export const visitMs = 4 * 3600 * 1000;

/** By which a phone's visit is kept: its hash, and which four hours. Instants of one key are less than a visit apart. */
export function visitKey(phone: string, at: number): string {
  return `${phone}:${Math.floor(at / visitMs)}`;
}
