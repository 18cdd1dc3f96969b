import { randomBytes } from 'node:crypto';
import { findPageByKey } from '../reads/surveyPages.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import { type SurveyStage, surveyScores } from '../vocabulary/event.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { type SurveyPage, visitKey, visitMs } from '../vocabulary/survey.ts';
import { noteServiceDates } from './serviceDays.ts';

export interface PageAnswer extends Pick<SurveyPage['questions'][number], 'survey' | 'criterion'> {
  readonly score: number;
  /** Without what could reach its writer. */
  readonly comment: string | null;
}

export interface PageAnswers {
  readonly settings: Settings;
  /** The page's key. */
  readonly key: string;
  /** Hash of the phone's random number. */
  readonly phone: string;
  readonly stage: SurveyStage | null;
  readonly answers: readonly PageAnswer[];
  /** When they were given, epoch ms. */
  readonly at: number;
  readonly now: number;
}

/** More than any page asks. */
const mostAnswers = 12;

/**
 * Keeps what somebody answered on a store's public page: one answer a phone a visit, so that what the same phone sends within four hours
 * of its first takes the place of that, each stage (before, after) by itself. Answers to questions that the page does not ask are left
 * out. Whoever knows the key may: `not_found` where it leads nowhere or the page is closed, `invalid` for a score out of its range.
 */
export async function savePageAnswers(
  sql: Sql,
  _scope: Scope,
  sent: PageAnswers,
): Promise<{ readonly kept: number; readonly replaced: boolean }> {
  return sql.transaction(async (inside) => {
    const { store, questions } = await requireOpenPage(inside, sent);
    const storeId = store.id;
    const answers = asked(sent.answers, questions);
    requireSense(answers);
    const { phone, at, now } = sent;
    const answerId = await visitOf(inside, { storeId, phone, at });
    const ids = Array.from({ length: mostAnswers }, (_, n) => `${answerId}:${sent.stage ?? 'visit'}:${n}`);
    const former = await takeAway(inside, storeId, ids);
    for (const [n, answer] of answers.entries()) {
      await inside.run(
        `insert into survey_answers (store_id, id, device_id, at, survey, score, criterion, stage, comment, updated_at, received_at)
        values (?, ?, null, ?, ?, ?, ?, ?, ?, null, ?)`,
        [storeId, ids[n] ?? '', at, answer.survey, answer.score, answer.criterion, sent.stage, answer.comment, now],
      );
    }
    await noteServiceDates(inside, store, { instants: [at, ...former], now });
    return { kept: answers.length, replaced: former.length > 0 };
  });
}

async function requireOpenPage(
  sql: Sql,
  { settings, key }: PageAnswers,
): Promise<Pick<SurveyPage, 'questions'> & { readonly store: Store }> {
  const page = await findPageByKey(sql, key);
  const store = page === null ? undefined : settings.stores.get(page.storeId);
  if (page === null || store === undefined)
    throw new AppError('not_found', 'This address leads nowhere: scan the code in the shop again.');
  if (!page.isOpen) throw new AppError('not_found', 'The questions are closed at the moment. Thank you for coming.');
  return { questions: page.questions, store };
}

/** Those that the page asks; what an old copy of the page asked besides says nothing here any more. */
function asked(answers: readonly PageAnswer[], questions: SurveyPage['questions']): PageAnswer[] {
  const known = new Set(questions.map(({ survey, criterion }) => JSON.stringify([survey, criterion])));
  const kept = answers.filter(({ survey, criterion }) => known.has(JSON.stringify([survey, criterion])));
  if (kept.length > 0) return kept;
  throw new AppError('invalid', 'answers: the questions have changed; open the page again and answer those.');
}

function requireSense(answers: readonly PageAnswer[]): void {
  const seen = new Set<string>();
  for (const { survey, criterion, score } of answers) {
    const [low, high] = surveyScores[survey];
    if (!Number.isInteger(score) || score < low || score > high)
      throw new AppError('invalid', `answers: ${survey} is a whole number from ${low} to ${high}, not ${score}.`);
    const key = JSON.stringify([survey, criterion]);
    if (seen.has(key)) throw new AppError('invalid', `answers: ${survey} is answered twice; send one answer of each.`);
    seen.add(key);
  }
}

interface Visit {
  readonly storeId: string;
  readonly phone: string;
  readonly at: number;
}

/** What the answers of this visit are known by: the former one's where the phone has answered on the same visit. */
async function visitOf(sql: Sql, { storeId, phone, at }: Visit): Promise<string> {
  const fresh = `page:${randomBytes(16).toString('hex')}`;
  const known = await findVisit(sql, { storeId, phone, at });
  if (known !== undefined) return known;
  // Another process may have kept the same visit meanwhile: its row stands.
  await sql.run(
    `insert into survey_visits (store_id, phone, answer_id, at) values (?, ?, ?, ?)
    on conflict (store_id, phone) do update set phone = excluded.phone`,
    [storeId, visitKey(phone, at), fresh, at],
  );
  return (await findVisit(sql, { storeId, phone, at })) ?? fresh;
}

/** The nearest of the phone's visits within four hours, if there is one: visits that are further apart have keys of their own. */
async function findVisit(sql: Sql, { storeId, phone, at }: Visit): Promise<string | undefined> {
  const keys = [at, at - visitMs, at + visitMs].map((instant) => visitKey(phone, instant));
  const rows = await sql.all<{ answerId: string; at: number }>(
    'select answer_id as "answerId", at from survey_visits where store_id = ? and phone in (?, ?, ?)',
    [storeId, ...keys],
  );
  const away = (row: { at: number }): number => Math.abs(Number(row.at) - at);
  const [nearest] = rows.filter((row) => away(row) < visitMs).sort((a, b) => away(a) - away(b));
  return nearest?.answerId;
}

/** Removes the answers of these ids; answers when they were given. */
async function takeAway(sql: Sql, storeId: string, ids: readonly string[]): Promise<number[]> {
  const marks = ids.map(() => '?').join(', ');
  const where = `where store_id = ? and id in (${marks})`;
  const rows = await sql.all<{ at: number }>(`select at from survey_answers ${where}`, [storeId, ...ids]);
  if (rows.length > 0) await sql.run(`delete from survey_answers ${where}`, [storeId, ...ids]);
  return rows.map(({ at }) => Number(at));
}
