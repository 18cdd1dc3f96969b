import { AppError } from '../../db/vocabulary/errors.ts';

/** How much of what is being sent may be in memory at once, over all requests. */
export interface BodyBudget {
  /**
   * Does `work` while `bytes` are set aside for it.
   * @throws AppError `unavailable` where so much is not left
   */
  within<Result>(bytes: number, work: () => Promise<Result>): Promise<Result>;
}

export function makeBodyBudget(mostBytes: number): BodyBudget {
  let used = 0;
  return {
    async within(bytes, work) {
      if (used + bytes > mostBytes)
        throw new AppError('unavailable', 'Too many large messages are being sent at once; send it again soon.');
      used += bytes;
      try {
        return await work();
      } finally {
        used -= bytes;
      }
    },
  };
}

/** What a body takes: what its header says, or where it does not, the most that is read. */
export function bodyBytes(contentLength: string | undefined, most: number): number {
  const said = Number(contentLength);
  return contentLength !== undefined && said >= 0 ? Math.min(said, most) : most;
}
