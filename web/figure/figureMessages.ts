export const figureMessages = {
  ask: (figure: string): string => `${figure}: what is this figure?`,
  formula: 'How it is worked out',
  leftOut: 'What it leaves out',
  failed: 'Its meaning could not be loaded. Close this and try again.',
  unknown: 'Nothing is written about this figure yet.',
  download: 'Download what is shown',
  csv: 'CSV',
  xlsx: 'Excel',
  asCsv: 'Download what is shown as CSV',
  asXlsx: 'Download what is shown as an Excel workbook',
  notSaved: 'The file could not be made. Reload the page and try again.',
};
