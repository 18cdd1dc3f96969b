import type { Envelope } from '../adapter.ts';
import { type Fields, listOf, textOf } from '../jsonFields.ts';

/** All registers are channels of one line: one counts one direction, so that a door is two of them, which are read at one instant. */
export const line = 'main';

/** Which registers are of this device; null: all of them. */
export type Chosen = ReadonlySet<string> | null;

const chosenOf = new WeakMap<Envelope['options'], Chosen>();

/** The registers named in the device's option `registers`, by commas. */
export function chosenRegisters({ options }: Envelope): Chosen {
  const known = chosenOf.get(options);
  if (known !== undefined) return known;
  const names = textOf(options['registers'])
    .split(',')
    .map((name) => name.trim());
  const chosen = names.some((name) => name !== '') ? new Set(names) : null;
  chosenOf.set(options, chosen);
  return chosen;
}

/** The channel of a register: `in` or `out` where its tags say so, else its name; null: it is not of this device. */
export function channelOf(register: Fields, chosen: Chosen): string | null {
  const name = textOf(register['Name']) || textOf(register['RegisterId']);
  if (chosen !== null && !chosen.has(name)) return null;
  for (const tag of listOf(register['Tags'])) {
    if (tag === 'direction=IN') return 'in';
    if (tag === 'direction=OUT') return 'out';
  }
  return name;
}
