import { installMessages } from './installMessages.ts';
import type { WalkTest } from './walkApi.ts';

export interface Verdict {
  readonly tone: 'good' | 'fair' | 'poor';
  readonly text: string;
}

const text = installMessages.verdict;

type Walked = Pick<WalkTest, 'walkedIn' | 'walkedOut' | 'seen' | 'isComplete'>;

/** What a walk test says of the counter; null while it has not reported all of it. */
export function verdictOf({ walkedIn, walkedOut, seen, isComplete }: Walked): Verdict | null {
  if (!isComplete) return null;
  const [walked, saw] = [
    { in: walkedIn ?? 0, out: walkedOut ?? 0 },
    { in: seen.in ?? 0, out: seen.out ?? 0 },
  ];
  if (saw.in === walked.in && saw.out === walked.out) return { tone: 'good', text: text.exact };
  if (saw.in + saw.out === 0) return { tone: 'poor', text: text.nothing };
  if (isSwapped(walked, saw)) return { tone: 'poor', text: text.swapped };
  const missed = [
    ...(saw.in < walked.in ? [text.missedIn(walked.in - saw.in)] : []),
    ...(saw.out < walked.out ? [text.missedOut(walked.out - saw.out)] : []),
  ];
  if (missed.length > 0) return { tone: 'poor', text: text.missed(missed.join(text.and)) };
  const more = saw.in - walked.in + saw.out - walked.out;
  return { tone: 'fair', text: text.more(more) };
}

interface Counts {
  readonly in: number;
  readonly out: number;
}

/** The counter saw each way what was walked the other. */
export function isSwapped(walked: Counts, saw: Counts): boolean {
  return walked.in !== walked.out && saw.in === walked.out && saw.out === walked.in;
}
