/** How patiently vendors are asked. */
export interface Pace {
  /** After the first failure; twice that after the second, and so on. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Then it is given up. */
  readonly mostAttempts: number;
  /** Of what will hardly become better. */
  readonly mostLastingAttempts: number;
  /** How long an account whose key is refused is left alone, unless the key becomes another. */
  readonly deniedPauseMs: number;
}

/** Some ten hours in all: vendors' worst outages of the last years. What is given up is found by polling, where that is set up. */
export const usualPace: Pace = {
  firstPauseMs: 5_000,
  longestPauseMs: 3600_000,
  mostAttempts: 18,
  mostLastingAttempts: 6,
  deniedPauseMs: 3600_000,
};

/** The pause after so many failures (from 1), of which up to half is left to chance, so that a thousand do not come back at once. */
export function pauseAfter(
  { firstPauseMs, longestPauseMs }: Pace,
  failures: number,
  chance: number = Math.random(),
): number {
  const full = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  return Math.round(full * (0.5 + chance / 2));
}
