import type { DeviceReport } from '../api-types.ts';
import { handIdOf } from '../setup/handApi.ts';
import { stateOf } from './stateOf.ts';

/**
 * The devices of a store by which the same people are counted more than once: counting by hand, and every counter of entries beside it
 * at the same entrance. The one by hand comes first; empty: there is none, or it is alone.
 */
export function countedTwice(store: string, devices: readonly DeviceReport[]): DeviceReport[] {
  const counters = devices.filter((one) => one.store === store && one.measures.includes('entries') && !hasEnded(one));
  const hand = counters.find(({ id }) => id === handIdOf(store));
  if (hand === undefined) return [];
  const beside = counters.filter(({ id, entrance }) => id !== hand.id && entrance === hand.entrance);
  return beside.length === 0 ? [] : [hand, ...beside];
}

function hasEnded(device: DeviceReport): boolean {
  const state = stateOf(device);
  return state === 'removed' || state === 'imported';
}
