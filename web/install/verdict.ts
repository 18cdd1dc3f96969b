import type { Formats } from '../format/formats.ts';
import { installMessages } from './installMessages.ts';
import type { WalkTest } from './walkApi.ts';

export interface Verdict {
  readonly tone: 'good' | 'fair' | 'poor';
  readonly text: string;
}

const text = installMessages.verdict;

type Walked = Pick<WalkTest, 'walkedIn' | 'walkedOut' | 'seen' | 'isComplete'>;

/** What a walk test says of the counter; null while it has not reported all of it. */
export function verdictOf({ walkedIn, walkedOut, seen, isComplete }: Walked, formats: Formats): Verdict | null {
  if (!isComplete) return null;
  const [walked, saw] = [
    { in: walkedIn ?? 0, out: walkedOut ?? 0 },
    { in: seen.in ?? 0, out: seen.out ?? 0 },
  ];
  if (saw.in === walked.in && saw.out === walked.out) return { tone: 'good', text: text.exact };
  if (saw.in + saw.out === 0) return { tone: 'poor', text: text.nothing };
  if (isSwapped(walked, saw)) return { tone: 'poor', text: text.swapped };
  const missed = missedText({ in: walked.in - saw.in, out: walked.out - saw.out }, formats);
  if (missed !== null) return { tone: 'poor', text: missed };
  return { tone: 'fair', text: text.more(formats.counted(saw.in - walked.in + saw.out - walked.out)) };
}

/** null: nothing was missed. */
function missedText(missed: Counts, formats: Formats): string | null {
  const [ins, outs] = [formats.count(missed.in), formats.count(missed.out)];
  if (missed.in > 0 && missed.out > 0) return text.missedBoth(ins, outs);
  if (missed.in > 0) return text.missedIn(ins);
  return missed.out > 0 ? text.missedOut(outs) : null;
}

interface Counts {
  readonly in: number;
  readonly out: number;
}

/** The counter saw each way what was walked the other. */
export function isSwapped(walked: Counts, saw: Counts): boolean {
  return walked.in !== walked.out && saw.in === walked.out && saw.out === walked.in;
}
