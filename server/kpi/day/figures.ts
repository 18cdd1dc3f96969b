/** The figures that are judged by what is usual: the counts of the funnel and what leads from each to the next. */
export const standingFigures = ['passersBy', 'entries', 'purchases', 'captureRate', 'conversionRate'] as const;

export type StandingFigure = (typeof standingFigures)[number];
