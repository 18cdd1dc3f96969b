import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { SurveyAnswer } from '../vocabulary/event.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** An answer that came with words; `comment` was kept without addresses and telephone numbers. `at`: epoch ms. */
export interface KeptComment extends Pick<SurveyAnswer, 'at' | 'survey' | 'score' | 'criterion' | 'stage'> {
  readonly comment: string;
}

export interface Comments {
  /** The newest first, no more than 200. */
  readonly comments: KeptComment[];
  /** There are older ones in the period. */
  readonly more: boolean;
}

interface CommentsQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** [fromAt, toAt), epoch ms. */
  readonly fromAt: number;
  readonly toAt: number;
}

const mostComments = 200;

/** What customers of a store wrote in a period. @throws not_found for someone else's store. */
export async function readComments(
  sql: Sql,
  scope: Scope,
  { settings, storeId, fromAt, toAt }: CommentsQuery,
): Promise<Comments> {
  requireStore(scope, settings, storeId);
  const rows = await sql.all<KeptComment>(
    `select at, survey, score, criterion, stage, comment from survey_answers
    where store_id = ? and at >= ? and at < ? and comment is not null and comment <> ''
    order by at desc, id limit ?`,
    [storeId, fromAt, toAt, mostComments + 1],
  );
  return { comments: rows.slice(0, mostComments), more: rows.length > mostComments };
}
