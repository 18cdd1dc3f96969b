import type { Direction } from '../../db/vocabulary/event.ts';
import type { LineRule } from '../../db/vocabulary/place.ts';
import { type Refusal, refuse } from '../adapters/decoded.ts';
import { aside, type Channels, type FoundAside } from '../adapters/finding.ts';
import type { SettleContext } from './settled.ts';

/** A line of this installation, by a vendor's line. */
export interface TakenLine {
  readonly line: string;
  readonly rule: LineRule | undefined;
}

/** The longest name of a line; a longer one would not fit an index of PostgreSQL. */
const longestName = 256;
// PostgreSQL stores no NUL, and a lone surrogate is no text.
const unstorable = /[\0\p{Surrogate}]/u;

/** Whether a vendor's text can be kept as part of a key. */
export function isKeptText(text: string): boolean {
  return text.length <= longestName && !unstorable.test(text);
}

/** Which of this device's lines a vendor's line is; an aside where it is not one that counts. */
export function takenLine(found: string, { device }: SettleContext): TakenLine | FoundAside | Refusal {
  const rule = device.connection?.map.find(({ line }) => line === found);
  if (rule?.ignore === true) return aside('other', `The line ${found} is counted by another device or not at all.`);
  const line = rule?.as ?? (found === '' ? 'main' : found);
  if (!isKeptText(line)) return refuse('schema', 'The name of the line is too long, or no text.');
  const isChosen = device.lines.length === 0 || device.lines.includes(line);
  return isChosen ? { line, rule } : aside('other', `The line ${line} is counted by another device or not at all.`);
}

/** What a vendor's direction counts as on a line of this installation; null: nowhere. */
export function meaningOf(channel: string, rule: LineRule | undefined, context: SettleContext): Direction | null {
  const meaning = named(rule?.channels, channel) ?? named(context.adapter.channels, channel);
  if (meaning === undefined || meaning === 'ignore') return null;
  const isSwapped = (context.device.connection?.swap === true) !== (rule?.swap === true);
  if (!isSwapped || meaning === 'passerBy' || meaning === 'passersBy')
    return meaning === 'passersBy' ? 'passerBy' : meaning;
  return meaning === 'in' ? 'out' : 'in';
}

/** A register may be called `constructor`, which every object has. */
function named<Meaning>(meanings: Readonly<Record<string, Meaning>> | undefined, channel: string): Meaning | undefined {
  return meanings !== undefined && Object.hasOwn(meanings, channel) ? meanings[channel] : undefined;
}

/** Sums by what they count as; null where the message has no such direction. */
export interface Sums {
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
}

/** Counts of a line by direction; null where none of the vendor's directions counts here. */
export function sumsOf(channels: Channels, rule: LineRule | undefined, context: SettleContext): Sums | null | Refusal {
  const sums: { in: number | null; out: number | null; passerBy: number | null } = {
    in: null,
    out: null,
    passerBy: null,
  };
  for (const channel in channels) {
    const meaning = meaningOf(channel, rule, context);
    if (meaning === null) continue;
    const count = channels[channel];
    if (count === undefined || !Number.isSafeInteger(count) || count < 0) {
      return refuse('schema', `The count of ${channel.slice(0, 40)} is not a non-negative whole number.`);
    }
    sums[meaning] = (sums[meaning] ?? 0) + count;
  }
  if (sums.in === null && sums.out === null && sums.passerBy === null) return null;
  return { in: sums.in, out: sums.out, passersBy: sums.passerBy };
}
