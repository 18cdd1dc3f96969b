import type { DeviceState } from '../../db/reads/standing.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import { lowCoverageBelow, type Step, steps } from '../../db/vocabulary/quality.ts';
import type { TodayAnswer } from '../contracts/funnel.ts';
import type { Kpis } from '../kpi/schema.ts';

type Quality = TodayAnswer['quality'];
type Reason = Quality['reasons'][number];

/** Below this share the badge says so, though the figures still take part in comparisons. */
const fairBelow = 0.95;

const stepNames: Record<Step, string> = { passersBy: 'passers-by', entries: 'entries', purchases: 'purchases' };

export interface QualityInput {
  readonly store: Store;
  readonly total: Kpis;
  readonly states: ReadonlyMap<string, DeviceState>;
  readonly now: number;
}

/** How far today's figures can be trusted, and why not further. */
export function qualityOf(input: QualityInput): Quality {
  const reasons = [
    ...coverageReasons(input.total),
    ...input.store.devices.flatMap((device) => deviceReasons(device, input)),
  ];
  return { level: levelOf(input.total, reasons), reasons };
}

function levelOf({ coverage }: Kpis, reasons: readonly Reason[]): Quality['level'] {
  const shares = steps.map((step) => coverage[step]).filter((share) => share !== null);
  if (shares.length === 0) return 'none';
  if (Math.min(...shares) < lowCoverageBelow) return 'poor';
  return reasons.length > 0 ? 'fair' : 'good';
}

function coverageReasons({ coverage }: Kpis): Reason[] {
  return steps.flatMap((step) => {
    const share = coverage[step];
    if (share === null || share >= fairBelow) return [];
    const code = share < lowCoverageBelow ? 'low_coverage' : 'gaps';
    return [{ code, step, text: `Only ${Math.floor(share * 100)} % of the time was observed for ${stepNames[step]}.` }];
  });
}

function deviceReasons(device: Device, { states, now }: QualityInput): Reason[] {
  if (device.removedAt !== null && device.removedAt <= now) return [];
  const state = states.get(device.id);
  if (state === undefined || state.lastSeenAt === null) {
    return [{ code: 'device_never_heard', device: device.id, text: `${device.name} has not reported yet.` }];
  }
  if (state.problem !== null) {
    return [{ code: 'device_problem', device: device.id, text: `${device.name} reports a problem: ${state.problem}.` }];
  }
  if (state.state === 'offline')
    return [{ code: 'device_offline', device: device.id, text: `${device.name} is offline.` }];
  return [];
}
