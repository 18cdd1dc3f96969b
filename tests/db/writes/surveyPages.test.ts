import { expect, it } from 'vitest';
import { readAudit } from '../../../db/reads/audit.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { readPublicSurvey, readSurveyPage } from '../../../db/reads/surveyPages.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { systemScope } from '../../../db/vocabulary/scope.ts';
import type { SurveyPage } from '../../../db/vocabulary/survey.ts';
import { type PageAnswers, savePageAnswers } from '../../../db/writes/pageAnswers.ts';
import { applyRetention } from '../../../db/writes/retention.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { type PageChange, saveSurveyPage } from '../../../db/writes/surveyPages.ts';
import { manager, owner, regional, smallChain, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-10T12:00:00Z');
const storeId = 'arbat';
const visitor = systemScope('survey');
const whole = { survey: 'nps', criterion: null } as const;
const staff = { survey: 'csi', criterion: 'staff' } as const;
const questions = [whole, staff].map((question) => ({ ...question, text: null }));

interface Shop {
  readonly sql: Sql;
  readonly page: SurveyPage;
  change(more: Partial<PageChange>): Promise<SurveyPage>;
  answer(more?: Partial<PageAnswers>): Promise<{ kept: number; replaced: boolean }>;
}

async function openShop(sql: Sql): Promise<Shop> {
  await applySettings(sql, owner, smallChain());
  const settings = await loadSettings(sql, owner);
  const whenNew = { isOpen: true, locale: 'ru', questions };
  const change = (more: Partial<PageChange>) =>
    saveSurveyPage(sql, manager, { settings, storeId, change: {}, whenNew, renew: false, now, ...more });
  const page = await change({});
  const sent = { settings, key: page.key, phone: 'a phone', stage: null, at: now, now };
  const answers = [
    { ...whole, score: 9, comment: 'fine' },
    { ...staff, score: 10, comment: null },
  ];
  return {
    sql,
    page,
    change,
    answer: (more = {}) => savePageAnswers(sql, visitor, { ...sent, answers, ...more }),
  };
}

const kept = (sql: Sql) =>
  sql.all<{ survey: string; score: number; stage: string | null; at: number }>(
    'select survey, score, stage, at, device_id as device from survey_answers order by at, stage, survey desc',
  );
const scored = (score: number) => [{ ...whole, score, comment: null }];

describeOnBothDialects('a store’s public page', (open) => {
  it('has an address that nobody guesses, which changes when it is renewed', async () => {
    const { sql, page, change } = await openShop(await open());
    expect(page).toMatchObject({ storeId, isOpen: true, locale: 'ru', questions });
    expect(page.key).toMatch(/^[\w-]{22}$/);
    expect((await change({ change: { locale: 'fa' } })).key).toBe(page.key);
    const renewed = await change({ renew: true });
    expect(renewed.key).not.toBe(page.key);
    const asked = { key: page.key, phone: null, now };
    expect(await readPublicSurvey(sql, visitor, asked)).toBeNull();
    expect(await readPublicSurvey(sql, visitor, { ...asked, key: renewed.key })).toMatchObject({
      page: { locale: 'fa' },
      hasAnswered: false,
    });
    const { lines } = await readAudit(sql, owner, {});
    expect(lines.filter(({ subject }) => subject === 'survey page of store arbat').length).toBe(3);
    expect(JSON.stringify(lines)).not.toContain(renewed.key);
  });

  it('is changed by those who answer for the store, and asks nothing twice', async () => {
    const { sql, change } = await openShop(await open());
    const settings = await loadSettings(sql, owner);
    const wish = { settings, storeId, change: { isOpen: false }, whenNew: { isOpen: true, locale: 'en', questions } };
    for (const [scope, code] of [
      [viewer, 'forbidden'],
      [regional, 'not_found'],
    ] as const)
      await expect(saveSurveyPage(sql, scope, { ...wish, renew: false, now })).rejects.toMatchObject({ code });
    await expect(readSurveyPage(sql, regional, { settings, storeId, now })).rejects.toMatchObject({
      code: 'not_found',
    });
    const twice = { change: { questions: [...questions, ...questions] } };
    await expect(change(twice)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describeOnBothDialects('answers on the public page', (open) => {
  it('are one a phone a visit: a second sending takes the place of the first, after four hours it is another visit', async () => {
    const { sql, answer } = await openShop(await open());
    expect(await answer()).toEqual({ kept: 2, replaced: false });
    expect(await answer()).toEqual({ kept: 2, replaced: true });
    expect(await answer({ answers: scored(3), at: now + hour, now: now + hour })).toEqual({ kept: 1, replaced: true });
    expect(await kept(sql)).toEqual([{ survey: 'nps', score: 3, stage: null, at: now + hour, device: null }]);
    expect(await answer({ at: now + 4 * hour, now: now + 4 * hour })).toEqual({ kept: 2, replaced: false });
    expect(await answer({ phone: 'another', at: now, now })).toEqual({ kept: 2, replaced: false });
    const settings = await loadSettings(sql, owner);
    const read = await readSurveyPage(sql, viewer, { settings, storeId, now: now + 5 * hour });
    expect(read.answered).toBe(3);
  });

  it('are one also where the same phone sends many times at once', async () => {
    const { sql, answer } = await openShop(await open());
    const sent = await Promise.all([1, 2, 3, 4, 5, 6].map((score) => answer({ answers: scored(score) })));
    expect(sent.filter(({ replaced }) => !replaced).length).toBe(1);
    expect((await kept(sql)).length).toBe(1);
  });

  it('before and after a contact stand beside each other', async () => {
    const { sql, answer } = await openShop(await open());
    await answer({ answers: scored(4), stage: 'before' });
    expect(await answer({ answers: scored(9), stage: 'after' })).toEqual({ kept: 1, replaced: false });
    expect(await answer({ answers: scored(8), stage: 'after' })).toEqual({ kept: 1, replaced: true });
    expect((await kept(sql)).map(({ stage, score }) => [stage, score])).toEqual([
      ['after', 8],
      ['before', 4],
    ]);
  });

  it('that waited on the phone belong to when they were given, and a retry of them is no second answer', async () => {
    const { sql, answer } = await openShop(await open());
    const yesterday = now - 26 * hour;
    await answer({ at: now, answers: scored(9) });
    expect(await answer({ at: yesterday, answers: scored(5) })).toEqual({ kept: 1, replaced: false });
    expect((await kept(sql)).map(({ at, score }) => [at, score])).toEqual([
      [yesterday, 5],
      [now, 9],
    ]);
    expect(await sql.all('select date from stale_days')).toEqual([{ date: '2026-03-09' }]);
    await answer({ at: yesterday, answers: scored(5) });
    expect((await kept(sql)).length).toBe(2);
  });

  it('are refused where the page is closed or not there, and where a score cannot be', async () => {
    const { sql, answer, change, page } = await openShop(await open());
    for (const score of [-1, 11, 4.5])
      await expect(answer({ answers: scored(score) })).rejects.toMatchObject({ code: 'invalid' });
    await expect(answer({ answers: [{ ...staff, score: 0, comment: null }] })).rejects.toMatchObject({
      message: expect.stringContaining('from 1 to 10'),
    });
    await expect(answer({ answers: [...scored(1), ...scored(9)] })).rejects.toMatchObject({ code: 'invalid' });
    const foreign = [{ survey: 'csi', criterion: 'made up', score: 5, comment: null } as const];
    await expect(answer({ answers: foreign })).rejects.toMatchObject({ code: 'invalid' });
    for (const key of ['made up', '\0', '%', `${page.key}'`])
      await expect(answer({ key })).rejects.toMatchObject({ code: 'not_found' });
    await change({ change: { isOpen: false } });
    await expect(answer({ key: page.key })).rejects.toMatchObject({ code: 'not_found' });
    expect(await kept(sql)).toEqual([]);
  });

  it('to what the page no longer asks are left out', async () => {
    const { sql, answer, change } = await openShop(await open());
    await change({ change: { questions: [{ ...whole, text: null }] } });
    expect(await answer()).toEqual({ kept: 1, replaced: false });
    expect((await kept(sql)).map(({ survey }) => survey)).toEqual(['nps']);
  });

  it('leave no trace of the phone after eight days', async () => {
    const { sql, answer, page } = await openShop(await open());
    await answer();
    const asked = { key: page.key, phone: 'a phone', now: now + 3 * hour };
    expect(await readPublicSurvey(sql, visitor, asked)).toMatchObject({ hasAnswered: true });
    await applyRetention(sql, owner, { now: now + 9 * 24 * hour });
    expect(await sql.all('select * from survey_visits')).toEqual([]);
    expect((await kept(sql)).length).toBe(2);
  });
});
