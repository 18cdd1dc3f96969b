import { yesNo } from '../../db/vocabulary/observable.ts';
import { unitName } from '../format/durations.ts';
import type { Formats } from '../format/formats.ts';
import { unknown } from '../format/formats.ts';
import { serviceMessages } from './serviceMessages.ts';
import type { CriterionLine } from './serviceTypes.ts';

type Thresholds = Pick<CriterionLine, 'green' | 'yellow' | 'lowerIsBetter' | 'unit'>;

/** `green up to 30 s, yellow up to 60 s`. */
export function standardText({ green, yellow, lowerIsBetter, unit }: Thresholds, formats: Formats): string {
  const text = serviceMessages.light;
  if (green === null || yellow === null) return text.noStandard;
  if (unit === yesNo) return text.done;
  const words = lowerIsBetter === false ? text.from : text.upTo;
  return words(withUnit(green, unit, formats), withUnit(yellow, unit, formats));
}

/** `Shift manager (first line)`. */
export function ownerText({ owner, level }: Pick<CriterionLine, 'owner' | 'level'>): string {
  const stands = level === null ? null : serviceMessages.light.level[level];
  if (owner === null) return stands ?? unknown;
  return stands === null ? owner : serviceMessages.light.ownerAt(owner, stands);
}

/** NPS and its like in points with a sign: `+39.8`. */
export function pointsText(points: number | null, formats: Formats): string {
  if (points === null) return unknown;
  return new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    .format(points)
    .replace('-', '\u2212');
}

/** Hours with one digit; days from two days on: `3.5 h`, `2.1 days`. */
export function hoursText(hours: number | null, formats: Formats): string {
  if (hours === null) return unknown;
  if (hours < 1) return `${formats.whole(hours * 60)} ${unitName('min', formats)}`;
  if (hours < 48) return `${formats.ratio(hours, 1)} ${unitName('h', formats)}`;
  const days = { value: hours / 24, text: formats.ratio(hours / 24, 1) };
  return serviceMessages.requests.days(days);
}

/** `45.2 s`; of what was done or not, the share that was. */
export function meanText({ mean, unit }: Pick<CriterionLine, 'mean' | 'unit'>, formats: Formats): string {
  if (mean === null) return unknown;
  if (unit === yesNo) return formats.percent(mean, 0);
  return withUnit(mean, unit, formats);
}

function withUnit(value: number, unit: string | null, formats: Formats): string {
  if (unit === '%') return formats.percent(value / 100, Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1);
  return unit ? `${formats.count(value)}\u00a0${unitName(unit, formats)}` : formats.count(value);
}
