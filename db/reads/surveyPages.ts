import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { type SurveyPage, type SurveyQuestion, visitKey, visitMs } from '../vocabulary/survey.ts';

const dayMs = 86_400_000;
const shownDays = 30;
const keyForm = /^[\w-]{1,64}$/;

interface PageRow {
  readonly storeId: string;
  readonly key: string;
  readonly isOpen: number;
  readonly questions: string;
  readonly locale: string;
}

const columns = 'store_id as "storeId", "key", is_open as "isOpen", questions, locale';

function pageOf({ isOpen, questions, ...row }: PageRow): SurveyPage {
  // Written by saveSurveyPage alone, as a list of questions.
  return { ...row, isOpen: Number(isOpen) === 1, questions: JSON.parse(questions) as SurveyQuestion[] };
}

/** A store's page as it is kept, whoever asks; null: it was never set up. */
export async function findSurveyPage(sql: Sql, storeId: string): Promise<SurveyPage | null> {
  const [row] = await sql.all<PageRow>(`select ${columns} from survey_pages where store_id = ?`, [storeId]);
  return row === undefined ? null : pageOf(row);
}

/** The page of a public address; null: there is none. */
export async function findPageByKey(sql: Sql, key: string): Promise<SurveyPage | null> {
  // Whatever somebody typed: no database is asked for what cannot be a key, such as a NUL, which PostgreSQL refuses.
  if (!keyForm.test(key)) return null;
  const [row] = await sql.all<PageRow>(`select ${columns} from survey_pages where "key" = ?`, [key]);
  return row === undefined ? null : pageOf(row);
}

/** A store's page, and by how many people it was answered in the last 30 days. */
export async function readSurveyPage(
  sql: Sql,
  scope: Scope,
  { settings, storeId, now }: { readonly settings: Settings; readonly storeId: string; readonly now: number },
): Promise<{ readonly page: SurveyPage | null; readonly answered: number }> {
  requireStore(scope, settings, storeId);
  const [row] = await sql.all<{ answered: number }>(
    `select count(distinct ${answerId}) as answered from survey_answers
    where store_id = ? and at >= ? and device_id is null and id like 'page:%'`,
    [storeId, now - shownDays * dayMs],
  );
  return { page: await findSurveyPage(sql, storeId), answered: Number(row?.answered ?? 0) };
}

/** `page:` and 32 hex digits begin the id of each of one person's answers (writes/pageAnswers.ts). */
const answerId = 'substr(id, 1, 37)';

export interface PublicAsk {
  readonly key: string;
  /** Hash of the phone's random number; null: not said. */
  readonly phone: string | null;
  readonly now: number;
}

/** The page of a public address, where there is one, and whether the phone has answered it on this visit. Whoever has the address may read it. */
export async function readPublicSurvey(
  sql: Sql,
  _scope: Scope,
  { key, phone, now }: PublicAsk,
): Promise<{ readonly page: SurveyPage; readonly hasAnswered: boolean } | null> {
  const page = await findPageByKey(sql, key);
  if (page === null) return null;
  if (phone === null) return { page, hasAnswered: false };
  const seen = await sql.all('select 1 as one from survey_visits where store_id = ? and phone in (?, ?) and at > ?', [
    page.storeId,
    visitKey(phone, now),
    visitKey(phone, now - visitMs),
    now - visitMs,
  ]);
  return { page, hasAnswered: seen.length > 0 };
}
