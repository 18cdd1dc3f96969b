import { createHash } from 'node:crypto';
import type { CountMode } from '../../../db/vocabulary/place.ts';
import type { DeviceIdentity } from './device.ts';

export type SimulatedKind = 'door' | 'street' | 'till' | 'queue' | 'service';

export interface SimulatedDevice extends DeviceIdentity {
  readonly kind: SimulatedKind;
  /** Sends totals that go up, and start again from 0, instead of intervals. */
  readonly isCumulative: boolean;
}

export interface FleetOptions {
  readonly stores: number;
  /** Devices in each store: a door, a till, a street counter, then more doors. */
  readonly devices: number;
  /** What the devices' secrets are made from. */
  readonly seed: string;
  readonly hasResets: boolean;
  /** Beside those, one that watches the queue, and one of which surveys, requests and audits come. */
  readonly hasQueue?: boolean;
  readonly hasService?: boolean;
}

const firstKinds: readonly SimulatedKind[] = ['door', 'till', 'street'];

function secretOf(seed: string, deviceId: string): string {
  return createHash('sha256').update(`${seed}/${deviceId}`).digest('base64url').slice(0, 24);
}

/** The simulated devices; the same options give the same ids and secrets. */
export function makeFleet(options: FleetOptions): SimulatedDevice[] {
  const { stores, hasQueue = false, hasService = false } = options;
  const more: readonly SimulatedKind[] = [
    ...(hasQueue ? (['queue'] as const) : []),
    ...(hasService ? (['service'] as const) : []),
  ];
  return Array.from({ length: stores }, (_, s) => `sim-${String(s + 1).padStart(3, '0')}`).flatMap((storeId) => [
    ...countersOf(storeId, options),
    ...more.map((kind) => deviceOf(storeId, { deviceId: `${storeId}-${kind}`, kind }, options)),
  ]);
}

function countersOf(storeId: string, options: FleetOptions): SimulatedDevice[] {
  return Array.from({ length: options.devices }, (_, d) => {
    const kind = firstKinds[d] ?? 'door';
    const deviceId = `${storeId}-${kind}${d < firstKinds.length ? '' : `-${d - firstKinds.length + 2}`}`;
    return deviceOf(storeId, { deviceId, kind }, options);
  });
}

function deviceOf(
  storeId: string,
  { deviceId, kind }: Pick<SimulatedDevice, 'deviceId' | 'kind'>,
  { seed, hasResets }: FleetOptions,
): SimulatedDevice {
  return { storeId, deviceId, kind, secret: secretOf(seed, deviceId), isCumulative: hasResets && kind === 'door' };
}

const measures = { door: 'entries', street: 'passersBy', till: 'sales', queue: 'queue', service: 'service' } as const;

function modeOf({ kind, isCumulative }: SimulatedDevice): CountMode {
  if (kind === 'queue' || kind === 'service') return 'event';
  return isCumulative ? 'cumulative' : 'interval';
}

/** The provision file that sets the fleet up, with its secrets; JSON, which is YAML too. */
export function fleetProvision(fleet: readonly SimulatedDevice[]): string {
  const storeIds = [...new Set(fleet.map((device) => device.storeId))];
  const stores = storeIds.map((storeId) => ({
    id: storeId,
    name: `Simulated ${storeId.slice(4)}`,
    timezone: 'UTC',
    currency: 'EUR',
    ...(fleet.some(({ kind }) => kind === 'queue') ? { queues: [{ id: 'tills', targetSeconds: 180 }] } : {}),
    devices: fleet
      .filter((device) => device.storeId === storeId)
      .map((device) => ({
        id: device.deviceId,
        mode: modeOf(device),
        // Read many times a second where the rate is high: one person between two readings is no leap then.
        ...(device.isCumulative ? { maxPerMinute: 100_000 } : {}),
        measures: [measures[device.kind]],
        secret: device.secret,
      })),
  }));
  return `${JSON.stringify({ stores }, null, 2)}\n`;
}
