export const chartMessages = {
  failed: 'The chart could not be loaded. Its numbers are in the table.',
  explore: (chart: string): string => `${chart}: walk through it with the arrow keys`,
  pick: 'Enter opens the place.',
  range: 'Shift and the arrow keys choose a stretch, Enter shows it alone.',
  chosen: (from: string, to: string): string => `From ${from} to ${to}`,
  noData: 'no data',
};
