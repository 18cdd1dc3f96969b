import { type Context, Hono } from 'hono';
import { renderSVG } from 'uqr';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { SurveyPage } from '../../db/vocabulary/survey.ts';
import type { PageContent } from '../../db/writes/surveyPages.ts';
import { languageOf } from '../contracts/languages.ts';
import { storeParam } from '../contracts/parameters.ts';
import { type SurveyPageAnswer, surveyCodeQuery, surveyPageAnswer, surveyPageBody } from '../contracts/survey.ts';
import type { Services } from '../services.ts';
import { criterionNames } from '../standards/criterionNames.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

const mostCriteria = 5;

/** How a store's public page of questions is set up, and the code to print. */
export function surveyPageRoutes({ db, settings, allow, now, publicUrl }: Services): Hono<ApiEnv> {
  const urlOf = (c: Context, key: string): string =>
    `${(publicUrl ?? new URL(c.req.url).origin).replace(/\/+$/, '')}/s/${key}`;
  const read = async (c: Context<ApiEnv>, storeId: string): Promise<SurveyPageAnswer> => {
    const { page, answered } = await db.reads.readSurveyPage(scopeOf(c), { storeId, now: now() });
    const address = page === null ? { url: null, key: null } : { url: urlOf(c, page.key), key: page.key };
    return { ...contentOf(page, settings.current), ...address, answersIn30Days: answered };
  };
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/survey-page',
      describe({
        summary: 'The store’s public page of questions; what it could ask where it was never saved',
        tag: 'survey',
        access: 'read',
        answer: surveyPageAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      async (c) => c.json(await read(c, c.req.valid('param').store)),
    )
    .put(
      '/api/v1/stores/:store/survey-page',
      describe({
        summary: 'Opens, closes or changes the page; what is left out stays as it is',
        tag: 'survey',
        access: 'correct',
        answer: surveyPageAnswer,
      }),
      allow('correct'),
      take('param', storeParam),
      take('json', surveyPageBody),
      async (c) => {
        const { store: storeId } = c.req.valid('param');
        const { isOpen, locale, questions, renew = false } = c.req.valid('json');
        await db.writes.saveSurveyPage(scopeOf(c), {
          storeId,
          change: {
            isOpen,
            locale,
            questions: questions?.map(({ survey, criterion = null, text = null }) => ({ survey, criterion, text })),
          },
          whenNew: proposal(settings.current),
          renew,
          now: now(),
        });
        return c.json(await read(c, storeId));
      },
    )
    .get(
      '/api/v1/stores/:store/survey-page/qr.svg',
      describe({
        summary: 'The page’s address as a code to print',
        tag: 'survey',
        access: 'read',
        contentType: 'image/svg+xml',
      }),
      allow('read'),
      take('param', storeParam),
      take('query', surveyCodeQuery),
      async (c) => {
        const { stage } = c.req.valid('query');
        const { page } = await db.reads.readSurveyPage(scopeOf(c), { storeId: c.req.valid('param').store, now: now() });
        if (page === null) throw new AppError('not_found', 'The page was never set up: save it first.');
        // M: still read where a corner of the print is worn.
        const url = urlOf(c, page.key);
        const code = renderSVG(stage === undefined ? url : `${url}?stage=${stage}`, { ecc: 'M', border: 4 });
        return c.body(code, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
      },
    );
}

/** What the page asks, or could where it was never set up, and what the criteria are called. */
function contentOf(
  page: SurveyPage | null,
  settings: Settings,
): Pick<SurveyPageAnswer, 'isOpen' | 'locale' | 'questions' | 'criteria'> {
  const { isOpen, locale, questions } = page ?? proposal(settings);
  return {
    isOpen,
    locale: languageOf(locale),
    questions: [...questions],
    criteria: criteriaOf(settings, questions),
  };
}

/** Would you recommend us, were you satisfied, and what the index of satisfaction has weights for. */
function proposal({ organisation, standards }: Settings): PageContent {
  const criteria = standards.filter(({ process }) => process === 'csi').slice(0, mostCriteria);
  return {
    isOpen: false,
    locale: languageOf(organisation.locale),
    questions: [
      { survey: 'nps', criterion: null, text: null },
      { survey: 'csat', criterion: null, text: null },
      // Without words of its own, so that each customer reads the criterion's name in their language.
      ...criteria.map(({ criterion }) => ({ survey: 'csi' as const, criterion, text: null })),
    ],
  };
}

/** What is asked about, and what could be: the criteria that have a name. */
function criteriaOf({ standards }: Settings, questions: PageContent['questions']): SurveyPageAnswer['criteria'] {
  const indexed = standards.filter(({ process }) => process === 'csi');
  return [...new Set([...questions, ...indexed].map(({ criterion }) => criterion))].flatMap((criterion) => {
    const names = criterion === null ? null : criterionNames(standards, criterion);
    return criterion === null || names === null ? [] : [{ criterion, names }];
  });
}
