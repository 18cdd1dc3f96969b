/** What the API answers about service (contract 5), as the dashboard reads it. */
import type { CommentsAnswer, ServiceAnswer } from '../../server/contracts/service.ts';

export type ServiceFigures = ServiceAnswer;
export type ProcessLine = ServiceAnswer['processes'][number];
export type CriterionLine = ProcessLine['criteria'][number];
export type TrendStep = CriterionLine['trend'][number];

export type Comments = CommentsAnswer;
export type Comment = CommentsAnswer['comments'][number];

export interface HandCheck {
  readonly id: string;
  readonly at: string;
  readonly standard: string;
  readonly name: string;
  /** Share of the items passed. */
  readonly passed: number | null;
  readonly items: readonly { readonly item: string; readonly text: string; readonly passed: boolean }[];
}

/** What was agreed upon, who is to do it (a role) and by when. */
export interface Action {
  readonly id: string;
  readonly standard: string | null;
  readonly item: string | null;
  readonly text: string | null;
  readonly what: string;
  readonly role: string;
  readonly dueOn: string;
  readonly doneAt: string | null;
  readonly isLate: boolean;
}

export interface HandChecks {
  readonly checks: readonly HandCheck[];
  readonly actions: readonly Action[];
}

export type AgreedAction = Pick<Action, 'id' | 'what' | 'role' | 'dueOn'> & Partial<Pick<Action, 'standard' | 'item'>>;
