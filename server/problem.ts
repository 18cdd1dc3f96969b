import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { AppError, type ErrorCode } from '../db/vocabulary/errors.ts';
import { languageOfRequest } from './language.ts';
import { say } from './words/say.ts';

/** One fault of one parameter or field; `path` as in `from` or `openingHours.mon.0`. */
export interface FieldFault {
  readonly path: string;
  readonly detail: string;
}

/** What was sent does not fit the contract: 400 with each fault named. */
export class InvalidRequest extends AppError {
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[]) {
    super('invalid', allOf(faults));
    this.name = 'InvalidRequest';
    this.faults = faults;
  }
}

function allOf(faults: readonly FieldFault[]): string {
  return faults.map(({ path, detail }) => `${path}: ${detail}`).join('; ');
}

const statuses: Record<ErrorCode, { status: ContentfulStatusCode; title: string }> = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  too_large: { status: 413, title: 'Too large' },
  too_many: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available now' },
};

const retryAfterSeconds = 5;
const limitedSeconds = 60;

/** RFC 9457 problem details; `type` is about:blank because `code` already tells the kinds apart. */
export function problem(
  c: Context,
  code: ErrorCode,
  told: { detail: string; errors?: readonly FieldFault[] },
): Response {
  const { status, title } = statuses[code];
  const language = languageOfRequest(c);
  const errors = told.errors?.map((fault) => ({ ...fault, detail: say(fault.detail, language) }));
  const detail = errors === undefined ? say(told.detail, language) : allOf(errors);
  const body = {
    type: 'about:blank',
    title: say(title, language),
    status,
    code,
    detail,
    ...(errors === undefined ? {} : { errors }),
  };
  // What was too much is not read to its end, so that the connection cannot be used again.
  if (status === 413) c.header('connection', 'close');
  // RFC 9110, 10.2.3: whoever sends by itself knows when to try again.
  if (status === 503) c.header('retry-after', String(retryAfterSeconds));
  // RFC 6585, 4.
  if (status === 429) c.header('retry-after', String(limitedSeconds));
  return c.json(body, status, { 'content-type': 'application/problem+json' });
}

/** Every error of every route ends here; a bug is logged with its cause and answered without its text. */
export function answerError(log: Logger): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof InvalidRequest) return problem(c, error.code, { detail: error.message, errors: error.faults });
    if (isAppError(error)) return problem(c, error.code, { detail: error.message });
    if (error instanceof HTTPException && error.status < 500) return problem(c, 'invalid', { detail: error.message });
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request failed');
    const language = languageOfRequest(c);
    const body = {
      type: 'about:blank',
      title: say('Internal error', language),
      status: 500,
      detail: say('Something went wrong here; the log says what.', language),
      code: 'internal',
    };
    return c.json(body, 500, { 'content-type': 'application/problem+json' });
  };
}

/** Errors from worker threads lose their class on the way, not their name and code. */
function isAppError(error: Error): error is AppError {
  return error instanceof AppError || (error.name === 'AppError' && 'code' in error && String(error.code) in statuses);
}
