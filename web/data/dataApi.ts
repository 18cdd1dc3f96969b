import { call, storePath } from '../api.ts';
import type { DeviceReport, QuarantinePage } from '../api-types.ts';
import type { Coverage } from './dataTypes.ts';

interface QuarantineAsk {
  readonly reason?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Calls about how well things were counted; all reject with ApiError. */
export const dataApi = {
  /** The last 7 days. */
  coverage: (store: string): Promise<Coverage> => call(`${storePath(store)}/coverage`),
  devices: (store: string): Promise<{ readonly devices: readonly DeviceReport[] }> =>
    call('/api/v1/devices', { query: { store } }),
  quarantine: ({ reason, cursor }: QuarantineAsk): Promise<QuarantinePage> =>
    call('/api/v1/quarantine', { query: { reason, cursor } }),
};
