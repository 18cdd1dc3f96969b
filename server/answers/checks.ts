import { setImmediate as breathe } from 'node:timers/promises';
import { type LateFacts, readCheckWeeks, readLateFacts } from '../../db/reads/checkFacts.ts';
import type { Shift } from '../../db/reads/zReports.ts';
import { noReports } from '../../db/rollup/coverage.ts';
import { deviceDays } from '../../db/rollup/daySlots.ts';
import type { WatchedFacts } from '../../db/rollup/lookout.ts';
import { tallyBuckets } from '../../db/rollup/tallies.ts';
import type { Sql } from '../../db/sql/port.ts';
import { bucketMs } from '../../db/time/opening.ts';
import type { Device, Settings, Store } from '../../db/vocabulary/place.ts';
import type { Language } from '../../db/vocabulary/preferences.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { Check, ChecksAnswer } from '../contracts/checks.ts';
import { clockFindings, placedFindings } from '../kpi/checks/clockSkew.ts';
import { deviceFindings } from '../kpi/checks/deviceFindings.ts';
import { type CheckedDate, type Finding, severities } from '../kpi/checks/finding.ts';
import { type CheckedShift, missingReceiptFindings } from '../kpi/checks/missingReceipts.ts';
import { weeksFindings } from '../kpi/checks/weeksFindings.ts';
import { checkOf } from './words/checkText.ts';

export interface ChecksAsk {
  readonly settings: Settings;
  /** Those the caller may see, in the order to answer. */
  readonly stores: readonly Store[];
  readonly now: number;
}

export interface StoreChecks {
  readonly store: Store;
  readonly findings: readonly Finding[];
  /** Its last weeks have not been looked at yet. */
  readonly isPending: boolean;
}

/** Stores read in one round, between which others get their turn. */
const chunkSize = 10;
/** So long may the weeks of many stores be read anew for one answer; the rest of a large chain follows with the next. */
const patienceMs = 1500;

/**
 * Everything that does not fit together in each store. Where many are asked for, what their weeks give away is 5 minutes old at most,
 * but for a chain so large that it takes several answers to look at all of it.
 */
export async function findChecks(sql: Sql, scope: Scope, ask: ChecksAsk): Promise<StoreChecks[]> {
  const found: StoreChecks[] = [];
  const startedAt = performance.now();
  for (let i = 0; i < ask.stores.length; i += chunkSize) {
    if (i > 0) await breathe();
    const stores = ask.stores.slice(i, i + chunkSize);
    const mayBeOld = ask.stores.length > 1;
    const isLate = mayBeOld && performance.now() - startedAt > patienceMs;
    const weeks = await weeksFindingsOf(sql, scope, { ...ask, stores, mayBeOld, isLate });
    const late = await readLateFacts(sql, scope, { ...ask, storeIds: stores.map(({ id }) => id) });
    found.push(
      ...late.map((facts) => ({
        store: facts.store,
        findings: findingsOf(facts, weeks, ask.now),
        isPending: !weeks.has(facts.store.id),
      })),
    );
  }
  return found;
}

/** Every check of the stores, gravest first. */
export function checksAnswerOf(found: readonly StoreChecks[], language: Language): ChecksAnswer {
  const checks = found.flatMap(({ store, findings }) =>
    findings.map((finding) => ({ store: store.id, device: finding.deviceId, ...checkOf(store, finding, language) })),
  );
  return { checks: checks.sort(gravestFirst), pending: found.filter(({ isPending }) => isPending).length };
}

/** The checks of each device, gravest first. */
export function checksByDevice(found: readonly StoreChecks[], language: Language): Map<string, Check[]> {
  const byDevice = new Map<string, Check[]>();
  for (const { store, findings } of found) {
    for (const finding of findings) {
      if (finding.deviceId === null) continue;
      byDevice.set(finding.deviceId, [...(byDevice.get(finding.deviceId) ?? []), checkOf(store, finding, language)]);
    }
  }
  for (const list of byDevice.values()) list.sort(gravestFirst);
  return byDevice;
}

function gravestFirst(a: Check, b: Check): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function findingsOf(late: LateFacts, weeks: ReadonlyMap<string, readonly Finding[]>, now: number): Finding[] {
  return [
    ...late.store.devices.flatMap((device) => lateFindings(late, device, now)),
    ...missingReceiptFindings(late.shifts.map(checkedShift), now),
    ...(weeks.get(late.store.id) ?? []),
  ];
}

function checkedShift({ report, arrived }: Shift): CheckedShift {
  const { deviceId, closedAt, receivedAt } = report;
  return { deviceId, closedAt, receivedAt, said: report, arrived };
}

const silent = { state: null, problem: null, stateAt: null, battery: null };

function lateFindings(
  { store, reports, states, receipts, refusedAsFuture, placed }: LateFacts,
  device: Device,
  now: number,
): Finding[] {
  const known = { reports: reports.get(device.id) ?? noReports, said: states.get(device.id) ?? silent };
  return [
    ...deviceFindings({ store, device, now, ...known }),
    ...clockFindings(device.id, receipts.get(device.id) ?? [], refusedAsFuture.get(device.id) ?? null),
    ...placedFindings(device.id, placed.get(device.id) ?? null),
  ];
}

interface Remembered {
  readonly version: number;
  readonly at: number;
  readonly findings: readonly Finding[];
}

/** By database and store. Four weeks of a chain are a million rows, and change little in five minutes. */
const memories = new WeakMap<Sql, Map<string, Remembered>>();
const rememberedMs = 5 * 60_000;

async function weeksFindingsOf(
  sql: Sql,
  scope: Scope,
  { settings, stores, now, mayBeOld, isLate }: ChecksAsk & { readonly mayBeOld: boolean; readonly isLate: boolean },
): Promise<Map<string, readonly Finding[]>> {
  const remembered = memories.get(sql) ?? new Map<string, Remembered>();
  memories.set(sql, remembered);
  const isFresh = ({ id }: Store): boolean => {
    const known = remembered.get(id);
    return known?.version === settings.version && Math.abs(now - known.at) < rememberedMs;
  };
  const missing = isLate ? [] : stores.filter((store) => !mayBeOld || !isFresh(store));
  const storeIds = missing.map(({ id }) => id);
  const facts = storeIds.length === 0 ? [] : await readCheckWeeks(sql, scope, { settings, storeIds, now });
  for (const one of facts) {
    remembered.set(one.store.id, { version: settings.version, at: now, findings: weeksFindings(weeksOf(one)) });
  }
  return new Map(
    stores.flatMap(({ id }) => {
      const known = remembered.get(id);
      return known === undefined ? [] : [[id, known.findings] as const];
    }),
  );
}

function weeksOf(facts: WatchedFacts): Parameters<typeof weeksFindings>[0] {
  const { plan } = facts;
  const spans = plan.dates.map(({ date, firstBucketIndex, lastBucketIndex }) => ({
    date,
    startAt: plan.startAt + firstBucketIndex * bucketMs,
    endAt: plan.startAt + (lastBucketIndex + 1) * bucketMs,
  }));
  const tallies = tallyBuckets({ ...facts, steps: spans, isFine: false });
  const dates = spans.flatMap((span, i): CheckedDate[] => {
    const tally = tallies[i];
    return tally === undefined ? [] : [{ ...span, tally }];
  });
  return { store: facts.store, now: facts.now, dates, devices: deviceDays(facts) };
}
