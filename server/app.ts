import { dirname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { AppError } from '../db/vocabulary/errors.ts';
import { drawFirstPicture } from './firstPicture.ts';
import { announceFirstQuestions } from './firstQuestions.ts';
import { securityHeaders } from './headers.ts';
import { answerError, problem } from './problem.ts';
import { accessRoutes } from './routes/access.ts';
import { auditLogRoutes } from './routes/auditLog.ts';
import { auditRoutes } from './routes/audits.ts';
import { backupRoutes } from './routes/backups.ts';
import { checkRoutes } from './routes/checks.ts';
import { compareRoutes } from './routes/compare.ts';
import { connectionRoutes } from './routes/connections.ts';
import type { ApiEnv } from './routes/contract.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { deviceRoutes } from './routes/devices.ts';
import { docsRoutes } from './routes/docs.ts';
import { exportRoutes } from './routes/export.ts';
import { figureRoutes } from './routes/figures.ts';
import { formRoutes } from './routes/forms.ts';
import { healthRoutes } from './routes/health.ts';
import { heldRoutes } from './routes/held.ts';
import { holidayRoutes } from './routes/holidays.ts';
import { hookRoutes } from './routes/hooks.ts';
import { importMappingRoutes, importRoutes } from './routes/imports.ts';
import { ingestRoutes } from './routes/ingest.ts';
import { liveRoutes } from './routes/live.ts';
import { noteRoutes } from './routes/notes.ts';
import { ownAccountRoutes } from './routes/ownAccount.ts';
import { personRoutes } from './routes/persons.ts';
import { preferenceRoutes } from './routes/preferences.ts';
import { profileRoutes } from './routes/profiles.ts';
import { provisionRoutes } from './routes/provision.ts';
import { quarantineRoutes } from './routes/quarantine.ts';
import { queueRoutes } from './routes/queue.ts';
import { queueNowRoutes } from './routes/queueNow.ts';
import { restatementRoutes } from './routes/restatements.ts';
import { serviceRoutes } from './routes/service.ts';
import { settingsRoutes } from './routes/settings.ts';
import { sourceRoutes } from './routes/sources.ts';
import { standardRemovalRoutes } from './routes/standardRemovals.ts';
import { standardsRoutes } from './routes/standards.ts';
import { storeRoutes } from './routes/stores.ts';
import { surveyRoutes } from './routes/survey.ts';
import { surveyPageRoutes } from './routes/surveyPages.ts';
import { takeOutRoutes } from './routes/takeOuts.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { walkTestRoutes } from './routes/walkTests.ts';
import { watchRoutes } from './routes/watching.ts';
import { zReportRoutes } from './routes/zReports.ts';
import type { Services } from './services.ts';
import { serveDashboard } from './static.ts';

/** Larger than any settings; what devices send has its own limit. */
const mostBodyBytes = 1024 * 1024;

/** The whole HTTP side. `webFolder`: the built dashboard; null: this process serves no API and no pages, only its health. */
export function makeApp(services: Services, webFolder: string | null): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.onError(answerError(services.log));
  app.use(securityHeaders(services.publicUrl));
  app.use(async (c, next) => {
    const startedAt = performance.now();
    await next();
    const labels = { method: c.req.method, route: routePath(c), status: c.res.status };
    services.telemetry.requestSeconds.observe(labels, (performance.now() - startedAt) / 1000);
  });
  app.route('/', healthRoutes(services));
  if (webFolder === null) return app;
  mountApi(app, services);
  const drawFirst = drawFirstPicture({
    folder: join(dirname(webFolder), 'first'),
    ask: async (c, path) => await app.fetch(asReader(c, path), c.env),
    say: (error) => services.log.error({ err: error }, 'the first picture was not drawn; the page draws it by itself'),
  });
  app.get('*', serveDashboard(webFolder, { announce: announceFirstQuestions(services), drawFirst }));
  app.notFound((c) => problem(c, 'not_found', { detail: `There is no ${c.req.method} ${c.req.path}.` }));
  return app;
}

/** A question to the API by whoever asked for a page. */
function asReader(c: Context, path: string): Request {
  const headers = new Headers(c.req.raw.headers);
  // What the page itself may be spared says nothing about the answer.
  for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since', 'range']) headers.delete(name);
  return new Request(new URL(path, c.req.url), { headers });
}

function mountApi(app: Hono<ApiEnv>, services: Services): void {
  // Before all that asks the database: vendors are answered in their time also where it is slow.
  app.route('/', hookRoutes(services));
  app.use('/api/v1/ingest/*', async (_c, next) => {
    // Nothing that is asked of the database first would be answered.
    const outage = services.outage();
    if (outage !== null) throw new AppError('unavailable', outage);
    await next();
  });
  app.use('/api/*', async (c, next) => {
    // At most one look a second; the command line may have changed them meanwhile.
    await services.settings.refresh();
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.route('/', ingestRoutes(services));
  // Files are larger than any settings.
  app.route('/', importRoutes(services));
  app.use('/api/*', bodyLimit({ maxSize: mostBodyBytes, onError: () => tooLarge() }));
  const parts = [
    storeRoutes,
    compareRoutes,
    figureRoutes,
    restatementRoutes,
    exportRoutes,
    liveRoutes,
    deviceRoutes,
    coverageRoutes,
    profileRoutes,
    connectionRoutes,
    sourceRoutes,
    watchRoutes,
    settingsRoutes,
    quarantineRoutes,
    auditRoutes,
    takeOutRoutes,
    noteRoutes,
    holidayRoutes,
    importMappingRoutes,
    zReportRoutes,
    heldRoutes,
    walkTestRoutes,
    queueRoutes,
    queueNowRoutes,
    serviceRoutes,
    standardsRoutes,
    standardRemovalRoutes,
    formRoutes,
    checkRoutes,
    surveyPageRoutes,
    surveyRoutes,
    accessRoutes,
    preferenceRoutes,
    ownAccountRoutes,
    provisionRoutes,
    backupRoutes,
    auditLogRoutes,
    tokenRoutes,
    personRoutes,
  ];
  for (const part of parts) app.route('/', part(services));
  app.route(
    '/',
    docsRoutes(() => app),
  );
  app.all('/api/*', (c) => problem(c, 'not_found', { detail: `There is no ${c.req.method} ${c.req.path}.` }));
}

function tooLarge(): never {
  throw new AppError('too_large', `The body is larger than ${mostBodyBytes / 1024} KiB.`);
}
