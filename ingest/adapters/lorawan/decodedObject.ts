import { type Fields, isFields, listOf, wholeOf } from '../jsonFields.ts';
import { problemOf } from './imbuildingsBytes.ts';
import { emptyTelegram, note, notePast, type Telegram } from './telegram.ts';

/*
 * What network servers' codecs make of a telegram. The same counter comes in three shapes: `line_1_total_in` (Milesight's own codec),
 * `line_1: { total_in }` (TheThingsNetwork/lorawan-devices) and `line_1.0_total_in` (ThingsBoard's data-converters); a user's own codec
 * may mix them.
 */

type Counts = 'totals' | 'periods';

/** Fields of counters with one line, and what they are. */
const single: ReadonlyMap<string, readonly [Counts, string, string]> = new Map([
  ...both('total_in', 'total_out', ['totals', '']),
  ...both('period_in', 'period_out', ['periods', '']),
  // The VS132 has one line, which its bytes do not tell from the first line of a VS133.
  ...both('total_counter_in', 'total_counter_out', ['totals', '1']),
  ...both('periodic_counter_in', 'periodic_counter_out', ['periods', '1']),
  ...both('people_total_in', 'people_total_out', ['totals', '']),
  ...both('people_in', 'people_out', ['periods', '']),
  ['total_counter_a', ['totals', '', 'a']],
  ['total_counter_b', ['totals', '', 'b']],
  ['counter_a', ['periods', '', 'a']],
  ['counter_b', ['periods', '', 'b']],
  ['LTR_SUM', ['totals', '', 'ltr']],
  ['RTL_SUM', ['totals', '', 'rtl']],
  ['LTR', ['periods', '', 'ltr']],
  ['RTL', ['periods', '', 'rtl']],
]);

type Single = [string, readonly [Counts, string, string]];

function both(incoming: string, outgoing: string, [counts, line]: readonly [Counts, string]): Single[] {
  return [
    [incoming, [counts, line, 'in']],
    [outgoing, [counts, line, 'out']],
  ];
}

const lineField = /^line_(\d{1,2})(?:\.\d{1,2})?(?:_(total|period)_(in|out))?$/;

/** Reads a decoded object; null: it is none. What is in it of nobody's passing is noted by its name. */
export function readDecoded(decoded: unknown): Telegram | null {
  if (!isFields(decoded)) return null;
  const telegram = emptyTelegram();
  for (const name in decoded) {
    const value = decoded[name];
    if (name === 'history') for (const entry of listOf(value)) readPast(telegram, entry);
    else readField(telegram, name, value);
  }
  const status = decoded['sensor_status'];
  const isImbuildings = decoded['total_counter_a'] !== undefined || decoded['counter_a'] !== undefined;
  if (isImbuildings && typeof status === 'number') telegram.problem = problemOf(status);
  return telegram;
}

const mostNames = 8;

function readField(telegram: Telegram, name: string, value: unknown): void {
  const known = single.get(name);
  if (known !== undefined) noteCount(telegram, known, value);
  else if (name.startsWith('line_')) readLineField(telegram, name, value);
  else if (name === 'event') for (const entry of listOf(value)) readEvent(telegram, entry);
  else if (name.endsWith('_occlusion_alarm')) telegram.problem = isReleased(value) ? null : 'covered';
  // Whatever it says: the report was sent because of an alarm, in the middle of a period.
  else if (name === 'period_count_alarm') telegram.isAlarm = true;
  else {
    if (name === 'battery') telegram.battery = wholeOf(value);
    noteOther(telegram, name);
  }
}

function noteOther({ others }: Telegram, name: string): void {
  if (others.size < mostNames) others.add(name.slice(0, 40));
}

function readLineField(telegram: Telegram, name: string, value: unknown): void {
  const match = name.length > 40 ? null : lineField.exec(name);
  if (match === null) {
    noteOther(telegram, name);
    return;
  }
  const [, line = '', counts, channel] = match;
  if (counts !== undefined && channel !== undefined) {
    noteCount(telegram, [counts === 'total' ? 'totals' : 'periods', line, channel], value);
  } else if (isFields(value)) {
    noteNested(telegram, line, value);
  }
}

function noteNested(telegram: Telegram, line: string, fields: Fields): void {
  for (const name of ['total_in', 'total_out', 'period_in', 'period_out']) {
    const known = single.get(name);
    if (known !== undefined && fields[name] !== undefined)
      noteCount(telegram, [known[0], line, known[2]], fields[name]);
  }
}

function noteCount(
  telegram: Telegram,
  [counts, line, channel]: readonly [Counts, string, string],
  value: unknown,
): void {
  const count = wholeOf(value);
  if (count === null || count < 0) telegram.fault = `The decoded ${counts} are no whole numbers.`;
  else note(telegram[counts], { line, channel }, count);
}

/** An entry of what was lost and is sent again: epoch s, period and totals or period alone. */
function readPast(telegram: Telegram, entry: unknown): void {
  if (!isFields(entry)) return;
  const past = emptyTelegram();
  for (const name in entry) readField(past, name, entry[name]);
  const seconds = wholeOf(entry['timestamp']);
  if (past.fault !== null) telegram.fault = past.fault;
  if (past.totals.size === 0) telegram.pastPeriods += past.periods.size > 0 ? 1 : 0;
  else if (seconds === null) telegram.fault = 'An entry of history has totals and no timestamp.';
  else notePastTotals(telegram, past, seconds * 1000);
}

function notePastTotals(telegram: Telegram, { totals }: Telegram, at: number): void {
  for (const [line, channels] of totals) {
    for (const channel in channels) notePast(telegram, { line, channel }, { at, total: channels[channel] ?? 0 });
  }
}

/** VS360: `{ type: 'Counting Anomaly', status: 'Alarm' }`, spelled in one way or another; a release ends it. */
function readEvent(telegram: Telegram, entry: unknown): void {
  if (!isFields(entry)) return;
  const type =
    typeof entry['type'] === 'string' ? entry['type'].slice(0, 60).toLowerCase().replaceAll('_', ' ') : 'alarm';
  telegram.problem = isReleased(entry['status']) ? null : type;
}

function isReleased(value: unknown): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes('release');
  return value === 0 || value === false;
}
