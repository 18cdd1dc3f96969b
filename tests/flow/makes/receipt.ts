import type { Receipt } from './day.ts';
import type { Make } from './make.ts';

export const json = { 'content-type': 'application/json' };
/** A return is below 0 where the vendor has it so. */
export const signOf = (receipt: Receipt): number => (receipt.type === 'sale' ? 1 : -1);

export function till(name: string, profile: string, send: Make['send']): Make {
  return { name, kind: 'till', device: { profile, measures: ['sales'] }, send };
}
