import { AppError } from '../vocabulary/errors.ts';

const aheadMs = 5 * 60_000;
const tenYearsMs = 3653 * 24 * 60 * 60_000;

/** Refuses what cannot be the time at which somebody filled in a form: more than five minutes ahead, or ten years ago. Epoch ms. */
export function requireFormTime(at: number, now: number): void {
  if (at > now + aheadMs)
    throw new AppError('invalid', 'at: lies in the future; set the clock right and send it again.');
  if (at < now - tenYearsMs)
    throw new AppError('invalid', 'at: is more than ten years ago; set the date right and send it again.');
}
