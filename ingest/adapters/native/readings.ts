import type { CountReading } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { type Fields, instantField, isRefusal, textField, timeField } from './fields.ts';

const totalNames = ['totalIn', 'totalOut', 'totalPassersBy'] as const;
type Totals = Record<(typeof totalNames)[number], number | null>;

/** What a cumulative counter shows, in the shape `{at, totalIn?, totalOut?, totalPassersBy?}`. */
export function decodeReading(item: Fields, context: DecodeContext): Understood | Refusal {
  const totals = totalsOf(item);
  if (isRefusal(totals)) return totals;
  const line = textField(item, 'line');
  if (isRefusal(line)) return line;
  const at = instantField(item, 'at', context);
  if (isRefusal(at)) return at;
  const updatedAt = timeField(item, 'updatedAt', context);
  if (isRefusal(updatedAt)) return updatedAt;
  const event: CountReading = { kind: 'reading', at, line: line ?? 'main', ...totals, updatedAt };
  // Canonical in that nothing but the numbers is kept of it.
  return understood([event], 'canonical');
}

function totalsOf(item: Fields): Totals | Refusal {
  const totals: Totals = { totalIn: null, totalOut: null, totalPassersBy: null };
  for (const name of totalNames) {
    const value = item[name];
    if (value === undefined) continue;
    // Counters of 32 bits and more go beyond what a single count may be.
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
      return refuse('schema', `${name} is not a non-negative whole number.`);
    }
    totals[name] = value + 0;
  }
  return totals;
}
