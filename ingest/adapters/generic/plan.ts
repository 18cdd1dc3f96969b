import { isFields } from '../jsonFields.ts';
import { type Path, parsePath } from './path.ts';
import { parseTopicPattern, type TopicPattern } from './topicPattern.ts';

export type Channel = 'in' | 'out' | 'passersBy';
export type TimeFormat = 'looks' | 'rfc3339' | 'local' | 's' | 'ms';

/** A condition on an item: the text at the path is one of these; null: there is something. */
export interface Condition {
  readonly path: Path;
  readonly texts: ReadonlySet<string> | null;
}

/** A device's options, made ready to read messages by. */
export interface Plan {
  readonly topics: readonly TopicPattern[];
  readonly availability: readonly TopicPattern[];
  readonly availabilityPath: Path | null;
  readonly onlineWords: ReadonlySet<string>;
  readonly offlineWords: ReadonlySet<string>;
  readonly items: Path | null;
  readonly where: readonly Condition[];
  readonly address: Path | null;
  /** `#`: the name or number of the place in `items`. */
  readonly line: Path | '#' | null;
  /** Numbers by direction. */
  readonly counts: readonly (readonly [Channel, Path])[];
  /** Where the word stands that says the direction; `topic`: in the topic; null: in neither. */
  readonly direction: Path | 'topic' | null;
  readonly words: ReadonlyMap<string, Channel>;
  /** The number that goes with the word; null: the message itself where it is a number, else one person. */
  readonly count: Path | null;
  /** How many are there now; such a message counts nobody. */
  readonly present: Path | null;
  readonly factor: number;
  readonly start: Path | null;
  readonly end: Path | null;
  /** Of the interval, ms, or where it stands. */
  readonly length: Path | number | null;
  readonly lengthUnitMs: number;
  readonly time: Path | null;
  readonly timeFormat: TimeFormat;
  readonly id: Path | null;
}

type Options = Readonly<Record<string, unknown>>;

const plans = new WeakMap<Options, Plan | string>();

/** The plan of a device's options, made once; or a sentence that says what is wrong with them. */
export function planOf(options: Options): Plan | string {
  let plan = plans.get(options);
  if (plan === undefined) {
    try {
      plan = makePlan(options);
    } catch (error) {
      if (!(error instanceof OptionFault)) throw error;
      plan = error.message;
    }
    plans.set(options, plan);
  }
  return plan;
}

/** An option that cannot be read. */
class OptionFault extends Error {}

const usualWords: Readonly<Record<Channel, string>> = {
  in: 'in, enter, entry, entrance, entered',
  out: 'out, exit, leave, left, exited',
  passersBy: 'passerBy, passersBy, pass, passing',
};

function makePlan(options: Options): Plan {
  const topics = textsOf(options, 'topic').map((text) => patternOf('topic', text));
  const counts = (['in', 'out', 'passersBy'] as const).flatMap((channel) => {
    const path = pathOf(options, channel);
    return path === null ? [] : [[channel, path] as const];
  });
  const isInTopic = textsOf(options, 'topic').some((text) => text.includes('{direction}'));
  const plan: Plan = {
    topics,
    availability: textsOf(options, 'availability').map((text) => patternOf('availability', text)),
    availabilityPath: pathOf(options, 'availabilityField'),
    onlineWords: new Set(wordsOf(options, 'onlineWords', 'online, true, on, 1, connected')),
    offlineWords: new Set(wordsOf(options, 'offlineWords', 'offline, false, off, 0, disconnected, unavailable')),
    items: pathOf(options, 'items'),
    where: conditionsOf(options),
    address: pathOf(options, 'address'),
    line: options.line === '#' ? '#' : pathOf(options, 'line'),
    counts,
    direction: pathOf(options, 'direction') ?? (isInTopic ? 'topic' : null),
    words: directionWords(options),
    count: pathOf(options, 'count'),
    present: pathOf(options, 'present'),
    factor: numberOf(options, 'factor') ?? 1,
    start: pathOf(options, 'start'),
    end: pathOf(options, 'end'),
    length: lengthOf(options),
    lengthUnitMs: choiceOf(options, 'lengthUnit', { s: 1000, ms: 1, min: 60_000 }),
    time: pathOf(options, 'time'),
    timeFormat: choiceOf(options, 'timeFormat', {
      looks: 'looks',
      rfc3339: 'rfc3339',
      local: 'local',
      s: 's',
      ms: 'ms',
    }),
    id: pathOf(options, 'id'),
  };
  if (plan.counts.length === 0 && plan.direction === null && plan.present === null) {
    throw new OptionFault(
      'The options do not say what counts: set `in`, `out` or `passersBy` to where the number stands, or `direction` to where the word stands.',
    );
  }
  return plan;
}

function textOf(options: Options, name: string): string {
  const value = options[name];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  throw new OptionFault(`The option \`${name}\` is not a text.`);
}

/** A list, or a text with one a line. */
function textsOf(options: Options, name: string): readonly string[] {
  const value = options[name];
  const list = Array.isArray(value) ? value : textOf(options, name).split('\n');
  return list.map((one: unknown) => (typeof one === 'string' ? one.trim() : '')).filter((one) => one !== '');
}

/** A list, or a text with commas between; in small letters. */
function wordsOf(options: Options, name: string, usual: string): readonly string[] {
  const value = options[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : (textOf(options, name) || usual).split(',');
  return list.map((one) => String(one).trim().toLowerCase()).filter((one) => one !== '');
}

function pathOf(options: Options, name: string): Path | null {
  const text = textOf(options, name);
  return text === '' ? null : readPath(name, text);
}

function readPath(name: string, text: string): Path {
  const path = parsePath(text);
  if (path === null) throw new OptionFault(`The option \`${name}\` is no path: write it like \`a.b[0].c\`.`);
  return path;
}

function patternOf(name: string, text: string): TopicPattern {
  const pattern = parseTopicPattern(text);
  if (pattern !== null) return pattern;
  throw new OptionFault(
    `The option \`${name}\` is no pattern of topics: use {address}, {line}, {direction}, + and # in it, each name once.`,
  );
}

function numberOf(options: Options, name: string): number | null {
  const text = textOf(options, name);
  if (text === '') return null;
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new OptionFault(`The option \`${name}\` is not a number above 0.`);
}

/** A number, or where one stands. */
function lengthOf(options: Options): Path | number | null {
  const text = textOf(options, 'length');
  return text === '' || Number.isNaN(Number(text)) ? pathOf(options, 'length') : numberOf(options, 'length');
}

function choiceOf<Choice>(options: Options, name: string, choices: Readonly<Record<string, Choice>>): Choice {
  const text = textOf(options, name);
  const [usual] = Object.keys(choices);
  const choice = choices[text === '' ? (usual ?? '') : text];
  if (choice === undefined) {
    throw new OptionFault(`The option \`${name}\` is none of ${Object.keys(choices).join(', ')}.`);
  }
  return choice;
}

function directionWords(options: Options): ReadonlyMap<string, Channel> {
  const words = new Map<string, Channel>();
  for (const channel of ['in', 'out', 'passersBy'] as const) {
    for (const word of wordsOf(options, `${channel}Words`, usualWords[channel])) words.set(word, channel);
  }
  return words;
}

/** `{ method: NotifyStatus, state: [on, off] }`, or lines `method = NotifyStatus`, `state = on, off`; `*`: there is something. */
function conditionsOf(options: Options): readonly Condition[] {
  const { where } = options;
  if (isFields(where)) return Object.entries(where).map(([text, value]) => condition(text, value));
  return textsOf(options, 'where').map((line) => {
    const at = line.lastIndexOf('=');
    if (at <= 0) throw new OptionFault('The option `where` needs `=`: write it like `type = counter`.');
    return condition(line.slice(0, at), line.slice(at + 1).split(','));
  });
}

function condition(text: string, value: unknown): Condition {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = values.map((one) => String(one).trim());
  return { path: readPath('where', text), texts: texts.includes('*') ? null : new Set(texts) };
}
