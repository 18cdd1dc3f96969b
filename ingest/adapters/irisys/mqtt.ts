import type { Envelope } from '../adapter.ts';
import { aside, type Finding, type FoundStatus, fault } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { type Chosen, chosenRegisters, line } from './registers.ts';

/** Reads a message of the topic Counts: changes of registers since the last one; an empty list says that there were none. */
export function readChanges(changes: readonly unknown[], envelope: Envelope): readonly Finding[] {
  if (changes.length === 0) return [aside('alive', 'A heartbeat.')];
  const chosen = chosenRegisters(envelope);
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const one of changes) {
    const change = fieldsOf(one);
    if (isChange(change)) readChange(change, { chosen, seen, findings });
    else findings.push(fault('schema', 'A change needs register, value and t.'));
  }
  return findings.length > 0 ? findings : [aside('alive', 'Changes of registers that are not of this device.')];
}

export function isChange(change: Fields): boolean {
  return typeof change['register'] === 'string' && 'value' in change && 't' in change;
}

interface Reading {
  readonly chosen: Chosen;
  /** How often the same second of a register came before: two people may cross within one. */
  readonly seen: Map<string, number>;
  readonly findings: Finding[];
}

function readChange({ register, value, t }: Fields, { chosen, seen, findings }: Reading): void {
  const channel = textOf(register);
  if (chosen !== null && !chosen.has(channel)) return;
  const at = wireTime(t);
  if (at === null) {
    findings.push(fault('bad_time', `The time of ${channel} is none of the calendar: ${textOf(t).slice(0, 40)}.`));
    return;
  }
  const count = wholeOf(value) ?? Number.NaN;
  if (count <= 0) {
    findings.push(aside('other', `${channel} went down: a level, no passages.`));
    return;
  }
  const key = `${channel} ${textOf(t)}`;
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  // By its register: those of two doors may both count in, within the same second.
  const id = before === 0 ? channel : `${channel} ${before + 1}`;
  findings.push({ kind: 'event', line, at, channel, count, id });
}

/** Reads a message of the topic Live counts: what every register shows, without a time. */
export function readLiveCounts(counts: readonly unknown[], envelope: Envelope): readonly Finding[] {
  const chosen = chosenRegisters(envelope);
  const channels: Record<string, number> = {};
  for (const one of counts) {
    const { name, count } = fieldsOf(one);
    const channel = textOf(name);
    if (chosen !== null && !chosen.has(channel)) continue;
    channels[channel] = wholeOf(count) ?? Number.NaN;
  }
  return [{ kind: 'reading', line, at: 'received', channels }];
}

export function isLiveCounts(body: Fields): boolean {
  const first = listOf(body['counts'])[0];
  return isFields(first) && typeof first['name'] === 'string' && 'count' in first;
}

/** Reads the topic Status; null: it is none. */
export function readStatus({ status }: Fields): FoundStatus | null {
  if (status === 'connected') return { kind: 'status', at: 'received', state: 'online' };
  return status === 'disconnected' ? { kind: 'status', at: 'received', state: 'offline' } : null;
}

const serial = /^V4D-\d{6,12}$/;

/** The serial number in a topic such as `shop/V4D-17020025/counts`; '' where there is none. */
export function serialIn({ topic }: Envelope): string {
  return topic.includes('V4D-') ? (topic.split('/').find((level) => serial.test(level)) ?? '') : '';
}
