export const figureMessages = {
  ask: (figure: string): string => `${figure}: what is this figure?`,
  formula: 'How it is worked out',
  leftOut: 'What it leaves out',
  failed: 'Its meaning could not be loaded. Close this and try again.',
  unknown: 'Nothing is written about this figure yet.',
};
