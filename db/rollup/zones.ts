import type { Standard } from '../vocabulary/place.ts';

export type Zone = 'green' | 'yellow' | 'red';

/** Into which zone a value falls; both thresholds belong to the better one. */
export function zoneOf(
  { green, yellow, lowerIsBetter }: Pick<Standard, 'green' | 'yellow' | 'lowerIsBetter'>,
  value: number,
): Zone {
  const isWithin = (threshold: number): boolean => (lowerIsBetter ? value <= threshold : value >= threshold);
  if (isWithin(green)) return 'green';
  return isWithin(yellow) ? 'yellow' : 'red';
}

/** The standard of a process and criterion; undefined: there is none. */
export type StandardOf = (process: string, criterion: string) => Standard | undefined;

export function standardsOf(standards: readonly Standard[]): StandardOf {
  // Ids on the wire are any text: JSON keeps the two apart.
  const byKey = new Map(standards.map((one) => [JSON.stringify([one.process, one.criterion]), one]));
  return (process, criterion) => byKey.get(JSON.stringify([process, criterion]));
}
