import { accountsAndSettings } from './settingsRoutes.ts';
import { standardsAndSurvey } from './standardsRoutes.ts';
import type { Tried } from './tried.ts';

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
  'GET /api/v1/stores/{store}/comments': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/comments?${period}`,
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
  'GET /api/v1/stores/{store}/coverage': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/coverage`,
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
  ...standardsAndSurvey,
  'GET /api/v1/stores/{store}/audits': {
    access: 'read',
    isOfStore: true,
    path: (store) => `/api/v1/stores/${store}/audits`,
  },
  ...accountsAndSettings,
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
