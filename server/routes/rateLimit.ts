import { isIPv6 } from 'node:net';
import { AppError } from '../../db/vocabulary/errors.ts';

/** So many takings of one subject in one window. */
export interface Limit {
  readonly most: number;
  readonly windowMs: number;
}

export interface RateLimit {
  /** Takes once; `too_many` with `sentence` where the subject took too often. */
  take(subject: string, sentence: string): void;
}

interface Taken {
  count: number;
  endsAt: number;
}

/** Whoever names so many subjects pushes out the oldest: memory has its bound. */
const mostSubjects = 20_000;

/** Counts in this process's memory, by windows that begin with a subject's first taking. */
export function makeRateLimit({ most, windowMs }: Limit, now: () => number): RateLimit {
  const taken = new Map<string, Taken>();
  return {
    take(subject, sentence) {
      const at = now();
      const known = taken.get(subject);
      if (known !== undefined && known.endsAt > at) {
        known.count += 1;
        if (known.count > most) throw new AppError('too_many', sentence);
        return;
      }
      taken.delete(subject);
      taken.set(subject, { count: 1, endsAt: at + windowMs });
      if (taken.size > mostSubjects) taken.delete(taken.keys().next().value ?? '');
    },
  };
}

/** Whose an address is: an IPv6 address its network of 64 bits, of which one customer of a provider has all. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [front = '', back] = plain.split('::');
  const groups = (part: string): string[] => part.split(':').filter((group) => group !== '');
  const last = groups(back ?? '');
  // An IPv4 address at the end stands for two groups.
  const written = groups(front).length + last.length + (plain.includes('.') ? 1 : 0);
  const zeros = back === undefined ? 0 : 8 - written;
  const all = [...groups(front), ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
