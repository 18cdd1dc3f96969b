import { call } from '../api.ts';

/** An installer's walks beside what the counter reported, as the API answers them. Instants carry the store's offset. */
export interface WalkTest {
  readonly id: string;
  readonly device: string;
  readonly store: string;
  readonly startedAt: string;
  /** null: it goes on. */
  readonly endedAt: string | null;
  readonly walkedIn: number | null;
  readonly walkedOut: number | null;
  /** In the whole reports that the walks fall into. */
  readonly seen: { readonly in: number | null; readonly out: number | null };
  readonly lastReportAt: string | null;
  readonly isComplete: boolean;
  readonly takeOut: {
    readonly id: string;
    readonly start: string;
    readonly end: string;
    readonly isReverted: boolean;
  } | null;
}

const path = (device: string): string => `/api/v1/devices/${encodeURIComponent(device)}/walk-tests`;
const one = (device: string, id: string): string => `${path(device)}/${encodeURIComponent(id)}`;

/** Every call of the installer's mode; all reject with ApiError. */
export const walkApi = {
  start: (device: string): Promise<{ readonly id: string; readonly startedAt: string }> =>
    call(path(device), { method: 'POST', body: {} }),
  read: (device: string, id: string): Promise<WalkTest> => call(one(device, id)),
  end: (
    device: string,
    id: string,
    walked: { readonly walkedIn: number; readonly walkedOut: number },
  ): Promise<WalkTest> => call(`${one(device, id)}/end`, { method: 'POST', body: walked }),
};
