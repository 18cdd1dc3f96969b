import type { Tried } from './tried.ts';

const span = { start: '2026-01-05T10:00:00Z', end: '2026-01-05T10:15:00Z' };

/** Counting by hand against the counters. */
export const handCounts: Readonly<Record<string, Tried>> = {
  'GET /api/v1/stores/{store}/audits': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/audits`,
  },
  'POST /api/v1/stores/{store}/audits': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/audits`,
    body: (store: string) => ({ ...span, id: `by-hand-${store}`, device: `spare-${store}`, in: 3 }),
  },
  'DELETE /api/v1/stores/{store}/audits/{id}': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/audits/by-hand-${store}`,
  },
};
