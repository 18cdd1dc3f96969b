import type { Formats } from '../format/formats.ts';
import { auditMessages } from './auditMessages.ts';

/** `In 52, out 48`; null: that way was not counted. */
export function tappedText(counted: { in: number | null; out: number | null }, formats: Formats): string {
  const written = (people: number | null): string | null => (people === null ? null : formats.count(people));
  return auditMessages.count.tapped(written(counted.in), written(counted.out));
}
