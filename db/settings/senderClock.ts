/** A clock that is further off than what a slow connection explains is set right by the server's. */
const clockOffMs = 30_000;

/**
 * By how many ms the instants of a phone are to be moved: `sentAt` is what its clock showed as it sent (epoch ms; null: taken to be
 * right), `now` what ours did as it came.
 */
export function clockOffset(sentAt: number | null, now: number): number {
  const off = sentAt === null ? 0 : now - sentAt;
  return Math.abs(off) <= clockOffMs ? 0 : off;
}
