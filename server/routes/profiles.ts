import { Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { CountMode, Device, Store } from '../../db/vocabulary/place.ts';
import { type Scope, visibleStores } from '../../db/vocabulary/scope.ts';
import { type ProfilesAnswer, profilesAnswer } from '../contracts/vendors.ts';
import { previewAnswer, previewBody } from '../contracts/watching.ts';
import { languageOfRequest } from '../language.ts';
import { mergeDevice, newStore } from '../provision/merge.ts';
import type { ProfileFacts } from '../provision/profiles.ts';
import type { Services } from '../services.ts';
import { profileIn, toldIn } from '../vendors/inLanguage.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';
import { ownDevice } from './ownDevice.ts';

const mostPreviewBytes = 256 * 1024;

/** The makes that are understood, and how a message of one would be. */
export function profileRoutes(services: Services): Hono<ApiEnv> {
  const { allow, settings, profiles, decoding, now } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/profiles',
      describe({
        summary: 'The makes of counters and tills that are understood',
        tag: 'vendors',
        access: 'read',
        answer: profilesAnswer,
      }),
      allow('read'),
      (c) => {
        const language = languageOfRequest(c);
        return c.json({ profiles: [...profiles.values()].map((facts) => profileLine(profileIn(language, facts))) });
      },
    )
    .post(
      '/api/v1/preview',
      describe({
        summary: 'How a message would be understood; nothing is stored',
        tag: 'vendors',
        access: 'correct',
        answer: previewAnswer,
      }),
      allow('correct'),
      take('json', previewBody),
      (c) => {
        const ask = c.req.valid('json');
        if (JSON.stringify(ask.body ?? null).length > mostPreviewBytes)
          throw new AppError('too_large', 'body: a message of at most 256 KiB can be tried.');
        const { device, store } = previewed(services, scopeOf(c), ask);
        const shared = settings.current.sources.get(device.connection?.source ?? '')?.options;
        const options = { ...shared, ...device.connection?.options, ...ask.options };
        const { profile, topic = '', body } = ask;
        const preview = decoding.preview({ profile, device, store, topic, options, body, now: now() });
        return c.json({ ...preview, understood: toldIn(languageOfRequest(c), preview.understood) });
      },
    );
}

function profileLine({ apiHost, counterBits: _, ...facts }: ProfileFacts): ProfilesAnswer['profiles'][number] {
  const line = { ...facts, hasApi: apiHost !== null };
  // Lists that nobody changes are lists.
  return line as unknown as ProfilesAnswer['profiles'][number];
}

interface Asked {
  readonly profile: string;
  readonly device?: string | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  readonly mode?: CountMode | undefined;
}

/** The device that is asked for, or one of which nothing is said, in the first store of the caller's. */
function previewed({ settings, profiles }: Services, scope: Scope, ask: Asked): { device: Device; store: Store } {
  if (!profiles.has(ask.profile)) throw new AppError('invalid', `profile: there is no profile "${ask.profile}".`);
  const known = ask.device === undefined ? undefined : ownDevice(scope, settings.current, ask.device);
  const store = known?.store ?? visibleStores(scope, settings.current)[0] ?? newStore('preview', 'EUR');
  const { profile, options, mode } = ask;
  const written = { id: known?.device.id ?? 'preview', profile, options, mode };
  return { store, device: mergeDevice(written, store.id, { present: known?.device, profiles }) };
}
