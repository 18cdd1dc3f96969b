import type { Organisation, Problem } from '../access-types.ts';
import { call, errorOf, storePath } from '../api.ts';
import type {
  BackupState,
  FileAnswer,
  Grants,
  LogPage,
  PasswordLink,
  PersonLine,
  RegionLine,
  StoreFile,
  TokenLine,
} from './settingsTypes.ts';

const userPath = (id: string): string => `/api/v1/users/${encodeURIComponent(id)}`;

/** Calls of the settings; all reject with ApiError. */
export const settingsApi = {
  rename: (name: string): Promise<unknown> => call('/api/v1/me', { method: 'PUT', body: { name } }),
  changePassword: (body: { readonly current: string; readonly password: string }): Promise<unknown> =>
    call('/api/v1/me/password', { method: 'POST', body }),
  choosePassword: (body: { readonly code: string; readonly password: string }): Promise<{ readonly email: string }> =>
    call('/api/v1/password', { method: 'POST', body }),

  saveOrganisation: (body: Partial<Organisation> & { readonly holidays?: string | null }): Promise<Organisation> =>
    call('/api/v1/organisation', { method: 'PUT', body }),
  regions: async (): Promise<readonly RegionLine[]> =>
    (await call<{ readonly regions: readonly RegionLine[] }>('/api/v1/stores')).regions,
  saveRegion: ({ id, name }: RegionLine): Promise<unknown> =>
    call(`/api/v1/regions/${encodeURIComponent(id)}`, { method: 'PUT', body: { name } }),
  removeRegion: (id: string): Promise<unknown> =>
    call(`/api/v1/regions/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  store: (id: string): Promise<StoreFile> => call(storePath(id)),
  saveStore: (id: string, change: Partial<StoreFile>): Promise<StoreFile> =>
    call(storePath(id), { method: 'PUT', body: change }),

  people: async (): Promise<readonly PersonLine[]> =>
    (await call<{ readonly users: readonly PersonLine[] }>('/api/v1/users')).users,
  addPerson: (
    body: Grants & { readonly name: string; readonly email: string },
  ): Promise<{ readonly link?: PasswordLink }> => call('/api/v1/users', { method: 'POST', body }),
  savePerson: (id: string, body: Grants & { readonly name: string }): Promise<PersonLine> =>
    call(userPath(id), { method: 'PUT', body }),
  removePerson: (id: string): Promise<unknown> => call(userPath(id), { method: 'DELETE' }),
  passwordLink: (id: string): Promise<PasswordLink> =>
    call(`${userPath(id)}/password-link`, { method: 'POST', body: {} }),

  tokens: async (): Promise<readonly TokenLine[]> =>
    (await call<{ readonly tokens: readonly TokenLine[] }>('/api/v1/tokens')).tokens,
  makeToken: (
    body: Grants & { readonly name: string; readonly expiresAt?: string },
  ): Promise<{ readonly token: string }> => call('/api/v1/tokens', { method: 'POST', body }),
  revokeToken: (id: string): Promise<unknown> => call(`/api/v1/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  backup: (): Promise<BackupState> => call('/api/v1/backup'),
  makeBackup: (): Promise<BackupState> => call('/api/v1/backup', { method: 'POST', body: {} }),
  log: (query: { readonly cursor?: string; readonly actor?: string }): Promise<LogPage> =>
    call('/api/v1/audit-log', { query }),
};

/** One thing wrong with a file of settings. */
export interface FileFault {
  /** `12: stores[0].timezone` */
  readonly path: string;
  readonly detail: string;
}

/** The file as it is can't be applied; every fault with its line. */
export class FileRefused extends Error {
  readonly faults: readonly FileFault[];
  constructor(faults: readonly FileFault[]) {
    super('the file has faults');
    this.faults = faults;
  }
}

/** Sends a file of settings: to be told what it would change, or to be applied. Rejects with FileRefused or ApiError. */
export async function sendSettings(text: string, isPreview: boolean): Promise<FileAnswer> {
  const response = await fetch(`/api/v1/provision?preview=${isPreview}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/yaml' },
    credentials: 'same-origin',
    body: text,
  });
  // The answer's shape is the API's promise (contract 6).
  if (response.ok) return (await response.json()) as FileAnswer;
  const problem = (await response.json().catch(() => ({}))) as Problem & { readonly errors?: readonly FileFault[] };
  if (problem.errors && problem.errors.length > 0) throw new FileRefused(problem.errors);
  throw errorOf(response.status, problem);
}
