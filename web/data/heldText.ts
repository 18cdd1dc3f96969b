import type { Formats } from '../format/formats.ts';
import { dataMessages } from './dataMessages.ts';
import type { HeldDifference } from './dataTypes.ts';

const text = dataMessages.held;

/** `9,000 in, 12 out`; what was not sent is left out. */
export function peopleText({ in: ins, out, passersBy }: HeldDifference, formats: Formats): string {
  return formats.list([
    ...(ins === null ? [] : [text.in(formats.count(ins))]),
    ...(out === null ? [] : [text.out(formats.count(out))]),
    ...(passersBy === null ? [] : [text.passersBy(formats.counted(passersBy))]),
  ]);
}
