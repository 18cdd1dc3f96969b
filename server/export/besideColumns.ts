import type { Beside } from '../contracts/beside.ts';

type Cell = string | number | null;

/** A column for each figure of queue and service that stands beside the funnel. */
const columns: readonly (readonly [string, (beside: Beside) => Cell | undefined])[] = [
  ['queueServed', ({ queue }) => queue?.served],
  ['queueAbandonmentRate', ({ queue }) => queue?.abandonmentRate],
  ['queueMeanWaitSeconds', ({ queue }) => queue?.meanWaitSeconds],
  ['queueP90WaitSeconds', ({ queue }) => queue?.p90WaitSeconds],
  ['queueServiceLevel', ({ queue }) => queue?.serviceLevel],
  ['queueAverageLength', ({ queue }) => queue?.averageLength],
  ['serviceGreen', ({ service }) => service?.zones?.green],
  ['serviceYellow', ({ service }) => service?.zones?.yellow],
  ['serviceRed', ({ service }) => service?.zones?.red],
  ['serviceLight', ({ service }) => service?.light],
  ['serviceNps', ({ service }) => service?.nps],
  ['serviceNpsAnswers', ({ service }) => service?.npsAnswers],
  ['serviceCsat', ({ service }) => service?.csat],
  ['serviceCsi', ({ service }) => service?.csi],
  ['serviceOpenRequests', ({ service }) => service?.openRequests],
  ['servicePassedShare', ({ service }) => service?.passedShare],
];

export const besideHead = columns.map(([name]) => name);

export function besideCells(beside: Beside): Cell[] {
  return columns.map(([, cellOf]) => cellOf(beside) ?? null);
}
