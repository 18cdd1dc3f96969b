import { carriedHeader } from '../adapters/polling.ts';
import type { ApiAsk } from '../adapters/vendorApi.ts';
import type { Account } from './account.ts';

/** What became of a question to a vendor; sentences are for whoever set the feed up. */
export type Asked =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** Too many questions, or a vendor at rest: to be asked again after so many ms. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly sentence: string }
  /** The key is not taken: nothing of this account can be asked. */
  | { readonly kind: 'denied'; readonly sentence: string }
  /** `isLasting`: hardly worth to be asked many times more. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly isLasting: boolean };

/** Any but an answer. */
export type Unanswered = Exclude<Asked, { readonly kind: 'answered' }>;

const timeoutMs = 20_000;
const mostBytes = 16 * 1024 * 1024;
const usualPauseMs = 30_000;
const longestPauseMs = 3600_000;

/** Sends one question and reads its answer; never rejects. Redirects are not followed: the key is for this host alone. */
export async function askVendor(
  { host, api, secret }: Pick<Account, 'host' | 'api' | 'secret'>,
  ask: ApiAsk,
  signal?: AbortSignal,
): Promise<Asked> {
  const { [carriedHeader]: _carried, ...own } = ask.headers ?? {};
  const headers = { accept: 'application/json', 'user-agent': 'Lintel', ...api.headers(secret), ...own };
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${host}${ask.path}`, {
      method: ask.method,
      headers,
      redirect: 'manual',
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      ...(ask.body === undefined ? {} : { body: ask.body }),
    });
    const body = await bodyOf(response);
    return response.ok ? answerOf(body) : refusalOf(response);
  } catch (error) {
    return failed(reasonOf(error, host), false);
  }
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerOf(body: string): Asked {
  try {
    return { kind: 'answered', answer: JSON.parse(body) };
  } catch {
    return failed('The vendor’s answer is no JSON: check the host.', true);
  }
}

function failed(sentence: string, isLasting: boolean): Asked {
  return { kind: 'failed', sentence, isLasting };
}

function refusalOf({ status, headers }: Response): Asked {
  if (status === 401 || status === 403)
    return {
      kind: 'denied',
      sentence: `The vendor refuses the API secret (${status}): enter one that is valid and may read sales.`,
    };
  const pause = pauseOf(headers.get('retry-after'));
  if (status === 429 || (status === 503 && pause !== null))
    return {
      kind: 'later',
      afterMs: pause ?? usualPauseMs,
      sentence: `The vendor wants to be asked later (${status}).`,
    };
  if (status === 404) return failed('The vendor does not know it (404).', true);
  if (status >= 300 && status < 400)
    return failed(`The vendor sends us elsewhere (${status}): correct the option host.`, true);
  return failed(`The vendor answered ${status}.`, status < 500 && status !== 408 && status !== 425);
}

/** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3). */
function pauseOf(text: string | null): number | null {
  if (text === null) return null;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1000), longestPauseMs);
}

function reasonOf(error: unknown, host: string): string {
  const { name, cause } = error instanceof Error ? error : { name: '', cause: undefined };
  if (error instanceof RangeError) return 'The vendor’s answer is larger than 16 MiB.';
  if (name === 'TimeoutError') return `${host} did not answer within ${timeoutMs / 1000} s.`;
  if (name === 'AbortError') return 'Lintel was shutting down.';
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `${host} cannot be reached${code}.`;
}
