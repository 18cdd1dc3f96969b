import type { Comments } from '../../db/reads/comments.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { CommentsAnswer } from '../contracts/service.ts';

/** What customers wrote, as the store's clocks say when. */
export function commentsOf({ comments, more }: Comments, { timezone }: Store): CommentsAnswer {
  const lines = comments.map(({ at, comment, ...rest }) => ({
    at: formatInstant(timezone, at),
    ...rest,
    text: comment,
  }));
  return { comments: lines, more };
}
