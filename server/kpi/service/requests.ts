import { type StandardOf, zoneOf } from '../../../db/rollup/zones.ts';
import type { ServiceLevel } from '../../../db/vocabulary/event.ts';
import type { Standard } from '../../../db/vocabulary/place.ts';
import type { Requests, Zones } from './schema.ts';
import { zonesFrom } from './zones.ts';

/** A request or complaint; instants in epoch ms, null: not yet, or not known. */
export interface RequestFact {
  readonly openedAt: number | null;
  readonly answeredAt: number | null;
  readonly resolvedAt: number | null;
  readonly level: ServiceLevel | null;
  /** Every level that was ever named: 1, 2 and 4 added. */
  readonly levels: number;
  readonly category: string | null;
}

/** [fromAt, toAt), epoch ms. */
export interface RequestPeriod {
  readonly fromAt: number;
  readonly toAt: number;
}

/** The process and criteria of the standards that requests are sorted by. */
export const requestProcess = 'requests';
export const answerCriterion = 'hours-to-answer';
export const resolveCriterion = 'hours-to-resolve';

const hourMs = 3_600_000;

/** The requests of a period by what happened to them in it: each counts as opened, answered and resolved on its own dates. */
interface InPeriod {
  readonly opened: readonly RequestFact[];
  readonly answered: readonly RequestFact[];
  readonly resolved: readonly RequestFact[];
  readonly openNow: number;
}

function inPeriod(requests: readonly RequestFact[], { fromAt, toAt }: RequestPeriod): InPeriod {
  const isIn = (at: number | null): boolean => at !== null && at >= fromAt && at < toAt;
  return {
    opened: requests.filter(({ openedAt }) => isIn(openedAt)),
    answered: requests.filter(({ answeredAt }) => isIn(answeredAt)),
    resolved: requests.filter(({ resolvedAt }) => isIn(resolvedAt)),
    openNow: requests.filter(isOpen).length,
  };
}

/** Opened and not resolved. */
function isOpen({ openedAt, resolvedAt }: RequestFact): boolean {
  return openedAt !== null && resolvedAt === null;
}

/**
 * Requests and complaints of a period. `requests`: those in which anything happened then, and all that are open now. Medians are of
 * those answered and resolved in the period; what was answered before it was opened has no time to answer.
 */
export function requestsOf(
  requests: readonly RequestFact[],
  { period, standardOf }: { readonly period: RequestPeriod; readonly standardOf: StandardOf },
): Requests {
  const all = inPeriod(requests, period);
  const levels = ([1, 2, 3, null] as const).filter((level) => requests.some((one) => one.level === level));
  const firstContact = all.resolved.filter(isFirstContact).length;
  return {
    ...figuresOf(all),
    byLevel: levels.map((level) => ({
      level,
      ...figuresOf(
        inPeriod(
          requests.filter((one) => one.level === level),
          period,
        ),
      ),
    })),
    firstContactRate: all.resolved.length === 0 ? null : firstContact / all.resolved.length,
    firstContact,
    answerZones: zonesBy(standardOf(requestProcess, answerCriterion), hoursToAnswer(all)),
    resolveZones: zonesBy(standardOf(requestProcess, resolveCriterion), hoursToResolve(all)),
    causes: causesOf(all.opened),
  };
}

type Figures = Omit<Requests['byLevel'][number], 'level'>;

function figuresOf(period: InPeriod): Figures {
  const { opened, answered, resolved, openNow } = period;
  return {
    opened: opened.length,
    answered: answered.length,
    resolved: resolved.length,
    openNow,
    handedOver: opened.filter(({ levels }) => isHandedOver(levels)).length,
    medianHoursToAnswer: median(hoursToAnswer(period)),
    medianHoursToResolve: median(hoursToResolve(period)),
  };
}

/** More than one bit. */
function isHandedOver(levels: number): boolean {
  return (levels & (levels - 1)) !== 0;
}

/** Never at another level than the first, and nobody had to come back to it after the answer. */
function isFirstContact({ levels, answeredAt, resolvedAt }: RequestFact): boolean {
  return levels <= 1 && (answeredAt === null || answeredAt === resolvedAt);
}

function hoursToAnswer({ answered }: InPeriod): number[] {
  return answered.flatMap(({ openedAt, answeredAt }) => hoursBetween(openedAt, answeredAt));
}

function hoursToResolve({ resolved }: InPeriod): number[] {
  return resolved.flatMap(({ openedAt, resolvedAt }) => hoursBetween(openedAt, resolvedAt));
}

function hoursBetween(fromAt: number | null, toAt: number | null): number[] {
  return fromAt === null || toAt === null || toAt < fromAt ? [] : [(toAt - fromAt) / hourMs];
}

/** Between the two in the middle where their number is even; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function zonesBy(standard: Standard | undefined, hours: readonly number[]): Zones | null {
  if (standard === undefined) return null;
  const zones = { green: 0, yellow: 0, red: 0 };
  for (const value of hours) zones[zoneOf(standard, value)]++;
  return zonesFrom(zones);
}

/** Most frequent first; what nobody named a cause of after the others that are as frequent. */
function causesOf(opened: readonly RequestFact[]): Requests['causes'] {
  const counts = new Map<string | null, number>();
  for (const { category } of opened) counts.set(category, (counts.get(category) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, na], [b, nb]) => nb - na || order(a, b));
  let before = 0;
  return sorted.map(([category, count]) => {
    before += count;
    return {
      category,
      opened: count,
      share: count / opened.length,
      cumulativeShare: before / opened.length,
    };
  });
}

function order(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
