/** Every sentence about what the counters would have counted by their audits. */
export const adjustedMessages = {
  title: 'If the counters saw everyone',
  lead: 'Adjusted by counts made by hand. The figures above stay what was measured.',
  entriesAdjusted: 'Entries',
  captureRateAdjusted: 'Capture rate',
  conversionRateAdjusted: 'Conversion',
  salesPerVisitorAdjustedMinor: 'Sales per visitor',
  measured: (value: string): string => `measured ${value}`,
  toAudits: 'How well the counters count',
};
