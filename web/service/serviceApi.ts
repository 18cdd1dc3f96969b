import { call, storePath } from '../api.ts';
import type { DateRange } from '../selection/period.ts';
import type { AgreedAction, Comments, HandChecks, ServiceFigures } from './serviceTypes.ts';

/** What the page of service asks and changes. */
export const serviceApi = {
  figures: (store: string, { from, to }: DateRange): Promise<ServiceFigures> =>
    call(`${storePath(store)}/service`, { query: { from, to } }),
  comments: (store: string, { from, to }: DateRange): Promise<Comments> =>
    call(`${storePath(store)}/comments`, { query: { from, to } }),
  checks: (store: string): Promise<HandChecks> => call(`${storePath(store)}/checks`),
  agree: (store: string, action: AgreedAction): Promise<unknown> =>
    call(`${storePath(store)}/actions`, { method: 'POST', body: action }),
  setDone: (store: string, id: string, done: boolean): Promise<unknown> =>
    call(`${storePath(store)}/actions/${encodeURIComponent(id)}`, { method: 'PUT', body: { done } }),
};
