export type Access = 'none' | 'read' | 'quarantine' | 'correct' | 'ingest' | 'owner';

export interface Tried {
  readonly access: Access;
  /** `store`: the one in the path or query. */
  path(store: string): string;
  /** What is sent; a function where it names the store or what belongs to it. */
  readonly body?: unknown;
  /** Does the answer depend on whose store it is? */
  readonly isOfStore?: boolean;
  /** What somebody gets who may; 200 where it is not said. */
  readonly ok?: number;
}

const period = 'from=2026-01-05&to=2026-01-05';
const span = { start: '2026-01-05T10:00:00Z', end: '2026-01-05T10:15:00Z' };
const reading = (path: string): Tried => ({ access: 'read', path: () => path });

/** Every route of the OpenAPI document, with a request that is right. A route that is missing here fails the test. */
export const routes: Readonly<Record<string, Tried>> = {
  'GET /healthz': { access: 'none', path: () => '/healthz' },
  'GET /readyz': { access: 'none', path: () => '/readyz' },
  'GET /metrics': { access: 'none', path: () => '/metrics' },
  'GET /api/v1/openapi.json': { access: 'none', path: () => '/api/v1/openapi.json' },
  'GET /api/v1/public': { access: 'none', path: () => '/api/v1/public' },
  'GET /api/v1/setup': { access: 'none', path: () => '/api/v1/setup' },
  'POST /api/v1/setup': {
    access: 'none',
    path: () => '/api/v1/setup',
    body: { code: 'x', name: 'x', email: 'x@example.com', password: 'long enough' },
    ok: 409,
  },
  'POST /api/v1/hooks/{feed}': { access: 'none', path: () => '/api/v1/hooks/nobody', body: {}, ok: 404 },
  'GET /api/v1/me': reading('/api/v1/me'),
  'GET /api/v1/stores': reading('/api/v1/stores'),
  'GET /api/v1/timezones': reading('/api/v1/timezones'),
  'GET /api/v1/metrics': reading('/api/v1/metrics'),
  'GET /api/v1/stores/{store}': { access: 'read', isOfStore: true, path: (store) => `/api/v1/stores/${store}` },
  'GET /api/v1/stores/{store}/today': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/today`,
  },
  'GET /api/v1/stores/{store}/funnel': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/funnel?${period}`,
  },
  'POST /api/v1/stores/{store}/imports': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/imports?dryRun=true&look=true`,
    body: { header: 1 },
  },
  'GET /api/v1/stores/{store}/import-mappings': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/import-mappings`,
  },
  'PUT /api/v1/stores/{store}/import-mappings/{name}': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/import-mappings/weekly`,
    body: { map: { id: 'Receipt' } },
  },
  'GET /api/v1/stores/{store}/queue/now': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/queue/now`,
  },
  'GET /api/v1/stores/{store}/queue/cost': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/queue/cost?${period}`,
  },
  'GET /api/v1/stores/{store}/queue': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/queue?${period}`,
  },
  'GET /api/v1/stores/{store}/service': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/service?${period}`,
  },
  'GET /api/v1/stores/{store}/z-reports': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/z-reports`,
  },
  'GET /api/v1/stores/{store}/occupancy': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/occupancy`,
  },
  'GET /api/v1/checks': { access: 'read', isOfStore: true, path: (store) => `/api/v1/checks?store=${store}` },
  'GET /api/v1/compare': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/compare?${period}&store=${store}`,
  },
  'GET /api/v1/export.csv': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/export.csv?${period}&store=${store}`,
  },
  'GET /api/v1/export.xlsx': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/export.xlsx?${period}&store=${store}`,
  },
  'GET /api/v1/live': { access: 'read', isOfStore: true, path: (store) => `/api/v1/live?store=${store}` },
  'GET /api/v1/devices': { access: 'read', isOfStore: true, path: (store) => `/api/v1/devices?store=${store}` },
  'GET /api/v1/quarantine': {
    access: 'quarantine',
    isOfStore: true,
    path: (store) => `/api/v1/quarantine?store=${store}`,
  },
  'POST /api/v1/quarantine/retry': {
    access: 'quarantine',
    isOfStore: true,
    path: (store) => `/api/v1/quarantine/retry?of=${store}`,
    body: (store: string) => ({ store }),
  },
  'POST /api/v1/ingest/{store}/{device}/{kind}': {
    access: 'ingest',
    isOfStore: true,
    path: (store) => `/api/v1/ingest/${store}/cam-${store}/counts`,
    body: [],
  },
  'GET /api/v1/stores/{store}/restatements': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/restatements?${period}`,
  },
  'GET /api/v1/standards': reading('/api/v1/standards'),
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
      observations: [
        { id: `observed-${store}`, at: span.start, process: 'hotline', criterion: 'answer-seconds', value: 20 },
      ],
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
      at: span.start,
      standard: 'opening',
      items: [{ item: 'lights', passed: true }],
    }),
  },
  'POST /api/v1/stores/{store}/actions': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/actions`,
    body: (store: string) => ({ id: `action-${store}`, what: 'New bulbs', role: 'shift manager', dueOn: '2026-01-09' }),
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
  'GET /api/v1/stores/{store}/take-outs': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/take-outs`,
  },
  'POST /api/v1/stores/{store}/take-outs': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/take-outs`,
    body: (store: string) => ({ ...span, device: `spare-${store}`, reason: 'test_walk' }),
    ok: 201,
  },
  'DELETE /api/v1/stores/{store}/take-outs/{id}': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/take-outs/none`,
    ok: 404,
  },
  'POST /api/v1/devices/{device}/held': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/devices/spare-${store}/held`,
    body: { ...span, decision: 'drop' },
    ok: 404,
  },
  'GET /api/v1/devices/{device}/walk-tests': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/devices/spare-${store}/walk-tests`,
  },
  'POST /api/v1/devices/{device}/walk-tests': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/devices/spare-${store}/walk-tests`,
    ok: 201,
  },
  'GET /api/v1/devices/{device}/walk-tests/{id}': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/devices/spare-${store}/walk-tests/none`,
    ok: 404,
  },
  'POST /api/v1/devices/{device}/walk-tests/{id}/end': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/devices/spare-${store}/walk-tests/none/end`,
    body: { walkedIn: 3, walkedOut: 3 },
    ok: 404,
  },
  'PUT /api/v1/organisation': { access: 'owner', path: () => '/api/v1/organisation', body: { name: 'Romashka' } },
  'PUT /api/v1/regions/{id}': { access: 'owner', path: () => '/api/v1/regions/north', body: { name: 'North' } },
  'PUT /api/v1/stores/{store}': { access: 'owner', path: (store) => `/api/v1/stores/${store}`, body: {} },
  'PUT /api/v1/stores/{store}/devices/{device}': {
    access: 'owner',
    path: (store) => `/api/v1/stores/${store}/devices/cam-${store}`,
    body: {},
  },
  'POST /api/v1/stores/{store}/devices/{device}/secret': {
    access: 'owner',
    path: (store) => `/api/v1/stores/${store}/devices/spare-${store}/secret`,
    body: {},
  },
  'GET /api/v1/profiles': reading('/api/v1/profiles'),
  'POST /api/v1/preview': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/preview?of=${store}`,
    body: (store: string) => ({ profile: 'native', device: `cam-${store}`, body: {} }),
  },
  'GET /api/v1/devices/{device}/connection': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/devices/cam-${store}/connection`,
  },
  'POST /api/v1/devices/{device}/test': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/devices/cam-${store}/test`,
  },
  'POST /api/v1/devices/{device}/secrets': {
    access: 'owner',
    path: (store) => `/api/v1/devices/spare-${store}/secrets`,
    body: { name: 'mqtt' },
  },
  'GET /api/v1/sources': { access: 'owner', path: () => '/api/v1/sources' },
  'PUT /api/v1/sources/{id}': { access: 'owner', path: () => '/api/v1/sources/network', body: { profile: 'xovis' } },
  'POST /api/v1/sources/{id}/secrets': {
    access: 'owner',
    path: () => '/api/v1/sources/none/secrets',
    body: { name: 'mqtt', value: 'a password of theirs' },
    ok: 404,
  },
  'POST /api/v1/sources/{id}/test': { access: 'owner', path: () => '/api/v1/sources/none/test', ok: 404 },
  'POST /api/v1/watch': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/watch?of=${store}`,
    body: (store: string) => ({ subject: `cam-${store}` }),
  },
  'GET /api/v1/watch/{subject}': {
    access: 'correct',
    isOfStore: true,
    path: (store) => `/api/v1/watch/cam-${store}`,
  },
  'GET /api/v1/adoption': { access: 'quarantine', path: () => '/api/v1/adoption' },
  'GET /api/v1/tokens': { access: 'owner', path: () => '/api/v1/tokens' },
  'POST /api/v1/tokens': {
    access: 'owner',
    path: () => '/api/v1/tokens',
    body: { name: 'x', role: 'viewer' },
    ok: 201,
  },
  'DELETE /api/v1/tokens/{id}': { access: 'owner', path: () => '/api/v1/tokens/nobody', ok: 404 },
  'GET /api/v1/users': { access: 'owner', path: () => '/api/v1/users' },
  'POST /api/v1/users': {
    access: 'owner',
    path: () => '/api/v1/users',
    body: { name: 'Anna', email: 'anna@example.com', password: 'long enough', role: 'viewer' },
    ok: 409,
  },
};
