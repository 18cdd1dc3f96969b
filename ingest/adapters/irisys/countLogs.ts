import type { Envelope } from '../adapter.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { type Chosen, channelOf, chosenRegisters, line } from './registers.ts';

/** Reads the HTTP POST of count logs: one entry for each count logging period, several after an outage. */
export function readCountLogs(body: Fields, envelope: Envelope): Report {
  const chosen = chosenRegisters(envelope);
  const findings: Finding[] = [];
  for (const entry of listOf(body['CountLogs'])) if (isFields(entry)) readEntry(entry, chosen, findings);
  if (findings.length === 0) findings.push(aside('alive', 'A post without count logs.'));
  return { address: textOf(body['FriendlyDeviceSerial']), findings };
}

function readEntry(entry: Fields, chosen: Chosen, findings: Finding[]): void {
  // Between the entries stands one without counts where the clock was set.
  if ('ClockChangedFrom' in entry) {
    findings.push(aside('alive', 'The clock was set.'));
    return;
  }
  const at = wireTime(entry['Timestamp']);
  const id = textOf(entry['LogEntryId']);
  if (at === null) {
    findings.push(fault('bad_time', `The Timestamp of the count log ${id} is no time.`));
    return;
  }
  const totals: Record<string, number> = {};
  const periods: Record<string, number> = {};
  let hasPeriods = true;
  for (const one of listOf(entry['Counts'])) {
    const register = fieldsOf(one);
    const channel = channelOf(register, chosen);
    if (channel === null) continue;
    totals[channel] = (totals[channel] ?? 0) + (wholeOf(register['Value']) ?? Number.NaN);
    periods[channel] = (periods[channel] ?? 0) + (wholeOf(register['LogPeriodValue']) ?? Number.NaN);
    if (!('LogPeriodValue' in register)) hasPeriods = false;
  }
  const known = id === '' ? {} : { known: id };
  findings.push({ kind: 'reading', line, at, channels: totals, ...known });
  const startAt = hasPeriods ? wireTime(entry['StartTimestamp']) : null;
  if (startAt !== null) findings.push({ kind: 'interval', line, startAt, endAt: at, channels: periods, ...known });
}
