import { createHash } from 'node:crypto';
import type { DeviceIdentity } from './device.ts';

export type SimulatedKind = 'door' | 'street' | 'till';

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
}

const firstKinds: readonly SimulatedKind[] = ['door', 'till', 'street'];

function secretOf(seed: string, deviceId: string): string {
  return createHash('sha256').update(`${seed}/${deviceId}`).digest('base64url').slice(0, 24);
}

/** The simulated devices; the same options give the same ids and secrets. */
export function makeFleet({ stores, devices, seed, hasResets }: FleetOptions): SimulatedDevice[] {
  return Array.from({ length: stores }, (_, s) => `sim-${String(s + 1).padStart(3, '0')}`).flatMap((storeId) =>
    Array.from({ length: devices }, (_, d): SimulatedDevice => {
      const kind = firstKinds[d] ?? 'door';
      const deviceId = `${storeId}-${kind}${d < firstKinds.length ? '' : `-${d - firstKinds.length + 2}`}`;
      return { storeId, deviceId, kind, secret: secretOf(seed, deviceId), isCumulative: hasResets && kind === 'door' };
    }),
  );
}

const measures = { door: 'entries', street: 'passersBy', till: 'sales' } as const;

/** The provision file that sets the fleet up, with its secrets; JSON, which is YAML too. */
export function fleetProvision(fleet: readonly SimulatedDevice[]): string {
  const storeIds = [...new Set(fleet.map((device) => device.storeId))];
  const stores = storeIds.map((storeId) => ({
    id: storeId,
    name: `Simulated ${storeId.slice(4)}`,
    timezone: 'UTC',
    currency: 'EUR',
    devices: fleet
      .filter((device) => device.storeId === storeId)
      .map(({ deviceId, kind, isCumulative, secret }) => ({
        id: deviceId,
        mode: isCumulative ? 'cumulative' : 'interval',
        // Read many times a second where the rate is high: one person between two readings is no leap then.
        ...(isCumulative ? { maxPerMinute: 100_000 } : {}),
        measures: [measures[kind]],
        secret,
      })),
  }));
  return `${JSON.stringify({ stores }, null, 2)}\n`;
}
