import { type Finding, fault, type When } from '../finding.ts';
import { type Fields, isFields, listOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';

/*
 * Queue logics (queue-length, outflow, queueing-time in seconds) and zones (balance, visits, dwell_time in seconds). Whether a zone is a
 * queue only the installation knows: settling asks the device's measures and map. Names are written with hyphens or underscores.
 */

interface QueueRecord {
  readonly length: number | null;
  readonly served: number | null;
  readonly meanWaitSeconds: number | null;
}

/** What the logic's records say of people who wait; none where it counts no such thing. */
export function queueFindings(logic: Fields, queue: string): readonly Finding[] {
  return listOf(logic['records']).flatMap((record) => (isFields(record) ? findingsOf(record, queue) : []));
}

function findingsOf(record: Fields, queue: string): readonly Finding[] {
  const said = queueRecordOf(listOf(record['counts']));
  if (said === null) return [];
  const startAt = wireTime(record['from']);
  const endAt = wireTime(record['to']);
  if (startAt === null || endAt === null) {
    return [fault('bad_time', `A record of ${queue} has no time: from and to must be epoch ms or RFC 3339.`)];
  }
  // The sensor saw nothing of it: an empty queue and one that nobody looked at are not the same.
  if (record['samples'] === 0 && record['samples_expected'] !== 0) return [];
  return found(said, { queue, startAt, endAt });
}

interface Stretch {
  readonly queue: string;
  readonly startAt: When;
  readonly endAt: When;
}

/** A length is that at the end of the stretch. */
function found({ length, served, meanWaitSeconds }: QueueRecord, { queue, startAt, endAt }: Stretch): Finding[] {
  const findings: Finding[] = [];
  if (length !== null) findings.push({ kind: 'queueSample', queue, at: endAt, length });
  if (served !== null) {
    const mean = served > 0 ? meanWaitSeconds : null;
    findings.push({ kind: 'queueStatistic', queue, startAt, endAt, served, meanWaitSeconds: mean });
  }
  return findings;
}

/** null: nothing of a queue. */
function queueRecordOf(counts: readonly unknown[]): QueueRecord | null {
  const values = new Map<string, number>();
  for (const count of counts) {
    if (!isFields(count)) continue;
    const { name, value } = count;
    if (typeof name === 'string' && typeof value === 'number') values.set(name.replaceAll('-', '_'), value);
  }
  const level = values.get('queue_length') ?? values.get('balance');
  const served = values.get('outflow') ?? (values.has('dwell_time') ? values.get('visits') : undefined) ?? null;
  // A balance may run below 0 where somebody was missed on the way in.
  const length = level === undefined || level < 0 ? null : Math.round(level);
  if (length === null && served === null) return null;
  return { length, served, meanWaitSeconds: values.get('queueing_time') ?? values.get('dwell_time') ?? null };
}
