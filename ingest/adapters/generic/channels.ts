import { aside, type Channels, type FoundAside, type FoundFault, fault } from '../finding.ts';
import { textOf } from '../jsonFields.ts';
import type { Item } from './item.ts';
import { hasEvery, type Path, placesAt, valueAt } from './path.ts';
import type { Channel } from './plan.ts';

type Counted = { readonly channels: Channels } | FoundAside | FoundFault;

/** People by direction; or why there are none. */
export function channelsOf(item: Item): Counted {
  const { plan } = item;
  if (plan.direction !== null) return worded(item);
  const channels: Record<string, number> = {};
  let isNothing = true;
  for (const [channel, path] of plan.counts) {
    const number = numberAt(item, path);
    if (number === undefined) continue;
    if (number === null) return fault('schema', `At \`${path.text}\` is no whole number of people.`);
    channels[channel] = number;
    isNothing = false;
  }
  if (!isNothing) return { channels };
  return fault(
    'schema',
    `The message has no number at ${plan.counts.map(([, { text }]) => `\`${text}\``).join(', ')}.`,
  );
}

/** One direction, said by a word in the message or its topic. */
function worded(item: Item): Counted {
  const { plan, words, place, whole } = item;
  const word =
    plan.direction === 'topic' || plan.direction === null
      ? words.direction
      : textOrWord(valueAt(plan.direction, place.value, whole));
  if (word === undefined || word === '') return aside('alive', 'The message says no direction.');
  const channel: Channel | undefined = plan.words.get(word.toLowerCase());
  if (channel === undefined) return aside('alive', `"${word.slice(0, 40)}" is no direction that counts.`);
  const number = plan.count === null ? plainCount(item) : numberAt(item, plan.count);
  if (number === undefined) return aside('alive', 'The message has no number.');
  if (number === null) return fault('schema', 'There is no whole number of people.');
  return { channels: { [channel]: number } };
}

function textOrWord(value: unknown): string | undefined {
  return typeof value === 'boolean' ? String(value) : textOf(value);
}

/** The message itself where it is a number; else it says that one person passed. */
function plainCount(item: Item): number | null | undefined {
  const { value } = item.place;
  if (typeof value === 'number') return scaled(value, item);
  // A word where a total stands otherwise (`unavailable`) is no person.
  return item.plan.direction === 'topic' && item.mode !== 'event' ? undefined : 1;
}

/** A number of people at a path, a sum where it has `[*]`; undefined: nothing is there; null: something else is. */
function numberAt(item: Item, path: Path): number | null | undefined {
  const { place, whole } = item;
  if (!hasEvery(path)) return scaledValue(valueAt(path, place.value, whole), item);
  let sum: number | undefined;
  for (const { value } of placesAt(path, place.value, whole)) {
    const number = scaledValue(value, item);
    if (number === null) return null;
    if (number !== undefined) sum = (sum ?? 0) + number;
  }
  return sum;
}

/** Not whatever the language takes for a number: a space for 0, `0x1f` for 31. */
const decimal = /^\s*[+-]?\d{1,20}(?:\.\d{1,20})?\s*$/;

function scaledValue(value: unknown, item: Item): number | null | undefined {
  if (typeof value === 'number') return scaled(value, item);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return null;
  const number = decimal.test(value) ? Number(value) : Number.NaN;
  // `unknown`, `unavailable`, `None`: what Home Assistant says of a sensor that says nothing.
  return Number.isNaN(number)
    ? /^(?:unknown|unavailable|none)$/i.test(value)
      ? undefined
      : null
    : scaled(number, item);
}

/** Totals are rounded down, so that what was cut off comes with a later one; what stands alone must be whole. */
function scaled(number: number, { plan: { factor }, mode }: Item): number | null {
  const people = factor === 1 ? number : Number((number * factor).toPrecision(15));
  if (mode === 'cumulative' && people >= 0) return Math.floor(people);
  return Number.isInteger(people) && people >= 0 ? people : null;
}
