import { randomBytes } from 'node:crypto';
import { findSurveyPage } from '../reads/surveyPages.ts';
import { requireStaff, requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import type { SurveyPage, SurveyQuestion } from '../vocabulary/survey.ts';
import { appendAudit } from './audit.ts';

export type PageContent = Pick<SurveyPage, 'isOpen' | 'locale' | 'questions'>;

export interface PageChange {
  readonly settings: Settings;
  readonly storeId: string;
  /** What is left out stays as it is. */
  readonly change: { readonly [Field in keyof PageContent]?: PageContent[Field] | undefined };
  /** What a page has that was never set up. */
  readonly whenNew: PageContent;
  /** A new key: the former address leads nowhere any more. */
  readonly renew: boolean;
  readonly now: number;
}

/** 128 random bits: nobody finds a page whose code they have not seen. */
const keyBytes = 16;

/** Sets up or changes a store's public page. Owners, regionals and managers; `invalid` where it asks the same twice. */
export async function saveSurveyPage(
  sql: Sql,
  scope: Scope,
  { settings, storeId, change, whenNew, renew, now }: PageChange,
): Promise<SurveyPage> {
  requireStaff(scope, 'change the page of questions');
  requireStore(scope, settings, storeId);
  return sql.transaction(async (inside) => {
    const before = await findSurveyPage(inside, storeId);
    const base = before ?? whenNew;
    const page: SurveyPage = {
      storeId,
      key: before === null || renew ? randomBytes(keyBytes).toString('base64url') : before.key,
      isOpen: change.isOpen ?? base.isOpen,
      locale: change.locale ?? base.locale,
      questions: change.questions ?? base.questions,
    };
    requireOnce(page.questions);
    if (JSON.stringify(page) === JSON.stringify(before)) return page;
    await put(inside, page, now);
    await appendAudit(inside, scope, {
      action: before === null ? 'added' : 'changed',
      subject: `survey page of store ${storeId}`,
      before: before === null ? null : contentText(before),
      after: contentText(page),
    });
    return page;
  });
}

function requireOnce(questions: readonly SurveyQuestion[]): void {
  const seen = new Set<string>();
  for (const { survey, criterion } of questions) {
    const key = JSON.stringify([survey, criterion]);
    const about = criterion === null ? 'the visit as a whole' : `"${criterion}"`;
    if (seen.has(key)) throw new AppError('invalid', `questions: ${survey} of ${about} is asked twice; ask it once.`);
    seen.add(key);
  }
}

async function put(sql: Sql, { storeId, key, isOpen, questions, locale }: SurveyPage, now: number): Promise<void> {
  await sql.run(
    `insert into survey_pages (store_id, "key", is_open, questions, locale, changed_at) values (?, ?, ?, ?, ?, ?)
    on conflict (store_id) do update set "key" = excluded."key", is_open = excluded.is_open,
      questions = excluded.questions, locale = excluded.locale, changed_at = excluded.changed_at`,
    [storeId, key, isOpen ? 1 : 0, JSON.stringify(questions), locale, now],
  );
}

/** The key is told by its beginning: whoever reads the log need not be able to answer. */
function contentText({ key, isOpen, locale, questions }: SurveyPage): string {
  return JSON.stringify({ key: `${key.slice(0, 4)}…`, isOpen, locale, questions });
}
