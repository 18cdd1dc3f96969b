import { type Context, Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import { storeFor } from '../answers/stores.ts';
import { checksAnswer, checksQuery } from '../contracts/checks.ts';
import { deviceParam } from '../contracts/parameters.ts';
import { type DeviceSaved, deviceBody, deviceSaved, devicesAnswer, devicesQuery } from '../contracts/stores.ts';
import { languageOfRequest } from '../language.ts';
import { InvalidRequest } from '../problem.ts';
import { writeDevice } from '../provision/export.ts';
import { mergeDevice } from '../provision/merge.ts';
import { withHookSecret } from '../provision/plan.ts';
import type { Profiles } from '../provision/profiles.ts';
import { faultsOfDevice, surroundingsOf } from '../provision/vendors.ts';
import type { MqttAddress, Services } from '../services.ts';
import { ownTopics } from '../vendors/connection.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';
import { identified } from './settings.ts';

/** Devices: how they are, and setting them up. */
export function deviceRoutes(services: Services): Hono<ApiEnv> {
  const { answers, settings, allow, now, profiles } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/devices',
      describe({ summary: 'How each device is', tag: 'devices', access: 'read', answer: devicesAnswer }),
      allow('read'),
      take('query', devicesQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('query').store, now: now(), language: languageOfRequest(c) };
        return jsonText(c, await answers.devicesJson(scopeOf(c), ask));
      },
    )
    .get(
      '/api/v1/checks',
      describe({
        summary: 'What does not fit together, and what to do about it',
        tag: 'devices',
        access: 'read',
        answer: checksAnswer,
      }),
      allow('read'),
      take('query', checksQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('query').store, now: now(), language: languageOfRequest(c) };
        return jsonText(c, await answers.checksJson(scopeOf(c), ask));
      },
    )
    .put(
      '/api/v1/stores/:store/devices/:device',
      describe({ summary: 'Adds or changes a device', tag: 'settings', access: 'owner', answer: deviceSaved }),
      allow('owner'),
      take('param', deviceParam),
      take('json', deviceBody),
      async (c) => {
        const { store: storeId, device: id } = c.req.valid('param');
        storeFor(scopeOf(c), settings.current, storeId);
        const known = settings.current.devices.get(id);
        const written = identified(c.req.valid('json'), id);
        const present = known?.storeId === storeId ? known : undefined;
        const device = mergeDevice(written, storeId, { present, profiles });
        const faults = faultsOfDevice(written, device, surroundingsOf(settings.current, profiles));
        if (faults.length > 0)
          throw new InvalidRequest(faults.map(({ key, message }) => ({ path: key, detail: message })));
        return c.json(await saveDevice(c, services, device));
      },
    )
    .post(
      '/api/v1/stores/:store/devices/:device/secret',
      describe({ summary: 'Gives a device a new secret', tag: 'settings', access: 'owner', answer: deviceSaved }),
      allow('owner'),
      take('param', deviceParam),
      async (c) => {
        const { store: storeId, device: id } = c.req.valid('param');
        const device = storeFor(scopeOf(c), settings.current, storeId).devices.find((one) => one.id === id);
        if (device === undefined) throw new AppError('not_found', `The store "${storeId}" has no device "${id}".`);
        return c.json(await saveDevice(c, services, { ...device, renewSecret: true }));
      },
    );
}

/** Saves a device as it is to be; answers its new secret where one was made. */
async function saveDevice(
  c: Context<ApiEnv>,
  { db, settings, mqttAddress, profiles }: Services,
  device: Device & { renewSecret?: boolean },
): Promise<DeviceSaved> {
  const changes = await db.writes.applySettings(scopeOf(c), { devices: [withHookSecret(device, profiles)] });
  await settings.refresh();
  const secret = changes.find((one) => one.secret !== undefined)?.secret;
  const store = storeFor(scopeOf(c), settings.current, device.storeId);
  return savedDevice(store, device.id, { secret, mqtt: addressFor(c, mqttAddress), profiles });
}

function savedDevice(
  store: Store,
  id: string,
  { secret, mqtt, profiles }: { secret: string | undefined; mqtt: DeviceSaved['mqtt']; profiles: Profiles },
): DeviceSaved {
  const device = store.devices.find((one) => one.id === id);
  if (device === undefined) throw new Error(`the device ${id} was saved and is not there`);
  const topics = device.connection === null ? ownTopics(device) : device.connection.topics;
  const topic = topics[0] ?? '';
  const written = { ...writeDevice(device, { zone: store.timezone, profiles }), id };
  return { device: written, topic, username: id, mqtt, ...(secret === undefined ? {} : { secret }) };
}

/** Devices stand in the same network as whoever sets them up: the host of the request is the one that reaches us. */
function addressFor(c: Context, { host, port, tls }: MqttAddress): DeviceSaved['mqtt'] {
  return { host: host ?? new URL(`http://${c.req.header('host') ?? 'localhost'}`).hostname, port, tls };
}
