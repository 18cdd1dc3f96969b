import type { CountInterval, Sale } from '../vocabulary/event.ts';

/** What counts of an interval that stands and is not overlap. */
export type StandingInterval = Pick<
  CountInterval,
  'startAt' | 'endAt' | 'line' | 'in' | 'out' | 'passersBy' | 'staffIn' | 'staffOut'
>;

/** What counts of a receipt that stands. */
export interface StandingSale
  extends Pick<Sale, 'at' | 'type' | 'totalMinor' | 'taxMinor' | 'items' | 'channel' | 'isTraining'> {
  /** A standing void that is not in training names it. */
  readonly isVoided: boolean;
}
