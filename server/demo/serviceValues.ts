import type { Standard } from '../../db/vocabulary/place.ts';
import { templateIn } from '../standards/templates/templates.ts';
import type { DemoPlace } from './demand.ts';
import { floorAt } from './floor.ts';
import { normal, type Random, randomFor } from './random.ts';

/** The standards of the demo's chain: the shop's template as it is. */
export const demoTemplate = templateIn('shop', 'en');

const observed = demoTemplate.criteria.filter(({ process }) => process !== 'csi' && process !== 'requests');

/** Where a shop has its trouble: how far it is behind, as a share of the threshold. */
const troubles: Readonly<Record<string, number>> = {
  'tverskaya fitting-room/wait-seconds': 0.6,
  'arbat consultation/assistant-wait-seconds': 0.45,
  'hamburg delivery/on-time-share': 0.8,
  'sheremetyevo welcome/help-offered': 0.9,
  'los-angeles fitting-room/cleared-minutes': 0.5,
};

/** How far a shop is behind (above 0) or ahead in one criterion. */
function lagOf(storeId: string, { process, criterion }: Standard): number {
  const name = `${process}/${criterion}`;
  return (troubles[`${storeId} ${name}`] ?? 0) + 0.15 * normal(randomFor('lag', storeId, name));
}

/** One value of one criterion: most are green, those of a shop with trouble there less often. */
export function observationItem(place: DemoPlace, at: number, random: Random): Readonly<Record<string, unknown>> {
  // Sound: the template has criteria.
  const standard = observed[Math.floor(random() * observed.length)] as Standard;
  const { process, criterion } = standard;
  return { at: new Date(at).toISOString(), process, criterion, value: observedValue(place, { standard, at }, random) };
}

function observedValue(
  { demo, demandAt }: DemoPlace,
  { standard, at }: { standard: Standard; at: number },
  random: Random,
): number {
  const { process, criterion, unit, green, yellow, lowerIsBetter } = standard;
  const lag = lagOf(demo.id, standard);
  if (unit === 'yes/no') return random() < (lag > 0.4 ? 0.84 : 0.985) ? 1 : 0;
  if (process === 'checkout' && criterion === 'wait-seconds') {
    return Math.round(0.6 * floorAt(demo, demandAt, at).meanWaitSeconds * Math.exp(0.6 * normal(random) - 0.18));
  }
  if (lowerIsBetter) return rounded(green * Math.exp(0.45 * normal(random) - 0.42 + lag));
  const value = green + (green - yellow) * (0.9 + 0.9 * normal(random) - 1.6 * lag);
  return rounded(Math.max(0, unit === '%' ? Math.min(100, value) : value));
}

function rounded(value: number): number {
  return value >= 20 ? Math.round(value) : Math.round(10 * value) / 10;
}
