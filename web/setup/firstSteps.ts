export const stepNames = ['counter', 'counted', 'till', 'sold', 'people'] as const;
export type StepName = (typeof stepNames)[number];

const key = 'lintel.firstSteps';

/** Done or hidden on this browser: nobody asks the server any more. Where nothing can be kept, they stay. */
export function areStepsOver(): boolean {
  try {
    return localStorage.getItem(key) === 'over';
  } catch {
    return false;
  }
}

export function endSteps(): void {
  try {
    localStorage.setItem(key, 'over');
  } catch {
    // They come back with the next visit, no more.
  }
}
