import type { ServiceTally } from '../../../db/rollup/serviceTally.ts';
import { zoneOf } from '../../../db/rollup/zones.ts';
import type { Standard } from '../../../db/vocabulary/place.ts';
import type { Light } from './light.ts';
import type { Zones } from './schema.ts';

/** How many observations were green, yellow and red, and their shares. Those without a standard are in none of them. */
export function zonesOf(tallies: readonly Pick<ServiceTally, 'good' | 'middling' | 'bad'>[]): Zones {
  const sum = (field: 'good' | 'middling' | 'bad'): number => tallies.reduce((all, one) => all + one[field], 0);
  return zonesFrom({ green: sum('good'), yellow: sum('middling'), red: sum('bad') });
}

export function zonesFrom({ green, yellow, red }: Omit<Zones, 'shares'>): Zones {
  const all = green + yellow + red;
  const shares = all === 0 ? null : { green: green / all, yellow: yellow / all, red: red / all };
  return { green, yellow, red, shares };
}

export function sortedIn({ green, yellow, red }: Zones): number {
  return green + yellow + red;
}

/** With fewer observations no light is shown. */
const leastObservations = 5;
const mostRed = 0.1;
const leastGreen = 0.8;

/** Of one criterion. Red: red share above 10 %; green: green share at least 80 %; else yellow. null below 5 observations. */
export function lightOf(zones: Zones): Light | null {
  const { shares } = zones;
  if (shares === null || sortedIn(zones) < leastObservations) return null;
  if (shares.red > mostRed) return 'red';
  return shares.green >= leastGreen ? 'green' : 'yellow';
}

/** Of a process or a store: the worst of its criteria's; null where none has one. */
export function worstLight(some: readonly (Light | null)[]): Light | null {
  return (['red', 'yellow', 'green'] as const).find((light) => some.includes(light)) ?? null;
}

/** The zone of one value, as a form shows it at once: by the same law by which it is counted. */
export function lightOfValue(standard: Pick<Standard, 'green' | 'yellow' | 'lowerIsBetter'>, value: number): Light {
  return zoneOf(standard, value);
}
