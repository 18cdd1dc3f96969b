import { type Context, Hono } from 'hono';
import type { Device, Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { SecretHolder } from '../../db/vocabulary/secrets.ts';
import { connectionAnswer, deviceOnly, secretAnswer, secretBody, trialAnswer } from '../contracts/vendors.ts';
import { languageOfRequest } from '../language.ts';
import type { Services } from '../services.ts';
import {
  feedOf,
  filledSteps,
  hookUrl,
  type Reached,
  type SecretsOf,
  secretsOf,
  topicsOf,
} from '../vendors/connection.ts';
import { toldIn } from '../vendors/inLanguage.ts';
import { refusedOf } from '../vendors/refused.ts';
import { tryDevice } from '../vendors/trial.ts';
import { say } from '../words/say.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';
import { ownDevice } from './ownDevice.ts';
import { rotate } from './rotate.ts';

/** How a device reaches Lintel, its secrets, and whether all of it works. */
export function connectionRoutes(services: Services): Hono<ApiEnv> {
  const { allow } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/devices/:device/connection',
      describe({
        summary: 'What is entered at a device so that it reaches Lintel',
        tag: 'vendors',
        access: 'correct',
        answer: connectionAnswer,
      }),
      allow('correct'),
      take('param', deviceOnly),
      async (c) => c.json(await connectionOf(c, services, c.req.valid('param').device)),
    )
    .post(
      '/api/v1/devices/:device/secrets',
      describe({
        summary: 'Replaces a secret of a device; the former one holds for a while',
        tag: 'vendors',
        access: 'owner',
        answer: secretAnswer,
      }),
      allow('owner'),
      take('param', deviceOnly),
      take('json', secretBody),
      async (c) => {
        const { device } = ownDevice(scopeOf(c), services.settings.current, c.req.valid('param').device);
        const holder = { holderKind: 'device', holderId: device.id } as const;
        const wish = { ...c.req.valid('json'), ...holder };
        return c.json(await rotate(services, scopeOf(c), { wish, profile: device.profile }));
      },
    )
    .post(
      '/api/v1/devices/:device/test',
      describe({
        summary: 'What is set up of a device, what is missing, and what came of it last',
        tag: 'vendors',
        access: 'correct',
        answer: trialAnswer,
      }),
      allow('correct'),
      take('param', deviceOnly),
      async (c) => {
        const steps = toldIn(languageOfRequest(c), await trialOf(c, services, c.req.valid('param').device));
        return c.json({ ok: steps.every((step) => step.ok), steps });
      },
    );
}

/** The secrets themselves are asked for by the house: a caller is told only that they are there. */
const house = systemScope('system');

export async function secretsFor({ db, now }: Services, holder: SecretHolder | null): Promise<SecretsOf> {
  const there = holder === null ? [] : await db.reads.readSecretsThere(house, { now: now() });
  return secretsOf(there, holder ?? { holderKind: 'device', holderId: '' });
}

/** Where whoever asks has reached us: devices stand in the same network, unless PUBLIC_URL says otherwise. */
export function reachedBy(c: Context, { publicUrl, mqttAddress }: Services): Reached {
  const origin = (publicUrl ?? new URL(c.req.url).origin).replace(/\/+$/, '');
  const { host, port, tls } = mqttAddress;
  return { origin, broker: { host: host ?? new URL(origin).hostname, port, tls } };
}

export function formerText(former: SecretsOf['former']): { name: 'hook' | 'api' | 'mqtt'; endsAt: string }[] {
  return former.map(({ name, endsAt }) => ({ name, endsAt: new Date(endsAt).toISOString() }));
}

async function connectionOf(c: Context<ApiEnv>, services: Services, id: string) {
  const { settings, profiles } = services;
  const { device } = ownDevice(scopeOf(c), settings.current, id);
  const profile = profiles.get(device.profile);
  const feed = device.connection === null ? null : feedOf(device, settings.current);
  const reached = reachedBy(c, services);
  const topics = topicsOf(device);
  const native = `${reached.origin}/api/v1/ingest/${device.storeId}/${device.id}/${topics[0]?.split('/').at(-1) ?? 'counts'}`;
  const by = sentBy(device, settings.current);
  const hook =
    device.connection === null
      ? native
      : by !== null || feed === null || profile === undefined
        ? null
        : hookUrl(feed.holderId, profile, reached);
  const { former, ...has } = await secretsFor(services, feed);
  const { broker } = reached;
  const language = languageOfRequest(c);
  const own = await secretsFor(services, { holderKind: 'device', holderId: device.id });
  return {
    profile: device.profile,
    source: device.connection?.source ?? null,
    sentBy: by,
    hookUrl: hook,
    topics,
    broker,
    username: by === null ? device.id : null,
    steps:
      by !== null
        ? [say(nothingToEnter(by), language)]
        : filledSteps(profile?.steps ?? [], {
            hook,
            topic: topics[0] ?? null,
            broker,
            device: device.id,
            language,
          }),
    proof: profile?.proof ?? null,
    ...has,
    hasApi: profile?.apiHost != null,
    former: formerText(feed?.holderId === device.id ? former : [...former, ...own.former]),
  };
}

/** The source, or the device whose messages it shares, by which a device sends; null: by a way of its own. */
function sentBy({ connection }: Device, { devices }: Settings): { kind: 'device' | 'source'; id: string } | null {
  const id = connection?.source ?? null;
  return id === null ? null : { kind: devices.has(id) ? 'device' : 'source', id };
}

function nothingToEnter({ kind, id }: NonNullable<ReturnType<typeof sentBy>>): string {
  return `Nothing to enter: it sends by the ${kind} “${id}”.`;
}

async function trialOf(c: Context<ApiEnv>, services: Services, id: string) {
  const { db, settings, profiles, notReady, sourceStates, now } = services;
  const { device, store } = ownDevice(scopeOf(c), settings.current, id);
  const facts = await db.reads.readTrial(scopeOf(c), { deviceId: id, now: now() });
  const feed = feedOf(device, settings.current);
  const secrets = await secretsFor(services, feed);
  const asked = (await db.reads.readFetchStates(house, {})).find((one) => one.feed === feed?.holderId);
  const sourceState = sourceStates().get(device.connection?.source ?? '');
  const troubles = await notReady();
  return tryDevice({
    settings: settings.current,
    store,
    device,
    profiles,
    facts,
    secrets,
    asked,
    sourceState,
    refused: refusedOf(services, id),
    troubles,
    now: now(),
  });
}
