import { AppError } from '../vocabulary/errors.ts';

const unreachable = 'The database does not answer; check that PostgreSQL runs and DATABASE_URL is right.';

/** What of the server, not of what was asked, keeps PostgreSQL from doing its work: the driver's codes, and SQLSTATEs by their beginning. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|08)/, unreachable],
  [/^57P03/, 'PostgreSQL is starting or stopping; it will answer in a moment.'],
  [/^57P/, unreachable],
  [/^53100/, 'The disk of PostgreSQL is full: free some space there.'],
  [/^53300/, 'PostgreSQL has no connection left: raise max_connections, or end other programs that use it.'],
  [/^53/, 'PostgreSQL lacks memory or disk: give it more, or end other programs that use it.'],
  [/^25006/, 'PostgreSQL may only be read: make it writable, or point DATABASE_URL at the server that is.'],
  [/^28/, 'PostgreSQL refuses the user or password of DATABASE_URL: check both.'],
  [/^3D000/, 'PostgreSQL has no database of the name in DATABASE_URL: create it, or correct the name.'],
  [/^42501/, 'The user of DATABASE_URL lacks rights in the database: make it the owner of Lintel’s tables.'],
  [/^(40|55P03|57014)/, 'Another program holds what Lintel wants to change in PostgreSQL: end it.'],
  [/^(58|XX|F0)/, 'PostgreSQL reports a fault of its own, of its disk or files: look into its log.'],
];

/** The driver gives these no code (pg 8.23, lib/client.js and pg-pool). */
const withoutCode =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

function sentenceOf(error: Error): string | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '') return withoutCode.test(error.message) ? unreachable : undefined;
  return sentences.find(([pattern]) => pattern.test(code))?.[1];
}

/** The error as whoever asked should see it: AppError `unavailable` where the server is at fault, else as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const sentence = sentenceOf(error);
  return sentence === undefined ? error : new AppError('unavailable', sentence, { cause: error });
}
