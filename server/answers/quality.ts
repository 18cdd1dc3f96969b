import type { QualityReason } from '../../db/reads/quality.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import { lowCoverageBelow, type Step, steps } from '../../db/vocabulary/quality.ts';
import type { TodayAnswer } from '../contracts/funnel.ts';
import type { Kpis } from '../kpi/schema.ts';

type Quality = TodayAnswer['quality'];
type Told = Quality['reasons'][number];

const stepNames: Record<Step, string> = { passersBy: 'Passers-by', entries: 'Entries', purchases: 'Purchases' };

/** How far the day's figures can be trusted, and why not further, in words. */
export function qualityOf(store: Store, total: Kpis, reasons: readonly QualityReason[]): Quality {
  return { level: levelOf(total, reasons), reasons: reasons.map((reason) => told(store, reason)) };
}

/** What is not measured at all is a choice, no fault: it is told, and lowers nothing. */
function levelOf({ coverage }: Kpis, reasons: readonly QualityReason[]): Quality['level'] {
  const shares = steps.flatMap((step) => coverage[step] ?? []);
  if (shares.length === 0) return 'none';
  if (Math.min(...shares) < lowCoverageBelow) return 'poor';
  return reasons.some(({ code }) => code !== 'not_measured') ? 'fair' : 'good';
}

function told(store: Store, reason: QualityReason): Told {
  return {
    code: reason.code,
    ...('step' in reason ? { step: reason.step } : {}),
    ...('deviceId' in reason ? { device: reason.deviceId, name: nameOf(store, reason.deviceId) } : {}),
    ...('since' in reason ? { since: reason.since === null ? null : formatInstant(store.timezone, reason.since) } : {}),
    ...('until' in reason ? { until: formatInstant(store.timezone, reason.until) } : {}),
    ...('coverage' in reason ? { coverage: reason.coverage } : {}),
    text: sentence(store, reason),
  };
}

function sentence(store: Store, reason: QualityReason): string {
  const name = 'deviceId' in reason ? nameOf(store, reason.deviceId) : '';
  switch (reason.code) {
    case 'not_measured':
      return `${stepNames[reason.step]}: no device measures them here.`;
    case 'low_coverage':
      return `${stepNames[reason.step]}: only ${Math.floor(reason.coverage * 100)} % of the time was observed.`;
    case 'never_reported':
      return `${name} has not reported yet.`;
    case 'problem':
      return `${name} reports a problem: ${reason.problem}${since(store, reason.since)}.`;
    case 'offline':
      return `${name} is offline${since(store, reason.since)}.`;
    case 'silent':
      return `${name} has been silent${since(store, reason.since)}.`;
    case 'not_delivered':
      return `${name} has delivered ${reason.deliveredTo === '' ? 'nothing yet' : `up to ${reason.deliveredTo} only`}.`;
    case 'ingest_gap':
      return `Lintel itself received nothing${since(store, reason.since)} until ${clock(store, reason.until)}.`;
  }
}

function nameOf(store: Store, deviceId: string): string {
  return store.devices.find((device) => device.id === deviceId)?.name ?? deviceId;
}

function since(store: Store, at: number | null): string {
  return at === null ? '' : ` since ${clock(store, at)}`;
}

/** `2026-03-29 14:05`, on the store's clock. */
function clock(store: Store, at: number): string {
  return formatInstant(store.timezone, at).slice(0, 16).replace('T', ' ');
}
