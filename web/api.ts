import type { Credentials, Me, Organisation, Problem, PublicFacts } from './access-types.ts';
import type {
  Compare,
  DeviceAccess,
  DeviceReport,
  DeviceSettings,
  Funnel,
  QuarantinePage,
  Region,
  Restatements,
  RetryAnswer,
  StoreSettings,
  StoreSummary,
  Today,
} from './api-types.ts';
import type { AdjustedFigures, Audits, NewAudit, NewTakeOut, TakeOut } from './audits/auditTypes.ts';
import type { HeldDecision, HeldDifference, StoreCheck } from './data/dataTypes.ts';
import type { Shifts } from './data/shifts.ts';
import { takeFirstAnswer } from './first/answers.ts';
import { messages } from './messages.ts';
import { noteAnswer } from './state/keptAnswers.ts';
import type { OccupancyDay } from './today/dayTypes.ts';

/** The API's refusal, or no answer at all (`status` 0). `message` is a sentence for the user. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A path with its query; absent values are left out, a list repeats its name. */
export function urlOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of value === undefined ? [] : [value].flat()) parameters.append(name, one);
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function problemOf(response: Response): Promise<ApiError> {
  return errorOf(response.status, (await response.json().catch(() => ({}))) as Problem);
}

/** What a refusal says to the user. */
export function errorOf(status: number, problem: Problem): ApiError {
  const sentence = problem.detail ?? problem.message ?? problem.title ?? messages.errors.status(status);
  return new ApiError(status, problem.code ?? '', sentence);
}

/** Asks the API; `body` is sent as JSON, a file as it is. Rejects with {@link ApiError}. */
export async function call<Answer>(
  path: string,
  { method = 'GET', query = {}, body, signal }: Call = {},
): Promise<Answer> {
  const init: RequestInit = { method, headers: { accept: 'application/json' }, credentials: 'same-origin' };
  if (body !== undefined) {
    init.headers = { accept: 'application/json', 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  if (signal) init.signal = signal;
  const url = urlOf(path, query);
  const known = method === 'GET' ? takeFirstAnswer(url) : undefined;
  // As below: what the server gave along with the page is what it would answer.
  if (known !== undefined) return known as Answer;
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, 'unreachable', messages.errors.unreachable);
  });
  noteAnswer(response);
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  // The answer's shape is the API's promise (contract 6); the browser does not check it again.
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

export const storePath = (store: string): string => `/api/v1/stores/${encodeURIComponent(store)}`;

export interface DayQuery {
  readonly store: string;
  readonly date: string;
}

/** Which difference, and what shall become of it. */
type HeldChoice = Pick<HeldDifference, 'line' | 'start' | 'end'> & { readonly decision: HeldDecision };

/** Every call the dashboard makes, one function each; all reject with {@link ApiError}. */
export const api = {
  publicFacts: (): Promise<PublicFacts> => call('/api/v1/public'),
  me: (): Promise<Me> => call('/api/v1/me'),
  signIn: (credentials: Credentials): Promise<unknown> =>
    call('/api/auth/sign-in/email', { method: 'POST', body: credentials }),
  signOut: (): Promise<unknown> => call('/api/auth/sign-out', { method: 'POST', body: {} }),

  stores: (): Promise<{ readonly stores: readonly StoreSummary[]; readonly regions?: readonly Region[] }> =>
    call('/api/v1/stores'),
  /** `date` null: the one that is running. */
  today: (
    { store, date }: { readonly store: string; readonly date: string | null },
    signal: AbortSignal,
  ): Promise<Today> => call(`${storePath(store)}/today`, { query: { date: date ?? undefined }, signal }),
  day: ({ store, date }: DayQuery, signal?: AbortSignal): Promise<Funnel> =>
    call(`${storePath(store)}/funnel`, {
      query: { from: date, to: date, by: 'hour' },
      ...(signal ? { signal } : {}),
    }),
  restatements: ({ store, date }: DayQuery, signal?: AbortSignal): Promise<Restatements> =>
    call(`${storePath(store)}/restatements`, { query: { from: date, to: date }, ...(signal ? { signal } : {}) }),
  /** A day by hour with what its gaps probably hide. */
  estimatedDay: (store: string, date: string): Promise<Funnel> =>
    call(`${storePath(store)}/funnel`, { query: { from: date, to: date, by: 'hour', estimates: 'true' } }),
  occupancy: (store: string, date: string): Promise<OccupancyDay> =>
    call(`${storePath(store)}/occupancy`, { query: { date } }),
  compare: (date: string): Promise<Compare> => call('/api/v1/compare', { query: { from: date, to: date } }),
  checks: (): Promise<{ readonly checks: readonly StoreCheck[] }> => call('/api/v1/checks'),
  decideHeld: (device: string, decision: HeldChoice): Promise<unknown> =>
    call(`/api/v1/devices/${encodeURIComponent(device)}/held`, { method: 'POST', body: decision }),
  devices: (): Promise<{ readonly devices: readonly DeviceReport[] }> => call('/api/v1/devices'),
  quarantine: (cursor?: string): Promise<QuarantinePage> => call('/api/v1/quarantine', { query: { cursor } }),
  retryQuarantined: (ids: readonly number[]): Promise<RetryAnswer> =>
    call('/api/v1/quarantine/retry', { method: 'POST', body: { ids } }),

  adjusted: ({ store, date }: DayQuery): Promise<{ readonly total: { readonly adjusted: AdjustedFigures } }> =>
    call(`${storePath(store)}/funnel`, { query: { from: date, to: date, adjusted: 'true' } }),
  audits: (store: string): Promise<Audits> => call(`${storePath(store)}/audits`),
  sendAudit: (store: string, audit: NewAudit): Promise<unknown> =>
    call(`${storePath(store)}/audits`, { method: 'POST', body: audit }),
  withdrawAudit: (store: string, id: string): Promise<unknown> =>
    call(`${storePath(store)}/audits/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  zReports: (store: string): Promise<Shifts> => call(`${storePath(store)}/z-reports`),
  takeOuts: (store: string): Promise<{ readonly takeOuts: readonly TakeOut[] }> =>
    call(`${storePath(store)}/take-outs`),
  takeOut: (store: string, wish: NewTakeOut): Promise<unknown> =>
    call(`${storePath(store)}/take-outs`, { method: 'POST', body: wish }),
  revertTakeOut: (store: string, id: string): Promise<unknown> =>
    call(`${storePath(store)}/take-outs/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  setupOpen: (): Promise<{ readonly open: boolean }> => call('/api/v1/setup'),
  createOwner: (owner: Credentials & { readonly code: string; readonly name: string }): Promise<unknown> =>
    call('/api/v1/setup', { method: 'POST', body: owner }),
  saveOrganisation: (organisation: Organisation): Promise<unknown> =>
    call('/api/v1/organisation', { method: 'PUT', body: organisation }),
  saveStore: ({ id, ...store }: StoreSettings): Promise<unknown> => call(storePath(id), { method: 'PUT', body: store }),
  saveDevice: (store: string, { id, ...device }: DeviceSettings): Promise<DeviceAccess> =>
    call(`${storePath(store)}/devices/${encodeURIComponent(id)}`, { method: 'PUT', body: device }),
  newSecret: (store: string, device: string): Promise<DeviceAccess> =>
    call(`${storePath(store)}/devices/${encodeURIComponent(device)}/secret`, { method: 'POST', body: {} }),
  timezones: (): Promise<readonly string[]> => call('/api/v1/timezones'),
};
