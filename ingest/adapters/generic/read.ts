import type { CountMode } from '../../../db/vocabulary/place.ts';
import type { Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Channels, type Finding, fault, type Report, type When } from '../finding.ts';
import { textOf } from '../jsonFields.ts';
import { channelsOf } from './channels.ts';
import { isFault, spanOf, timeAt } from './clock.ts';
import type { Item } from './item.ts';
import { type Path, placesAt, valueAt } from './path.ts';
import { type Plan, planOf } from './plan.ts';
import type { TopicPattern, TopicWords } from './topicPattern.ts';

const noWords: TopicWords = {};

/** Reads a message by the device's options. A body that is no JSON comes as its text. */
export function readGeneric(sent: unknown, envelope: Envelope): readonly Report[] | Refusal {
  const plan = planOf(envelope.options);
  if (typeof plan === 'string') return refuse('schema', plan);
  const body = typeof sent === 'string' ? parsedOf(sent) : sent;
  if (plan.availability.some((pattern) => pattern(envelope.topic) !== null)) return [availability(body, plan)];
  const words = plan.topics.length === 0 ? noWords : wordsOf(plan.topics, envelope.topic);
  if (words === null) return [reportOf('', [aside('other', 'The topic is none that the options name.')])];
  const mode = envelope.mode ?? usualMode(plan);
  if (mode === 'interval' && plan.start === null && plan.length === null) {
    return refuse('schema', 'A device in mode interval needs the option `start`, or `length` with `end` or `time`.');
  }
  const places = plan.items === null ? [{ value: body, name: '' }] : placesAt(plan.items, body, body);
  if (places.length === 0) return refuse('schema', `The message has nothing at \`${plan.items?.text}\`.`);
  const reports = new Map<string, Finding[]>();
  for (const place of places) {
    const item = { plan, mode, whole: body, place, words };
    const address = plan.address === null ? (words.address ?? '') : textOf(valueAt(plan.address, place.value, body));
    const findings = reports.get(address) ?? [];
    if (findings.length === 0) reports.set(address, findings);
    readItem(item, findings);
  }
  return [...reports].map(([address, findings]) => reportOf(address, findings));
}

function reportOf(address: string, findings: readonly Finding[]): Report {
  return { address, findings };
}

/** JSON in a text (a form field, a body that came as one), or the plain word. */
function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}

function wordsOf(patterns: readonly TopicPattern[], topic: string): TopicWords | null {
  for (const pattern of patterns) {
    const words = pattern(topic);
    if (words !== null) return words;
  }
  return null;
}

/** Where nobody says how the device counts: the mode that the options are made for. */
function usualMode({ start, length, direction, count }: Plan): CountMode {
  if (start !== null || length !== null) return 'interval';
  return direction !== null && direction !== 'topic' && count === null ? 'event' : 'cumulative';
}

/** A last will or birth message: a plain word, or one in JSON (at the field `state` unless the options say another). */
function availability(body: unknown, { availabilityPath, onlineWords, offlineWords }: Plan): Report {
  const found = typeof body === 'object' && body !== null ? stateIn(body, availabilityPath) : body;
  const word = (wordOf(found) ?? '').toLowerCase();
  const state = onlineWords.has(word) ? 'online' : offlineWords.has(word) ? 'offline' : null;
  if (state === null) return reportOf('', [fault('schema', `Neither online nor offline: "${word.slice(0, 40)}".`)]);
  return reportOf('', [{ kind: 'status', at: 'received', state }]);
}

function stateIn(body: object, path: Path | null): unknown {
  if (path !== null) return valueAt(path, body, body);
  return Object.hasOwn(body, 'state') ? (body as { readonly state: unknown }).state : undefined;
}

function readItem(item: Item, findings: Finding[]): void {
  const { plan, place, whole } = item;
  const isMeant = plan.where.every(({ path, texts }) => {
    const value = valueAt(path, place.value, whole);
    if (value === undefined || value === null || texts === null) return value !== undefined && value !== null;
    const word = wordOf(value);
    return word !== null && texts.has(word);
  });
  if (!isMeant) {
    findings.push(aside('other', 'The message is none of those that the option `where` names.'));
    return;
  }
  if (plan.present !== null) {
    findings.push(presence(item, plan.present));
    return;
  }
  const counted = channelsOf(item);
  if ('channels' in counted) findCounts(item, counted.channels, findings);
  else findings.push(counted);
}

/** A text, number or yes and no as text; null: something else, which is not asked for its text, since it may hold `toString`. */
function wordOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Zones of a sensor that are told of. */
const mostTold = 10;

/** How many are somewhere now says nothing of how many came: it only shows that the device lives. */
function presence({ place, whole }: Item, path: Path): Finding {
  const people = placesAt(path, place.value, whole).map(({ value }) => value);
  if (people.length === 0) return fault('schema', `The message has nothing at \`${path.text}\`.`);
  const words = people.slice(0, mostTold).map((one) => (wordOf(one) ?? '…').slice(0, 20));
  return aside('other', `Present now: ${words.join(', ')}. Presence is not counted as entries.`);
}

function findCounts(item: Item, channels: Channels, findings: Finding[]): void {
  const { plan, mode } = item;
  const line = lineOf(item);
  const id = plan.id === null ? '' : textOf(valueAt(plan.id, item.place.value, item.whole));
  const of = id === '' ? {} : { known: id };
  if (mode === 'interval') {
    const span = spanOf(item);
    findings.push('kind' in span ? span : { kind: 'interval', line, ...span, channels, ...of });
    return;
  }
  const at = timeAt(item, plan.time);
  if (isFault(at)) findings.push(at);
  else if (mode === 'cumulative') findings.push({ kind: 'reading', line, at, channels, ...of });
  else findEvents({ line, at, id, channels }, findings);
}

interface Crossing {
  readonly line: string;
  readonly at: When;
  readonly id: string;
  readonly channels: Channels;
}

function findEvents({ line, at, id, channels }: Crossing, findings: Finding[]): void {
  let people = 0;
  for (const channel in channels) {
    const count = channels[channel] ?? 0;
    people += count;
    if (count > 0) findings.push({ kind: 'event', line, at, channel, count, id });
  }
  if (people === 0) findings.push(aside('alive', 'Nobody passed.'));
}

function lineOf({ plan, place, whole, words }: Item): string {
  if (plan.line === '#') return place.name;
  return plan.line === null ? (words.line ?? '') : textOf(valueAt(plan.line, place.value, whole));
}
