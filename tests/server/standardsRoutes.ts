import type { Tried } from './tried.ts';

const at = '2026-01-05T10:00:00Z';

/** Routes of standards, forms on a phone, and the public page. */
export const standardsAndSurvey: Readonly<Record<string, Tried>> = {
  'GET /api/v1/standards': { access: 'read', path: () => '/api/v1/standards' },
  'PUT /api/v1/standards': {
    access: 'owner',
    path: () => '/api/v1/standards',
    body: { standards: [{ process: 'hotline', criterion: 'answer-seconds', green: 30, yellow: 60 }] },
  },
  'POST /api/v1/standards/template': {
    access: 'owner',
    path: () => '/api/v1/standards/template',
    body: { template: 'shop', locale: 'en' },
  },
  'DELETE /api/v1/standards/{process}/{criterion}': {
    access: 'owner',
    path: () => '/api/v1/standards/nothing/at-all',
    ok: 404,
  },
  'DELETE /api/v1/checklists/{id}': { access: 'owner', path: () => '/api/v1/checklists/none', ok: 404 },
  'POST /api/v1/stores/{store}/observations': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/observations`,
    body: (store: string) => ({
      observations: [{ id: `observed-${store}`, at: at, process: 'hotline', criterion: 'answer-seconds', value: 20 }],
    }),
  },
  'GET /api/v1/stores/{store}/checks': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/checks`,
  },
  'POST /api/v1/stores/{store}/checks': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/checks`,
    body: (store: string) => ({
      id: `checked-${store}`,
      at: at,
      standard: 'opening',
      items: [{ item: 'lights', passed: true }],
    }),
  },
  'POST /api/v1/stores/{store}/actions': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/actions`,
    body: (store: string) => ({ id: `action-${store}`, what: 'New bulbs', role: 'shift manager', dueOn: '2999-01-09' }),
  },
  'PUT /api/v1/stores/{store}/actions/{id}': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/actions/none`,
    body: { done: true },
    ok: 404,
  },
  'GET /api/v1/stores/{store}/survey-page': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/survey-page`,
  },
  'PUT /api/v1/stores/{store}/survey-page': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/survey-page`,
    body: { isOpen: true },
  },
  'GET /api/v1/stores/{store}/survey-page/qr.svg': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/survey-page/qr.svg`,
  },
  'GET /api/v1/survey/{key}': { access: 'none', path: () => '/api/v1/survey/nobody', ok: 404 },
  'POST /api/v1/survey/{key}': {
    access: 'none',
    path: () => '/api/v1/survey/nobody',
    body: { phone: '0123456789abcdef', answers: [{ survey: 'nps', score: 9 }] },
    ok: 404,
  },
};
