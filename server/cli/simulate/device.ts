import { setTimeout as sleep } from 'node:timers/promises';
import mqtt from 'mqtt';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { MessageKind } from '../../../db/vocabulary/event.ts';

/** Who a simulated device is. */
export interface DeviceIdentity {
  readonly storeId: string;
  readonly deviceId: string;
  readonly secret: string;
}

/** A device on the line: what it sends is answered when the broker has acknowledged it (QoS 1). */
export interface ConnectedDevice extends DeviceIdentity {
  publish(kind: MessageKind, body: unknown): Promise<void>;
  /** Says goodbye with `offline`, as a device that is switched off does. */
  end(): Promise<void>;
}

const connectTimeoutMs = 10_000;
const goodbyeMs = 1000;

function refusal(url: string, { deviceId }: DeviceIdentity, error: unknown): AppError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const reason = error instanceof Error ? error.message || String(code) : String(error);
  // MQTT 3.1.1's return codes: 4 bad user name or password, 5 not authorized.
  if (code === 4 || code === 5) {
    return new AppError(
      'forbidden',
      `${url} refuses ${deviceId}: is it provisioned with this secret? (simulate --provision sets it up)`,
    );
  }
  return new AppError('unavailable', `${url} cannot be reached: ${reason}`);
}

/**
 * Connects as a real device does: its id as user name, `online` retained, `offline` as last will.
 * @throws AppError `forbidden` when the broker refuses it, `unavailable` when there is none.
 */
export async function connectDevice(url: string, identity: DeviceIdentity): Promise<ConnectedDevice> {
  const { storeId, deviceId, secret } = identity;
  const topic = (kind: string): string => `lintel/v1/${storeId}/${deviceId}/${kind}`;
  const client = await mqtt
    .connectAsync(
      url,
      {
        clientId: deviceId,
        username: deviceId,
        password: secret,
        clean: true,
        protocolVersion: 4,
        connectTimeout: connectTimeoutMs,
        reconnectPeriod: 2000,
        will: { topic: topic('status'), payload: Buffer.from('offline'), qos: 1, retain: true },
      },
      false,
    )
    .catch((error: unknown) => {
      throw refusal(url, identity, error);
    });
  // Later losses are mended by reconnecting; what was not acknowledged is sent again.
  client.on('error', () => undefined);
  client.on(
    'connect',
    () => void client.publishAsync(topic('status'), 'online', { qos: 1, retain: true }).catch(() => undefined),
  );
  await client.publishAsync(topic('status'), 'online', { qos: 1, retain: true });
  const sayGoodbye = async (): Promise<void> => {
    if (!client.connected) return;
    await client.publishAsync(topic('status'), 'offline', { qos: 1, retain: true });
    await client.endAsync();
  };
  return {
    ...identity,
    publish: async (kind, body) => {
      await client.publishAsync(topic(kind), JSON.stringify(body), { qos: 1 });
    },
    end: async () => {
      // A broker that has just gone acknowledges nothing any more.
      await Promise.race([sayGoodbye().catch(() => undefined), sleep(goodbyeMs)]);
      client.end(true);
    },
  };
}
