import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import { isFromOwnPage, isLoopback } from './origin.ts';
import { clientAddressHeader, type People } from './people.ts';

/** The request with its sender's address as the socket tells it, whatever its headers say. */
function addressed(c: Context, request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set(clientAddressHeader, addressOf(c));
  return new Request(request, { headers });
}

/** Behind a proxy on this machine the sender is the last that the proxy names. */
function addressOf(c: Context): string {
  const direct = getConnInfo(c).remote.address ?? '0.0.0.0';
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(direct) && forwarded ? forwarded : direct;
}

/** better-auth's own routes; its refusals are told as problem+json like everybody's. */
export async function answerAuth(people: People, c: Context, publicUrl: string | null): Promise<Response> {
  if (c.req.method === 'POST' && !isFromOwnPage(c.req.raw.headers, publicUrl)) {
    throw new AppError('forbidden', 'This was asked for by a page of another site.');
  }
  const answer = await people.handler(addressed(c, c.req.raw));
  if (answer.status < 400) return answer;
  const told = (await answer.json().catch(() => ({}))) as { message?: string; code?: string };
  const { status } = answer;
  const title = status === 429 ? 'Too many attempts' : 'Not signed in';
  const detail = told.message ?? (status === 404 ? 'There is no such address.' : 'This could not be done.');
  const body = { type: 'about:blank', title, status, detail, code: (told.code ?? `http_${status}`).toLowerCase() };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  const wait = answer.headers.get('x-retry-after');
  if (wait !== null) headers.set('retry-after', wait);
  return new Response(JSON.stringify(body), { status, headers });
}

/** Signs somebody in on behalf of the request at hand; the answer carries the session's cookie. */
export function signIn(people: People, c: Context, account: { email: string; password: string }): Promise<Response> {
  const url = new URL('/api/auth/sign-in/email', c.req.url);
  const headers = { 'content-type': 'application/json', host: url.host };
  const body = JSON.stringify({ email: account.email, password: account.password });
  return people.handler(addressed(c, new Request(url, { method: 'POST', headers, body })));
}
