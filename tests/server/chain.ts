import { type RunningServer, startServer } from '../setup/server.ts';

/** A request to a running server; a body is sent as JSON. */
export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  // Answers are looked into freely; each test says what it expects of them.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
  readonly body: any;
}

export async function call(
  server: RunningServer,
  path: string,
  { method = 'GET', body, headers = {} }: Call = {},
): Promise<Answer> {
  const init: RequestInit = { method, headers: { ...headers } };
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json', ...headers };
    init.body = typeof body === 'string' ? body : JSON.stringify(body);
  }
  const answer = await fetch(`${server.url}${path}`, init);
  const type = answer.headers.get('content-type') ?? '';
  const text = await answer.text();
  return {
    status: answer.status,
    type,
    headers: answer.headers,
    body: /json/.test(type) && text ? JSON.parse(text) : text,
  };
}

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
export const basic = (id: string, secret: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

export const ownerAccount = { name: 'Anna', email: 'anna@example.com', password: 'correct horse' };

/** A chain that was set up through the API alone: the owner's session cookie, and a token that may do everything. */
export interface Chain {
  readonly server: RunningServer;
  readonly cookie: string;
  readonly token: string;
  stop(): Promise<void>;
}

export async function startChain(env: Record<string, string> = {}): Promise<Chain> {
  const server = await startServer(env);
  const owner = await call(server, '/api/v1/setup', {
    method: 'POST',
    body: { code: server.setupCode(), ...ownerAccount },
  });
  if (owner.status !== 201)
    throw new Error(`set-up answered ${owner.status}: ${JSON.stringify(owner.body)}\n${server.output()}`);
  const cookie = owner.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const made = await call(server, '/api/v1/tokens', {
    method: 'POST',
    headers: { cookie },
    body: { name: 'all', role: 'owner' },
  });
  if (made.status !== 201) throw new Error(`no token: ${JSON.stringify(made.body)}\n${server.output()}`);
  return { server, cookie, token: made.body.token, stop: async () => void (await server.stop()) };
}

/** Changes the settings as the owner; throws where that is refused. */
export async function put({ server, token }: Chain, path: string, body: unknown): Promise<Answer> {
  const answer = await call(server, path, { method: 'PUT', headers: bearer(token), body });
  if (answer.status !== 200) throw new Error(`PUT ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

export async function newToken(
  { server, token }: Chain,
  grants: Record<string, unknown>,
): Promise<{ id: string; token: string }> {
  const made = await call(server, '/api/v1/tokens', {
    method: 'POST',
    headers: bearer(token),
    body: { name: 'test', ...grants },
  });
  if (made.status !== 201) throw new Error(`POST tokens answered ${made.status}: ${JSON.stringify(made.body)}`);
  return made.body;
}
