import { aside, type Finding, fault, type When } from '../finding.ts';
import { hasCounts, type Telegram } from './telegram.ts';

/** How a telegram was received. */
export interface Received {
  /** The network server's time. */
  readonly at: When;
  /** By which a second delivery of the telegram is known; '' where there is nothing. */
  readonly id: string;
}

/** Before this no such counter was sold: a past that is older was noted by a clock that was not set. */
const unsetBefore = Date.UTC(2015, 0, 1);

/**
 * A telegram's findings, at the time of its receipt: totals as readings; periods, of which only the end is known, as events; totals of
 * the past as readings at their own time.
 */
export function findingsOf(telegram: Telegram, received: Received): readonly Finding[] {
  const findings: Finding[] = [];
  addTotals(findings, telegram, received);
  addPeriods(findings, telegram, received);
  addPast(findings, telegram, received);
  if (telegram.problem !== undefined) {
    const { problem, battery } = telegram;
    // It tells whether the counter sees; that one died, no telegram will say.
    findings.push({ kind: 'status', at: received.at, state: 'online', neverEnds: true, problem, battery });
  }
  if (telegram.fault !== null) findings.push(fault('schema', telegram.fault));
  if (findings.length === 0) findings.push(nothingOf(telegram));
  return findings;
}

function addTotals(findings: Finding[], { totals }: Telegram, { at, id }: Received): void {
  for (const [line, channels] of totals) {
    if (id === '') findings.push({ kind: 'reading', line, at, channels });
    else findings.push({ kind: 'reading', line, at, channels, known: id });
  }
}

function addPeriods(findings: Finding[], { periods, isAlarm }: Telegram, { at, id }: Received): void {
  if (isAlarm && periods.size > 0) {
    findings.push(aside('repeat', 'The count of the period up to an alarm: it comes again when the period ends.'));
    return;
  }
  for (const [line, channels] of periods) {
    for (const channel in channels) {
      const count = channels[channel] ?? 0;
      if (id === '') findings.push({ kind: 'event', line, at, channel, count, id });
      else findings.push({ kind: 'event', line, at, channel, count, id, known: id });
    }
  }
}

/** A past that is later than its own telegram would fall behind totals that were received since, and look like a reset. */
function addPast(findings: Finding[], { history, pastPeriods }: Telegram, { at }: Received): void {
  const latest = typeof at === 'number' ? at : Number.POSITIVE_INFINITY;
  let unplaced = 0;
  for (const { line, at: pastAt, channels } of history.values()) {
    if (pastAt < unsetBefore || pastAt > latest) unplaced += 1;
    else findings.push({ kind: 'reading', line, at: pastAt, channels, isHistory: true });
  }
  if (unplaced > 0) {
    findings.push(aside('repeat', 'Totals of the past by a clock that is not set: the totals after them hold them.'));
  }
  if (pastPeriods > 0) {
    findings.push(aside('repeat', 'Periods of the past without totals: which of them had arrived cannot be told.'));
  }
}

/** A seat, a battery, a setting answered: understood, and nobody is counted. */
function nothingOf(telegram: Telegram): Finding {
  const words = [...telegram.others].join(', ');
  if (hasCounts(telegram) || words === '') return aside('other', 'Nothing in it is about people at a door.');
  const isOfDevice = [...telegram.others].every((word) => ofDevice.has(word));
  return aside(isOfDevice ? 'alive' : 'other', `Nobody is counted in it: ${words}.`);
}

/** Of bytes, and of decoded objects. */
const ofDevice: ReadonlySet<string> = new Set([
  'answer to a setting',
  'battery',
  'battery_main',
  'battery_node',
  'clock',
  'device information',
  'device_status',
  'firmware_version',
  'hardware_version',
  'ipso_version',
  'protocol_version',
  'sn',
  'temperature',
]);
