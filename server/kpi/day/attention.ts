import type { Flag } from '../../../db/vocabulary/quality.ts';
import type { QueueBrief } from '../queue/schema.ts';
import type { ServiceBrief } from '../service/schema.ts';
import { wilsonInterval } from '../wilson.ts';
import type { FunnelFigure } from './figures.ts';
import type { Attention, Outage, Standing } from './schema.ts';

/** What is known of a day that something could stand out of. */
export interface Sights {
  /** Gravest first. */
  readonly outages: readonly Outage[];
  readonly flags: readonly Flag[];
  readonly standing: Standing;
  readonly queue: QueueBrief | null;
  /** The share of customers that the queues are to serve within their target; null: there is no queue. */
  readonly targetShare: number | null;
  readonly service: ServiceBrief | null;
}

/** Figures that cannot be, in the order in which they are told: counters are wrong, and no gap shows it. */
const implausible = [
  'sales_without_entries',
  'conversion_over_100',
  'capture_over_100',
  'entry_exit_imbalance',
] as const satisfies readonly Flag[];

/** Everything of a day that stands out, what matters most first; nothing where nothing does. The queues at this moment come from elsewhere. */
export function attentionOf({ outages, flags, standing, queue, targetShare, service }: Sights): Attention[] {
  return ranked([
    ...outages,
    ...implausible.filter((flag) => flags.includes(flag)).map((flag) => ({ code: 'implausible', flag }) as const),
    ...fallen(standing),
    ...(service?.light === 'red' ? [{ code: 'serviceLight', light: 'red' } as const] : []),
    ...missedTarget(queue, targetShare),
  ]);
}

/**
 * One order for everything: what costs customers this minute; what makes the figures untrue; what costs customers today; what is to be
 * watched; and last what was lost by an outage that is over. Equals stay as they were.
 */
export function ranked(found: readonly Attention[]): Attention[] {
  return found.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The place of a thing in that order; what matters most is 0. */
export function placeOf(one: Attention): number {
  switch (one.code) {
    case 'queueNow':
      return one.light === 'red' ? 0 : 6;
    case 'outage':
      return isOver(one) ? 7 : 1;
    case 'implausible':
      return 2;
    case 'belowUsual':
      return 3;
    case 'serviceLight':
      return 4;
    case 'queueDay':
      return 5;
  }
}

/** A low coverage is told only where no device of the step is silent now (server/answers/outages.ts): what was lost was lost earlier. */
export function isOver({ cause, until }: Pick<Outage, 'cause' | 'until'>): boolean {
  return until !== null || cause === 'low_coverage';
}

/**
 * The steps of the funnel that are below their usual range, the greatest relative fall first: purchases are the product of the steps, so
 * a tenth less of any step is a tenth less of purchases.
 */
function fallen(standing: Standing): Attention[] {
  return stepsOf(standing)
    .flatMap((figure): Extract<Attention, { code: 'belowUsual' }>[] => {
      const { value, usual, range, verdict, change } = standing[figure];
      if (verdict !== 'below' || value === null || usual === null || range === null || change === null) return [];
      return [{ code: 'belowUsual', figure, value, usual, low: range[0], change }];
    })
    .toSorted((a, b) => a.change - b.change);
}

/** People outside and the share who come in, or, where either is not judged, who came in; and the share of them who bought. */
function stepsOf({ passersBy, captureRate, entries }: Standing): FunnelFigure[] {
  if (passersBy.verdict !== null && captureRate.verdict !== null) return ['passersBy', 'captureRate', 'conversionRate'];
  return entries.verdict === null ? ['purchases'] : ['entries', 'conversionRate'];
}

/** Fewer were served in time than the target asks, by more than chance: the whole 95 % interval lies below it. */
function missedTarget(queue: QueueBrief | null, targetShare: number | null): Attention[] {
  const { serviceLevel = null, served = null } = queue ?? {};
  if (serviceLevel === null || served === null || targetShare === null) return [];
  const interval = wilsonInterval(serviceLevel * served, served);
  if (interval === null || interval[1] >= targetShare) return [];
  return [{ code: 'queueDay', serviceLevel, targetShare }];
}
