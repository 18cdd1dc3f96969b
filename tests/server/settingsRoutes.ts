import type { Tried } from './tried.ts';

/** What people do with their own account, and the owner with everybody's, the settings as a file, and backups. */
export const accountsAndSettings: Readonly<Record<string, Tried>> = {
  'GET /api/v1/me/preferences': { access: 'read', path: () => '/api/v1/me/preferences' },
  'PUT /api/v1/me/preferences': { access: 'read', path: () => '/api/v1/me/preferences', body: { language: 'fa' } },
  // A token has neither name nor password; what is wrong of itself is told to both.
  'PUT /api/v1/me': { access: 'read', path: () => '/api/v1/me', body: { name: '' }, ok: 400 },
  'POST /api/v1/me/password': { access: 'read', path: () => '/api/v1/me/password', body: {}, ok: 400 },
  'POST /api/v1/password': {
    access: 'none',
    path: () => '/api/v1/password',
    body: { code: 'wrong', password: 'long enough' },
    ok: 403,
  },
  'PUT /api/v1/users/{id}': {
    access: 'owner',
    path: () => '/api/v1/users/nobody',
    body: { name: 'Anna', role: 'viewer' },
    ok: 404,
  },
  'DELETE /api/v1/users/{id}': { access: 'owner', path: () => '/api/v1/users/nobody', ok: 404 },
  'POST /api/v1/users/{id}/password-link': {
    access: 'owner',
    path: () => '/api/v1/users/nobody/password-link',
    ok: 404,
  },
  'DELETE /api/v1/regions/{id}': { access: 'owner', path: () => '/api/v1/regions/nowhere', ok: 404 },
  'GET /api/v1/provision': { access: 'owner', path: () => '/api/v1/provision' },
  'POST /api/v1/provision': { access: 'owner', path: () => '/api/v1/provision?preview=true', body: {} },
  'GET /api/v1/backup/file': { access: 'owner', path: () => '/api/v1/backup/file', ok: 404 },
  'GET /api/v1/backup': { access: 'owner', path: () => '/api/v1/backup' },
  'POST /api/v1/backup': { access: 'owner', path: () => '/api/v1/backup', ok: 201 },
  'GET /api/v1/audit-log': { access: 'owner', path: () => '/api/v1/audit-log' },
  'GET /api/v1/first-steps': { access: 'owner', path: () => '/api/v1/first-steps' },
};
