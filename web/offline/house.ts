import { ApiError, api } from '../api.ts';
import type { Me } from '../api-types.ts';

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
