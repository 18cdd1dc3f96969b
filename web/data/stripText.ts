import { shortDate } from '../format/dates.ts';
import { durationText } from '../format/durations.ts';
import type { Formats } from '../format/formats.ts';
import { type Strip, type StripHour, shareText } from './coverageGrid.ts';
import { dataMessages } from './dataMessages.ts';
import type { Gap } from './dataTypes.ts';

const text = dataMessages.coverage;
const gaps = dataMessages.gaps;

/** A day hour by hour, as far as anything was due: for whoever rests the pointer on it. */
export function stripDetail({ date, hours }: Strip, formats: Formats): string {
  const lines = hours.filter(({ share }) => share !== null).map((hour) => hourText(hour, formats));
  const day = shortDate(date, formats.textLocale);
  return [day, ...lines].join('\n');
}

/** `10:00 to 11:00: 75 % covered`. */
export function hourText({ start, end, share }: StripHour, formats: Formats): string {
  const [from, to] = [formats.clock(start), formats.clock(end)];
  return share === null ? text.hourNothing(from, to) : text.hour(from, to, shareText(share, formats));
}

/** Why a gap is one, in a sentence. */
export function whyText({ why, problem }: Gap): string {
  return why === 'problem' && problem !== null ? gaps.problem(problem) : gaps.why[why];
}

/** How much opening time it took. */
export function missingText({ missingSeconds }: Gap, formats: Formats): string {
  return gaps.missing(durationText(missingSeconds, formats));
}
