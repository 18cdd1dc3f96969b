import { type Context, Hono } from 'hono';
import type { SettingsChange } from '../../db/settings/change.ts';
import { languageOf } from '../contracts/languages.ts';
import { changesAnswer, standardsAnswer, standardsBody, standardsQuery, templateBody } from '../contracts/standards.ts';
import { mergeChecklist, mergeStandard } from '../provision/merge.ts';
import type { Services } from '../services.ts';
import { templateChange } from '../standards/apply.ts';
import { templatesIn } from '../standards/templates/templates.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Service standards and checklists of the chain, and templates to begin with; changed by the owner alone. */
export function standardsRoutes({ db, settings, allow }: Services): Hono<ApiEnv> {
  const apply = async (c: Context<ApiEnv>, change: SettingsChange): Promise<Response> => {
    const changes = await db.writes.applySettings(scopeOf(c), change);
    await settings.refresh();
    return c.json({ changes: changes.map(({ text }) => text) });
  };
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/standards',
      describe({
        summary: 'Standards and checklists that are set up, and templates',
        tag: 'standards',
        access: 'read',
        answer: standardsAnswer,
      }),
      allow('read'),
      take('query', standardsQuery),
      (c) => {
        const { standards, checklists, organisation } = settings.current;
        const locale = c.req.valid('query').locale ?? languageOf(organisation.locale);
        return c.json({ standards, checklists, templates: templatesIn(locale) });
      },
    )
    .put(
      '/api/v1/standards',
      describe({
        summary: 'Adds or changes standards and checklists, as in the provision file; takes nothing away',
        tag: 'standards',
        access: 'owner',
        answer: changesAnswer,
      }),
      allow('owner'),
      take('json', standardsBody),
      (c) => {
        const { standards = [], checklists = [] } = c.req.valid('json');
        const { current } = settings;
        return apply(c, {
          standards: standards.map((written) =>
            mergeStandard(
              written,
              current.standards.find(
                ({ process, criterion }) => process === written.process && criterion === written.criterion,
              ),
            ),
          ),
          checklists: checklists.map((written) =>
            mergeChecklist(
              written,
              current.checklists.find(({ id }) => id === written.id),
            ),
          ),
        });
      },
    )
    .post(
      '/api/v1/standards/template',
      describe({
        summary: 'Adds the standards and checklists of a template; those that are there stay as they are',
        tag: 'standards',
        access: 'owner',
        answer: changesAnswer,
      }),
      allow('owner'),
      take('json', templateBody),
      (c) => apply(c, templateChange(settings.current, c.req.valid('json'))),
    );
}
