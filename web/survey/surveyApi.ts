import type { Answered, PublicSurvey } from './surveyTypes.ts';

/** What became of a call: the page must be small, so it has no part of the dashboard's own way to the API. */
export type Fate<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The key opens nothing: the page is closed, or has a new key. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Fate<Answer>> {
  const response = await fetch(`/api/v1/survey/${path}`, { ...init, credentials: 'omit' }).catch(() => null);
  if (response === null || response.status >= 500 || response.status === 408) return { kind: 'unreachable' };
  if (response.status === 404) return { kind: 'closed' };
  if (response.status === 429) return { kind: 'busy' };
  if (!response.ok) return { kind: 'refused' };
  // The answer's shape is the API's promise; the browser does not check it again.
  return { kind: 'answered', answer: (await response.json()) as Answer };
}

export function readSurvey(key: string): Promise<Fate<PublicSurvey>> {
  return ask(encodeURIComponent(key));
}

interface Sending extends Answered {
  /** A random number that this phone keeps: one answer a device a visit. */
  readonly phone: string;
  /** Epoch ms. */
  readonly madeAt: number;
}

export function sendAnswers(key: string, { phone, stage, answers, madeAt }: Sending): Promise<Fate<unknown>> {
  const times = { at: new Date(madeAt).toISOString(), sentAt: new Date().toISOString() };
  return ask(encodeURIComponent(key), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone, answers, ...(stage === null ? {} : { stage }), ...times }),
  });
}
