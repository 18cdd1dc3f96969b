import type { Standard } from './place.ts';

/** The unit of what was done (1) or not (0). */
export const yesNo = 'yes/no';

/** Why a value cannot be what somebody observed. */
export type ValueFault = 'belowZero' | 'aboveHundred' | 'notYesOrNo';

/** Temperatures; of other units a standard says it by a threshold below 0. */
const goesBelowZero = /[°℃℉]/;

/** What a value by hand cannot be by its standard's unit and thresholds; null: it can be. Devices are taken at their word. */
export function valueFault(
  { unit, green, yellow }: Pick<Standard, 'unit' | 'green' | 'yellow'>,
  value: number,
): ValueFault | null {
  if (unit === yesNo) return value === 0 || value === 1 ? null : 'notYesOrNo';
  if (value < 0 && green >= 0 && yellow >= 0 && !goesBelowZero.test(unit ?? '')) return 'belowZero';
  return unit === '%' && value > 100 ? 'aboveHundred' : null;
}
