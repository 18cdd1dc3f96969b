import type { HookRequest } from '../../../ingest/adapters/webhook.ts';

interface Sent {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly url?: string;
}

/** A request to a feed's address, as its adapter sees it. */
export function hookRequest({
  body = '{}',
  headers = {},
  path = '',
  url = 'https://lintel.example/api/v1/hooks/till-1',
}: Sent): HookRequest {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    method: 'POST',
    url,
    path,
    query: new URLSearchParams(url.split('?')[1] ?? ''),
    header: (name) => named.get(name.toLowerCase()),
    body: new TextEncoder().encode(body),
    now: Date.parse('2026-03-20T12:00:00Z'),
  };
}
