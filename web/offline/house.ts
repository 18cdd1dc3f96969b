import type { Me } from '../access-types.ts';
import { ApiError, api } from '../api.ts';
import type { StoreSummary } from '../api-types.ts';
import { readStandards } from '../service/standardsApi.ts';
import type { Checklist, Standard } from '../service/standardTypes.ts';

/** What the forms know of the house while there is no connection to it. */
export interface House {
  readonly locale: string;
  /** undefined: kept before there were any. */
  readonly preferences?: Me['preferences'];
  readonly mayWrite: boolean;
  readonly stores: readonly Pick<StoreSummary, 'id' | 'name' | 'timezone' | 'dayStartsAt'>[];
  readonly standards: readonly Standard[];
  readonly checklists: readonly Checklist[];
}

/** Who is signed in; null: nobody. Rejects where there is no connection. */
export async function signedIn(): Promise<Me | null> {
  try {
    return await api.me();
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** The server has read it and will not have it: sending it again is of no use. */
export function isRefusal(error: unknown): error is ApiError {
  return (
    error instanceof ApiError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status)
  );
}

export async function readHouse(me: Me): Promise<House> {
  const [{ stores }, { standards, checklists }] = await Promise.all([api.stores(), readStandards()]);
  return {
    locale: me.organisation?.locale ?? navigator.language,
    preferences: me.preferences,
    mayWrite: me.role !== 'viewer',
    stores: stores.map(({ id, name, timezone, dayStartsAt }) => ({ id, name, timezone, dayStartsAt })),
    standards,
    checklists,
  };
}
