import { type Context, Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import { storeFor } from '../answers/stores.ts';
import { checksAnswer, checksQuery } from '../contracts/checks.ts';
import { deviceParam } from '../contracts/parameters.ts';
import { type DeviceSaved, deviceBody, deviceSaved, devicesAnswer, devicesQuery } from '../contracts/stores.ts';
import { writeDevice } from '../provision/export.ts';
import { mergeDevice } from '../provision/merge.ts';
import type { MqttAddress, Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';
import { identified } from './settings.ts';

/** Devices: how they are, and setting them up. */
export function deviceRoutes(services: Services): Hono<ApiEnv> {
  const { answers, settings, allow, now } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/devices',
      describe({ summary: 'How each device is', tag: 'devices', access: 'read', answer: devicesAnswer }),
      allow('read'),
      take('query', devicesQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('query').store, now: now() };
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
        const ask = { storeId: c.req.valid('query').store, now: now() };
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
        const device = mergeDevice(
          identified(c.req.valid('json'), id),
          storeId,
          known?.storeId === storeId ? known : undefined,
        );
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
  { db, settings, mqttAddress }: Services,
  device: Device & { renewSecret?: boolean },
): Promise<DeviceSaved> {
  const changes = await db.writes.applySettings(scopeOf(c), { devices: [device] });
  await settings.refresh();
  const secret = changes.find((one) => one.secret !== undefined)?.secret;
  const store = storeFor(scopeOf(c), settings.current, device.storeId);
  return savedDevice(store, device.id, { secret, mqtt: addressFor(c, mqttAddress) });
}

function savedDevice(
  store: Store,
  id: string,
  { secret, mqtt }: { secret: string | undefined; mqtt: DeviceSaved['mqtt'] },
): DeviceSaved {
  const device = store.devices.find((one) => one.id === id);
  if (device === undefined) throw new Error(`the device ${id} was saved and is not there`);
  const topic = `lintel/v1/${store.id}/${id}/${device.measures.includes('sales') ? 'sales' : 'counts'}`;
  const written = { ...writeDevice(device, store.timezone), id };
  return { device: written, topic, username: id, mqtt, ...(secret === undefined ? {} : { secret }) };
}

/** Devices stand in the same network as whoever sets them up: the host of the request is the one that reaches us. */
function addressFor(c: Context, { host, port, tls }: MqttAddress): DeviceSaved['mqtt'] {
  return { host: host ?? new URL(`http://${c.req.header('host') ?? 'localhost'}`).hostname, port, tls };
}
