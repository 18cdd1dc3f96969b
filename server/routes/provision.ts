import { type Context, Hono } from 'hono';
import type { Change } from '../../db/settings/change.ts';
import { provisionAnswer, provisionQuery } from '../contracts/settings.ts';
import { languageOfRequest } from '../language.ts';
import { InvalidRequest } from '../problem.ts';
import { writeProvision } from '../provision/export.ts';
import { type Fault, parseProvision } from '../provision/parse.ts';
import { type ProvisionPlan, planProvision } from '../provision/plan.ts';
import type { Services } from '../services.ts';
import { say } from '../words/say.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

const yamlType = 'application/yaml; charset=utf-8';

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new InvalidRequest(
    faults.map(({ line, at, message }) => ({ path: at === '' ? `${line}` : `${line}: ${at}`, detail: message })),
  );
}

/** The settings as a provision file, out and in. */
export function provisionRoutes({ db, settings, allow, profiles }: Services): Hono<ApiEnv> {
  const plan = async (c: Context<ApiEnv>): Promise<ProvisionPlan> => {
    const parsed = parseProvision(await c.req.text());
    if (!parsed.ok) refuse(parsed.faults);
    if (!parsed.ok) throw new TypeError('a file that could not be read has its faults');
    const { file, lines } = parsed;
    const sources = await db.reads.readSources(scopeOf(c));
    const planned = planProvision({ file, lines, settings: settings.current, sources, places: null, profiles });
    refuse(planned.faults);
    return planned;
  };
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/provision',
      describe({
        summary: 'All settings as a provision file, without secrets',
        tag: 'settings',
        access: 'owner',
        contentType: 'application/yaml',
      }),
      allow('owner'),
      async (c) => {
        const sources = await db.reads.readSources(scopeOf(c));
        const text = writeProvision({ settings: settings.current, sources, profiles });
        const headers = { 'content-type': yamlType, 'content-disposition': 'attachment; filename="lintel.yaml"' };
        return c.body(text, 200, headers);
      },
    )
    .post(
      '/api/v1/provision',
      describe({
        summary: 'Sets up or changes what a provision file says, or tells what it would change; deletes nothing',
        description:
          'The body is the YAML text. Faults name their line: `errors: [{ path: "12: stores[0].timezone", detail }]`.',
        tag: 'settings',
        access: 'owner',
        answer: provisionAnswer,
      }),
      allow('owner'),
      take('query', provisionQuery),
      async (c) => {
        const { preview: isPreview } = c.req.valid('query');
        const { change, warnings } = await plan(c);
        const work = isPreview ? db.writes.previewSettings : db.writes.applySettings;
        const changes: readonly Change[] = await work(scopeOf(c), change);
        if (!isPreview) await settings.refresh();
        const language = languageOfRequest(c);
        return c.json({ isPreview, changes, warnings: warnings.map((one) => say(one, language)) });
      },
    );
}
