import type { CountMode } from '../../../db/vocabulary/place.ts';
import type { Place } from './path.ts';
import type { Plan } from './plan.ts';
import type { TopicWords } from './topicPattern.ts';

/** One item of a message, with what is needed to read it. */
export interface Item {
  readonly plan: Plan;
  readonly mode: CountMode;
  /** The message it stands in. */
  readonly whole: unknown;
  readonly place: Place;
  readonly words: TopicWords;
}
