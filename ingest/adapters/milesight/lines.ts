import { type Channels, type Finding, type FoundEvent, type FoundFault, fault, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { timeOf } from './times.ts';

/** What the lines of one message share. */
interface Message {
  readonly body: Fields;
  readonly timeInfo: Fields;
  readonly isHistory: boolean;
  /** By which it is known again where the clock is wrong: how long the counter has run, in seconds, and its totals. */
  readonly known: string;
}

/** What Line Trigger Data holds: the option `trigger`. */
export type TriggerMeaning = 'crossings' | 'totals';

/** The counts of a message's lines; none where it has none. */
export function lineFindings(body: Fields, trigger: TriggerMeaning): Finding[] {
  const timeInfo = fieldsOf(body['time_info']);
  const message = { body, timeInfo, isHistory: isTrue(body['isRetransmission']), known: knownBy(body) };
  const findings: Finding[] = [];
  addPeriods(findings, message);
  addTotals(findings, message);
  addTriggers(findings, message, trigger);
  return findings;
}

/** Both begin anew when the counter does, but seldom alike. */
function knownBy(body: Fields): string {
  const ran = textOf(fieldsOf(body['device_info'])['running_time']);
  let people = 0;
  for (const each of listOf(body['line_total_data'])) {
    const counts = countsOf(fieldsOf(each));
    people += (wholeOf(counts['in_counted']) ?? 0) + (wholeOf(counts['out_counted']) ?? 0);
  }
  return `${ran} ${people}`;
}

/** Booleans come as texts too: `"network_status": "true"`. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function addPeriods(findings: Finding[], message: Message): void {
  const { body, timeInfo, isHistory } = message;
  const lines = [...listOf(body['line_periodic_data']), ...areaPeriods(body)];
  if (lines.length === 0) return;
  const startAt = timeOf(timeInfo['start_time'], timeInfo);
  const endAt = timeOf(timeInfo['end_time'], timeInfo);
  if (startAt === null || endAt === null) {
    findings.push(badTime('start_time and end_time'));
    return;
  }
  for (const line of lines) {
    const found = lineOf(line, '');
    if ('reason' in found) findings.push(found);
    else findings.push({ kind: 'interval', startAt, endAt, isHistory, ...named(found, message) });
  }
}

function addTotals(findings: Finding[], message: Message): void {
  const { body, isHistory } = message;
  const lines = [...listOf(body['line_total_data']), ...areaTotals(body)];
  if (lines.length > 0) addReadings(findings, message, { lines, suffix: '_counted', isHistory });
}

function addTriggers(findings: Finding[], message: Message, trigger: TriggerMeaning): void {
  const data = message.body['line_trigger_data'];
  // The VS121-P has one line, and sends it without a list.
  const lines = isFields(data) ? [data] : listOf(data);
  if (lines.length === 0) return;
  if (trigger === 'totals') addReadings(findings, message, { lines, suffix: '', isHistory: message.isHistory });
  else addCrossings(findings, message, lines);
}

function addReadings(
  findings: Finding[],
  message: Message,
  { lines, suffix, isHistory }: { lines: readonly unknown[]; suffix: string; isHistory: boolean },
): void {
  const at = instantOf(message);
  if (at === null) {
    findings.push(badTime('end_time or time'));
    return;
  }
  for (const line of lines) {
    const found = lineOf(line, suffix);
    if ('reason' in found) findings.push(found);
    else findings.push({ kind: 'reading', at, isHistory, ...named(found, message) });
  }
}

/** One event for each direction with people in it: a message names all lines when one is crossed. */
function addCrossings(findings: Finding[], message: Message, lines: readonly unknown[]): void {
  const at = instantOf(message);
  if (at === null) {
    findings.push(badTime('time'));
    return;
  }
  for (const each of lines) {
    const found = lineOf(each, '');
    if ('reason' in found) {
      findings.push(found);
      continue;
    }
    for (const channel in found.channels) {
      const count = found.channels[channel] ?? 0;
      const event: FoundEvent = {
        kind: 'event',
        line: found.line,
        at,
        channel,
        count,
        id: '',
        known: knownOf(message, found),
      };
      if (count !== 0) findings.push(event);
    }
  }
}

/** A message of totals or triggers is of its time, or of the end of its period. */
function instantOf({ timeInfo }: Message): When | null {
  return timeOf(timeInfo['end_time'] ?? timeInfo['time'], timeInfo);
}

function named(found: FoundLine, message: Message): FoundLine & { readonly known: string } {
  return { line: found.line, channels: found.channels, known: knownOf(message, found) };
}

function knownOf({ known }: Message, { channels }: FoundLine): string {
  return `${known} ${channels['in'] ?? ''} ${channels['out'] ?? ''}`;
}

/** VS121-P: one line, whose period stands at the top. */
function areaPeriods(body: Fields): readonly unknown[] {
  const isPeriod = 'in_counted' in body || 'out_counted' in body;
  return isPeriod ? [{ line: '', in: body['in_counted'], out: body['out_counted'] }] : [];
}

function areaTotals(body: Fields): readonly unknown[] {
  const totals = body['total_data'];
  if (!isFields(totals)) return [];
  return [{ line: '', in_counted: totals['in_cumulative_counted'], out_counted: totals['out_cumulative_counted'] }];
}

interface FoundLine {
  readonly line: string;
  readonly channels: Channels;
}

/** A line's counts: nested under `total` (VS125), or flat (VS133, VS135). Lines are told apart by number: names and uuids mix. */
function lineOf(value: unknown, suffix: string): FoundLine | FoundFault {
  const line = fieldsOf(value);
  const counts = countsOf(line);
  const channels: Record<string, number> = {};
  for (const channel of ['in', 'out'] as const) {
    const given = counts[channel + suffix];
    if (given === undefined || given === null) continue;
    const count = wholeOf(given);
    if (count === null) return fault('schema', `The count of ${channel} is no whole number.`);
    channels[channel] = count;
  }
  return { line: textOf(line['line']), channels };
}

function countsOf(line: Fields): Fields {
  return isFields(line['total']) ? line['total'] : line;
}

function badTime(field: string): Finding {
  return fault('bad_time', `time_info has no ${field} that is a time of the calendar.`);
}
