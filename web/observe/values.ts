import { valueFault, yesNo } from '../../db/vocabulary/observable.ts';
import { unitName } from '../format/durations.ts';
import type { Formats } from '../format/formats.ts';
import { numberOf } from '../format/numbers.ts';
import type { Standard } from '../service/standardTypes.ts';
import { observeMessages } from './observeMessages.ts';

type Measured = Pick<Standard, 'unit' | 'green' | 'yellow' | 'lowerIsBetter'>;

/** So many times the yellow threshold is more likely a slip of the finger, or a clock that was left running. */
const farTimes = 20;

/** What is wrong with what was written, in words that say what to do; '': nothing is. */
export function faultText(standard: Measured, written: string): string {
  if (written.trim() === '') return '';
  const value = numberOf(written);
  if (value === null) return observeMessages.wrong;
  const fault = valueFault(standard, value);
  return fault === null ? '' : observeMessages.faults[fault];
}

/** Whether a value that can be is so far from the standard that it is asked for once more. */
export function isFar({ yellow, lowerIsBetter, unit }: Measured, value: number): boolean {
  return lowerIsBetter && unit !== yesNo && yellow > 0 && value > farTimes * yellow;
}

/** `99,999,999 s`, `Yes`; the number alone where the unit is not known. */
export function valueText(unit: string | null, value: number, formats: Pick<Formats, 'locale' | 'language'>): string {
  if (unit === yesNo) return value === 1 ? observeMessages.yes : observeMessages.no;
  const number = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 3 }).format(value);
  return unit === null || unit === '' ? number : `${number}\u00a0${unitName(unit, formats)}`;
}
