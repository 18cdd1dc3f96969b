import type { QualityReason } from '../../db/reads/quality.ts';
import { addDays } from '../../db/time/businessDate.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { Outage } from '../kpi/day/schema.ts';
import type { Kpis } from '../kpi/schema.ts';

type Fault = Exclude<QualityReason, { code: 'not_measured' }>;

interface DayReasons {
  /** Business date. */
  readonly date: string;
  readonly reasons: readonly QualityReason[];
}

/**
 * What keeps a day from being counted, gravest first: devices that are silent now, then what was lost earlier. A step that is hardly
 * covered and has a silent device is told once, by its device; so is a device that measures several steps.
 */
export function outagesOf(store: Store, { coverage }: Kpis, { date, reasons }: DayReasons): Outage[] {
  const faults = reasons.filter((reason): reason is Fault => isOutage(reason, date));
  const toldSteps = new Set(faults.flatMap((fault) => ('deviceId' in fault ? fault.step : [])));
  const told = new Set<string>();
  return faults
    .filter((fault) => fault.code !== 'low_coverage' || !toldSteps.has(fault.step))
    .filter((fault) => {
      if (!('deviceId' in fault)) return true;
      const isNew = !told.has(fault.deviceId);
      told.add(fault.deviceId);
      return isNew;
    })
    .map((fault) => outageOf(store, coverage, fault))
    .toSorted((a, b) => graveness[a.cause] - graveness[b.cause]);
}

/** Less is missing by chance: a restart, a network that was away. */
const leastGapMs = 15 * 60_000;

/** A till that hands in its day at night has not delivered today, as every day; one that lacks a day more is late. */
function isOutage(reason: QualityReason, date: string): boolean {
  if (reason.code === 'not_measured') return false;
  if (reason.code === 'ingest_gap') return reason.until - reason.since >= leastGapMs;
  return reason.code !== 'not_delivered' || reason.deliveredTo < addDays(date, -1);
}

const graveness: Readonly<Record<Outage['cause'], number>> = {
  offline: 0,
  silent: 0,
  problem: 1,
  low_coverage: 2,
  ingest_gap: 3,
  not_delivered: 4,
  never_reported: 5,
};

function outageOf(store: Store, coverage: Kpis['coverage'], fault: Fault): Outage {
  const step = 'step' in fault ? fault.step : null;
  const device = 'deviceId' in fault ? fault.deviceId : null;
  const since = 'since' in fault ? fault.since : null;
  const until = 'until' in fault ? fault.until : null;
  return {
    code: 'outage',
    cause: fault.code,
    step,
    device,
    name: device === null ? null : (store.devices.find(({ id }) => id === device)?.name ?? device),
    since: since === null ? null : formatInstant(store.timezone, since),
    until: until === null ? null : formatInstant(store.timezone, until),
    coverage: step === null ? null : coverage[step],
  };
}
