import { type Context, Hono } from 'hono';
import type { SettingsChange } from '../../db/settings/change.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { idParam } from '../contracts/access.ts';
import { secretAnswer, secretBody, sourceBody, sourceSaved, sourcesAnswer, trialAnswer } from '../contracts/vendors.ts';
import { languageOfRequest } from '../language.ts';
import { InvalidRequest } from '../problem.ts';
import { writeSource } from '../provision/export.ts';
import { mergeSource } from '../provision/merge.ts';
import { hookSecretOf } from '../provision/profiles.ts';
import { isBrokerUrl, sourceFaultsOf } from '../provision/vendorFaults.ts';
import { surroundingsOf } from '../provision/vendors.ts';
import type { Services } from '../services.ts';
import { secretsOf } from '../vendors/connection.ts';
import { toldIn } from '../vendors/inLanguage.ts';
import { refusedOf } from '../vendors/refused.ts';
import { sourceLines } from '../vendors/sources.ts';
import { reachedBy, secretsFor } from './connections.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';
import { rotate } from './rotate.ts';
import { identified } from './settings.ts';

/** Further brokers to read from, vendors' accounts and webhooks: how they are, and setting them up. */
export function sourceRoutes(services: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().route('/', settingUp(services)).route('/', trying(services));
}

function settingUp(services: Services): Hono<ApiEnv> {
  const { allow } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/sources',
      describe({
        summary: 'Brokers, accounts and webhooks that messages come by, and how they are',
        tag: 'vendors',
        access: 'owner',
        answer: sourcesAnswer,
      }),
      allow('owner'),
      async (c) => c.json({ sources: await linesOf(c, services) }),
    )
    .put(
      '/api/v1/sources/:id',
      describe({ summary: 'Adds or changes a source', tag: 'vendors', access: 'owner', answer: sourceSaved }),
      allow('owner'),
      take('param', idParam),
      take('json', sourceBody),
      async (c) => {
        const { id } = c.req.valid('param');
        const { password, secret, apiSecret, ...written } = identified(c.req.valid('json'), id);
        return c.json(await saveSource(c, services, { written, password, secret, apiSecret }));
      },
    );
}

function trying(services: Services): Hono<ApiEnv> {
  const { allow, settings } = services;
  return new Hono<ApiEnv>()
    .post(
      '/api/v1/sources/:id/secrets',
      describe({
        summary: 'Replaces a secret of a source; the former one holds for a while',
        tag: 'vendors',
        access: 'owner',
        answer: secretAnswer,
      }),
      allow('owner'),
      take('param', idParam),
      take('json', secretBody),
      async (c) => {
        const { id: holderId } = c.req.valid('param');
        const source = settings.current.sources.get(holderId);
        if (source === undefined) throw noSource(holderId);
        const wish = { ...c.req.valid('json'), holderKind: 'source', holderId } as const;
        return c.json(await rotate(services, scopeOf(c), { wish, profile: source.profile }));
      },
    )
    .post(
      '/api/v1/sources/:id/test',
      describe({
        summary: 'Connects to a source, or asks its vendor, and says what is wrong',
        tag: 'vendors',
        access: 'owner',
        answer: trialAnswer,
      }),
      allow('owner'),
      take('param', idParam),
      async (c) => {
        const steps = toldIn(languageOfRequest(c), await trialOf(c, services, c.req.valid('param').id));
        return c.json({ ok: steps.every((step) => step.ok), steps });
      },
    );
}

function noSource(id: string): AppError {
  return new AppError('not_found', `There is no source "${id}": choose one of the list.`);
}

async function linesOf(c: Context<ApiEnv>, services: Services) {
  const { db, answers, settings, profiles, sourceStates, now } = services;
  const scope = scopeOf(c);
  const [sources, fetches, secrets] = await Promise.all([
    db.reads.readSources(scope),
    db.reads.readFetchStates(scope, {}),
    db.reads.readSecretsThere(scope, { now: now() }),
  ]);
  const ids = new Set(sources.map(({ id }) => id));
  const devices = [...settings.current.devices.values()].filter((one) => ids.has(one.connection?.source ?? ''));
  const storeIds = [...new Set(devices.map(({ storeId }) => storeId))];
  const heard = storeIds.length === 0 ? [] : await answers.lastHeard(scope, { storeIds });
  const of = (holderId: string) => secretsOf(secrets, { holderKind: 'source', holderId });
  return sourceLines({
    sources,
    devices,
    heard,
    fetches,
    profiles,
    states: sourceStates(),
    secretsOf: of,
    reached: reachedBy(c, services),
    language: languageOfRequest(c),
  });
}

interface Written {
  readonly written: Parameters<typeof mergeSource>[0];
  readonly password: string | undefined;
  readonly secret: string | undefined;
  readonly apiSecret: string | undefined;
}

/** Saves a source as it is to be; answers the secret of its webhook where one was made. */
async function saveSource(c: Context<ApiEnv>, services: Services, { written, password, ...secrets }: Written) {
  const { db, settings, profiles } = services;
  const present = (await db.reads.readSources(scopeOf(c))).find(({ id }) => id === written.id);
  const merged = mergeSource(written, present);
  const said = password === undefined ? written : { ...written, password };
  const faults = sourceFaultsOf(merged, said, surroundingsOf(settings.current, profiles));
  if (faults.length > 0) throw new InvalidRequest(faults.map(({ key, message }) => ({ path: key, detail: message })));
  const hookSecret = isBrokerUrl(merged.url) ? undefined : hookSecretOf(profiles.get(merged.profile));
  const source = { ...merged, password: password ?? merged.password, hookSecret, ...secrets };
  const change: SettingsChange = { sources: [source] };
  const changes = await db.writes.applySettings(scopeOf(c), change);
  await settings.refresh();
  const made = changes.find((one) => one.secret !== undefined)?.secret;
  return { source: { ...writeSource(merged), id: merged.id }, ...(made === undefined ? {} : { secret: made }) };
}

/** The house itself asks with the secret: whoever asks for the test is told only what came of it. */
const house = systemScope('system');

async function trialOf(c: Context<ApiEnv>, services: Services, id: string) {
  const { db, settings, trySource, now } = services;
  const source = (await db.reads.readSources(scopeOf(c))).find((one) => one.id === id);
  if (source === undefined) throw noSource(id);
  const holder = { holderKind: 'source', holderId: id } as const;
  const { hasHookSecret } = await secretsFor(services, holder);
  const api = await db.reads.readVendorSecrets(house, { name: 'api', now: now() });
  const own = api.find(({ holderKind, holderId }) => holderKind === 'source' && holderId === id);
  const steps = await trySource({ source, settings: settings.current, apiSecret: own?.value ?? null, hasHookSecret });
  const refused = refusedOf(services, id);
  return refused === null ? steps : [...steps, { ok: false, text: refused.sentence }];
}
