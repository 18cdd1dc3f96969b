import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { HookRequest } from '../../ingest/adapters/webhook.ts';
import type { HookAnswer, HookArrival, Refused, RefusedWhy } from '../../ingest/hooks/door.ts';
import { type HookAnswerBody, hookAnswer, hookParam } from '../contracts/hooks.ts';
import type { Services } from '../services.ts';
import { bodyBytes, makeBodyBudget } from './bodyBudget.ts';
import { type ApiEnv, describe, take } from './contract.ts';
import { readUpTo } from './readUpTo.ts';

/** A vendor's largest, with pictures that are left out. */
const mostBytes = 8 * 1024 * 1024;
/** Of all that is being read or waits to be stored; apart from that of devices, since anybody may send here. */
const mostBytesAtOnce = 64 * 1024 * 1024;
const base = '/api/v1/hooks/';
const methods = ['GET', 'POST', 'PUT'];

/** Where vendors send what their devices and tills say; authentic by what each vendor offers. */
export function hookRoutes(services: Services): Hono<ApiEnv> {
  const budget = makeBodyBudget(mostBytesAtOnce);
  const answer = async (c: Context<ApiEnv>): Promise<Response> => {
    const { hooks, telemetry } = services;
    if (hooks === null) throw new AppError('unavailable', 'This process does not ingest; its ROLES leave it out.');
    const [feed = ''] = partsAfterBase(c.req.url);
    const peer = getConnInfo(c).remote.address ?? '';
    const address = hooks.senderOf(peer, c.req.header('x-forwarded-for'));
    const arrival: HookArrival = { feed, address, method: c.req.method, beganAt: services.now() };
    await hooks.refreshed();
    const bytes = bodyBytes(c.req.header('content-length'), mostBytes);
    const given =
      hooks.door.refusal(arrival) ??
      (await budget.within(bytes, async () => {
        const body = await readUpTo(c.req.raw.body, mostBytes);
        if (body.length >= mostBytes) throw new AppError('too_large', 'The body is larger than 8 MiB.');
        return hooks.door.take(arrival, requestOf(c, { body, publicUrl: services.publicUrl, now: services.now() }));
      }));
    telemetry.hooks.inc({ result: given.kind === 'refused' ? given.why : given.kind });
    return answerOf(c, given);
  };
  const answerOrSay = (c: Context<ApiEnv>): Promise<Response> =>
    answer(c).catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      // Not as other routes: the log has no path, of which the secret may be a part.
      services.log.error({ err: error, feed: partsAfterBase(c.req.url)[0] }, 'a request to a webhook failed');
      throw new AppError('unavailable', 'Something went wrong here; the log says what. Send it again later.');
    });
  const told = describe({
    summary: 'Takes what a vendor sends',
    description:
      'The feed is the id of a device or a source of a vendor’s profile. Shown to be authentic by what the vendor offers: a signature, else HTTP Basic, a bearer token or the secret as the last part of the address. Answered after the commit, at the latest within the time the vendor allows: then what was sent is safe on the disk.',
    tag: 'ingest',
    access: 'none',
    answer: hookAnswer,
  });
  // Described once, as most vendors call it.
  return new Hono<ApiEnv>()
    .post('/api/v1/hooks/:feed', told, take('param', hookParam), answerOrSay)
    .on(methods, ['/api/v1/hooks/:feed', '/api/v1/hooks/:feed/*'], answerOrSay);
}

function partsAfterBase(url: string): string[] {
  const { pathname } = new URL(url);
  return pathname.slice(base.length).split('/').map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

interface Sent {
  readonly body: Uint8Array;
  readonly publicUrl: string | null;
  readonly now: number;
}

function requestOf(c: Context, { body, publicUrl, now }: Sent): HookRequest {
  const url = new URL(c.req.url);
  const asCalled = publicUrl === null ? url.href : `${publicUrl.replace(/\/$/, '')}${url.pathname}${url.search}`;
  return {
    // Sound: the route takes these methods alone.
    method: c.req.method as HookRequest['method'],
    url: asCalled,
    path: partsAfterBase(c.req.url).slice(1).join('/'),
    query: url.searchParams,
    header: (name) => c.req.header(name),
    body,
    now,
  };
}

const statuses: Readonly<Record<RefusedWhy, { readonly status: ContentfulStatusCode; readonly title: string }>> = {
  unknown: { status: 404, title: 'Not found' },
  address: { status: 403, title: 'Not allowed' },
  method: { status: 405, title: 'Not that way' },
  tooMany: { status: 429, title: 'Too many tries' },
  noSecret: { status: 401, title: 'Not authentic' },
  missing: { status: 401, title: 'Not authentic' },
  forged: { status: 401, title: 'Not authentic' },
  late: { status: 403, title: 'Too late' },
};

function answerOf(c: Context, answer: HookAnswer): Response {
  if (answer.kind === 'refused') return refuse(c, answer);
  if (answer.kind === 'handshake') return said(answer);
  if (answer.said != null) return said(answer.said);
  const items = answer.fates.flatMap((fate) => fate.items);
  const count = (fate: string): number => items.filter((item) => item.fate === fate).length;
  const body: HookAnswerBody = {
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    corrected: count('corrected'),
    quarantined: count('quarantined'),
    later: answer.isLater,
  };
  return c.json(body);
}

function said({ status, body }: { readonly status: number; readonly body: string }): Response {
  const headers = body === '' ? {} : { 'content-type': /^[{[]/.test(body) ? 'application/json' : 'text/plain' };
  return new Response(body === '' ? null : body, { status, headers });
}

function refuse(c: Context, { why, sentence, retryAfterSeconds, allow }: Refused): Response {
  const { status, title } = statuses[why];
  if (status === 401) c.header('www-authenticate', 'Basic realm="Lintel", charset="UTF-8"');
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds));
  if (allow !== undefined) c.header('allow', allow.join(', '));
  // Asked for the secret, a camera sends the same again on this connection. Of other requests the body was not read.
  if (c.req.method !== 'GET' && status !== 401) c.header('connection', 'close');
  const body = { type: 'about:blank', title, status, code: why, detail: sentence };
  return c.json(body, status, { 'content-type': 'application/problem+json' });
}
