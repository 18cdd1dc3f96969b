import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Context, Hono } from 'hono';
import { formatInstant } from '../../db/time/steps.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { canSeeStore } from '../../db/vocabulary/scope.ts';
import {
  type ImportMapping,
  importMapping,
  importsAnswer,
  importsQuery,
  mappingParam,
  mappingSaved,
  mappingsAnswer,
} from '../contracts/imports.ts';
import { storeParam } from '../contracts/parameters.ts';
import type { ImportOrder } from '../imports.ts';
import { languageOfRequest } from '../language.ts';
import type { Services } from '../services.ts';
import { reportIn } from '../vendors/reportInLanguage.ts';
import { say } from '../words/say.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** A year of receipts of a large store; more is imported in parts, or by the command line. */
const mostBytes = 128 * 1024 * 1024;

/** Files with receipts and counts, sent by people. */
export function importRoutes(services: Services): Hono<ApiEnv> {
  const { allow, imports } = services;
  return new Hono<ApiEnv>().post(
    '/api/v1/stores/:store/imports',
    describe({
      summary: 'Imports a file: a table (CSV, XLSX) by a mapping, or a make’s own format by its profile',
      description:
        'The body is the file itself. With `Accept: application/x-ndjson` each line of the answer is `{"done", "total"}`, and the last `{"report"}` or `{"error"}`.',
      tag: 'imports',
      access: 'correct',
      answer: importsAnswer,
    }),
    allow('correct'),
    take('param', storeParam),
    take('query', importsQuery),
    async (c) => {
      const scope = scopeOf(c);
      const { store: storeId } = c.req.valid('param');
      const { device: deviceId, profile, mapping, map, dryRun, look } = c.req.valid('query');
      requireOwn(services, c, storeId);
      const read = map ?? (mapping === undefined ? {} : await keptMapping(services, c, { storeId, name: mapping }));
      const order = { storeId, deviceId, profile, mapping: importMapping.parse(read), isDryRun: dryRun ?? false };
      const folder = await mkdtemp(join(tmpdir(), 'lintel-import-'));
      const done = (): Promise<void> => rm(folder, { recursive: true, force: true });
      try {
        const file = join(folder, 'file');
        await keepBody(c, file);
        if (look === true) return c.json(await imports.look({ ...order, file }));
        if (!wantsLines(c)) {
          const report = await imports.run(scope, { ...order, file }, () => undefined);
          return c.json(reportIn(languageOfRequest(c), report));
        }
        return linesOf(services, c, { order: { ...order, file }, done });
      } finally {
        if (!wantsLines(c) || look === true) await done();
      }
    },
  );
}

/** Mappings that are kept under a name. */
export function importMappingRoutes({ allow, db, settings, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/import-mappings',
      describe({
        summary: 'How tables of a store are read, by name',
        tag: 'imports',
        access: 'read',
        answer: mappingsAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      async (c) => {
        const { store: storeId } = c.req.valid('param');
        const kept = await db.reads.readImportMappings(scopeOf(c), { storeId });
        const timezone = settings.current.stores.get(storeId)?.timezone ?? 'UTC';
        const mappings = kept.map(({ name, mapping, changedAt }) => {
          return { ...mapping, name, changedAt: formatInstant(timezone, changedAt) };
        });
        return c.json({ mappings });
      },
    )
    .put(
      '/api/v1/stores/:store/import-mappings/:name',
      describe({
        summary: 'Keeps how a table is read under a name',
        tag: 'imports',
        access: 'correct',
        answer: mappingSaved,
      }),
      allow('correct'),
      take('param', mappingParam),
      take('json', importMapping),
      async (c) => {
        const { store: storeId, name } = c.req.valid('param');
        const mapping = c.req.valid('json');
        const kind = mapping.kind ?? 'sales';
        await db.writes.saveImportMapping(scopeOf(c), { storeId, name, kind, mapping, now: now() });
        return c.json({ name });
      },
    );
}

function requireOwn({ settings }: Services, c: Context<ApiEnv>, storeId: string): void {
  const store = settings.current.stores.get(storeId);
  if (store === undefined || !canSeeStore(scopeOf(c), store)) {
    throw new AppError('not_found', `There is no store "${storeId}": choose one of your own.`);
  }
}

async function keptMapping(
  { db }: Services,
  c: Context<ApiEnv>,
  { storeId, name }: { readonly storeId: string; readonly name: string },
): Promise<Partial<ImportMapping>> {
  const kept = await db.reads.readImportMappings(scopeOf(c), { storeId });
  const found = kept.find((one) => one.name === name);
  if (found === undefined) throw new AppError('not_found', `The store has no mapping "${name}": save it first.`);
  return importMapping.parse(found.mapping);
}

function wantsLines(c: Context<ApiEnv>): boolean {
  return c.req.header('accept')?.includes('application/x-ndjson') ?? false;
}

/** The body goes to a file as it comes; what is beyond the limit is not read. */
async function keepBody(c: Context<ApiEnv>, file: string): Promise<void> {
  const { body } = c.req.raw;
  let length = 0;
  const limit = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      length += chunk.length;
      if (length <= mostBytes) next(null, chunk);
      else
        next(new AppError('too_large', `The file is larger than ${mostBytes / 1024 / 1024} MiB: import it in parts.`));
    },
  });
  if (body !== null)
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), limit, createWriteStream(file));
  if (length === 0) throw new AppError('invalid', 'The body is empty: send the file itself.');
}

interface Lines {
  readonly order: ImportOrder;
  done(): Promise<void>;
}

/** A line of JSON for each step, so that a page can show how far a long file is. */
function linesOf({ imports, log }: Services, c: Context<ApiEnv>, { order, done }: Lines): Response {
  const scope = scopeOf(c);
  const language = languageOfRequest(c);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: unknown): void => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        const report = await imports.run(scope, order, (at, total) => write({ done: at, total }));
        write({ report: reportIn(language, report) });
      } catch (error) {
        if (!(error instanceof AppError)) log.error({ err: error }, 'an import failed');
        const isKnown = error instanceof AppError;
        write({
          error: {
            code: isKnown ? error.code : 'internal',
            detail: say(isKnown ? error.message : 'Something went wrong here; the log says what.', language),
          },
        });
      } finally {
        controller.close();
        await done();
      }
    },
  });
  return c.body(stream, 200, { 'content-type': 'application/x-ndjson' });
}
