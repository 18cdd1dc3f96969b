/** The counts of the funnel and what leads from each to the next: what the sentence speaks of and what may stand out. */
export const funnelFigures = ['passersBy', 'entries', 'purchases', 'captureRate', 'conversionRate'] as const;

export type FunnelFigure = (typeof funnelFigures)[number];

/** The figures that are judged by what is usual. */
export const standingFigures = [
  ...funnelFigures,
  'netSalesMinor',
  'averageCheckMinor',
  'salesPerVisitorMinor',
  'unitsPerTransaction',
] as const;

export type StandingFigure = (typeof standingFigures)[number];
