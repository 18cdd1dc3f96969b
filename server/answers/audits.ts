import { type KeptCount, readManualCounts } from '../../db/reads/manualCounts.ts';
import { readSpanCounts, type SeenSpan } from '../../db/reads/spanCounts.ts';
import type { Factors } from '../../db/rollup/adjust.ts';
import type { Sql } from '../../db/sql/port.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { AuditsAnswer } from '../contracts/audits.ts';
import { type Accuracy, accuracyOf, auditHoldsMs, type CountedPair } from '../kpi/accuracy.ts';
import { type Direction, directions, holdingPairs, type JudgedAudit, judgeAudit } from '../kpi/audit.ts';

export interface AuditsQuestion {
  readonly settings: Settings;
  readonly store: Store;
  readonly now: number;
}

interface Audit {
  readonly count: KeptCount;
  readonly seen: SeenSpan;
  readonly judged: JudgedAudit;
}

/** A store's counts by hand, each beside what its device counted, and what they say of the devices together. */
export async function auditsOf(sql: Sql, scope: Scope, question: AuditsQuestion): Promise<AuditsAnswer> {
  const audits = await readAudits(sql, scope, question);
  const { store } = question;
  const counters = store.devices.filter((device) => device.measures.includes('entries'));
  return {
    devices: counters.map((device) => {
      const mine = judgedOf(audits, device.id);
      return { device: device.id, name: device.name, in: togetherOf(mine, 'in'), out: togetherOf(mine, 'out') };
    }),
    audits: audits.map((audit) => lineOf(store, audit)),
  };
}

/** What the counts of a store's devices are to be multiplied with at this moment, by the audits that hold. */
export async function factorsOf(sql: Sql, scope: Scope, question: AuditsQuestion): Promise<Factors> {
  const audits = await readAudits(sql, scope, { ...question, endedAfter: question.now - auditHoldsMs });
  return new Map(
    question.store.devices.map((device) => {
      const factors = directions.flatMap((direction) => {
        const factor = accuracyOf(holdingPairs(judgedOf(audits, device.id), direction))?.factor ?? null;
        return factor === null ? [] : [[direction, factor]];
      });
      return [device.id, Object.fromEntries(factors)];
    }),
  );
}

function judgedOf(audits: readonly Audit[], deviceId: string): JudgedAudit[] {
  return audits.filter(({ count }) => count.deviceId === deviceId).map(({ judged }) => judged);
}

async function readAudits(
  sql: Sql,
  scope: Scope,
  { settings, store, now, endedAfter = 0 }: AuditsQuestion & { readonly endedAfter?: number },
): Promise<Audit[]> {
  const kept = await readManualCounts(sql, scope, { settings, storeId: store.id, endedAfter });
  // A device that was moved to another store takes its facts along, and nothing can be said of it here.
  const counts = kept.filter(({ deviceId }) => settings.devices.get(deviceId)?.storeId === store.id);
  const spans = counts.map(({ deviceId, startAt, endAt }) => ({ deviceId, fromAt: startAt, toAt: endAt }));
  const seen = await readSpanCounts(sql, scope, { settings, spans });
  return counts.flatMap((count, i) => {
    const device = settings.devices.get(count.deviceId);
    const span = seen[i];
    if (device === undefined || span === undefined) return [];
    const judged = judgeAudit({ count, device, seen: span, lastReportAt: span.lastReportAt }, now);
    return [{ count, seen: span, judged }];
  });
}

type Together = AuditsAnswer['devices'][number]['in'];

function togetherOf(audits: readonly JudgedAudit[], direction: Direction): Together {
  const pairs = holdingPairs(audits, direction);
  const accuracy = accuracyOf(pairs);
  return accuracy === null ? null : { audits: pairs.length, ...shown(accuracy), factor: accuracy.factor };
}

function shown({ manual, device, accuracy, interval }: Accuracy) {
  return { manual, device, accuracy, interval: [interval[0], interval[1]] as [number, number] };
}

function comparedOf(pair: CountedPair | null): AuditsAnswer['audits'][number]['accuracy']['in'] {
  const accuracy = pair === null ? null : accuracyOf([pair]);
  return accuracy === null ? null : shown(accuracy);
}

function lineOf(store: Store, { count, seen, judged }: Audit): AuditsAnswer['audits'][number] {
  const at = (instant: number): string => formatInstant(store.timezone, instant);
  return {
    id: count.id,
    device: count.deviceId,
    start: at(count.startAt),
    end: at(count.endAt),
    in: count.countIn,
    out: count.countOut,
    note: count.note,
    madeBy: count.madeBy,
    receivedAt: at(count.receivedAt),
    state: judged.state,
    aligned: seen.isAligned,
    expiresAt: at(judged.expiresAt),
    expired: judged.isExpired,
    accuracy: { in: comparedOf(judged.pairs.in), out: comparedOf(judged.pairs.out) },
  };
}
