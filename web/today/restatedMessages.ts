/** Every sentence about what a day showed when it ended, beside what it shows now. */
export const restatedMessages = {
  title: 'Since the day ended',
  sentence: (then: string, now: string, why: string): string =>
    `When the day ended it showed ${then}. Now it shows ${now}, because ${why}.`,
  nothing: 'No count and no sale has changed since the day ended.',
  nothingButRates:
    'No count and no sale has changed since the day ended. Its rates differ a little, since it is known better now what was covered.',
  table: 'Changes by cause',
  evened: (why: string): string => `The day shows what it showed when it ended, though ${why}: what changed evens out.`,
  noReport: 'What the day showed when it ended was not kept: this store was set up here later.',
  notYet: 'What the day showed when it ended is kept some minutes after its end.',
  reportedAt: (when: string): string => `What it showed was kept on ${when}.`,
  figures: {
    passersBy: (count: string): string => `${count} passers-by`,
    entries: (count: string): string => `${count} entries`,
    exits: (count: string): string => `${count} exits`,
    purchases: (count: string): string => `${count} purchases`,
    netSalesMinor: (amount: string): string => `net sales of ${amount}`,
  },
  columns: {
    passersBy: 'Passers-by',
    entries: 'Entries',
    exits: 'Exits',
    purchases: 'Purchases',
    netSalesMinor: 'Net sales',
  },
  none: 'no',
  cause: 'Cause',
  device: 'Device',
  last: 'Last change',
  sum: 'All together',
  outside: (entries: string, purchases: string): string =>
    `Outside opening hours: entries ${entries}, purchases ${purchases}.`,
  allDevices: 'all',
  failed: 'What the day showed when it ended could not be loaded',
  because: {
    late: 'reports came late',
    corrected: 'figures were corrected',
    accepted: 'a difference that had been held was decided on',
    voided: 'receipts were voided',
    takenOut: 'a stretch was taken out or put back',
    settings: 'settings were changed',
  },
  causes: {
    late: 'Came late',
    corrected: 'Corrected',
    accepted: 'Held, then decided',
    voided: 'Voided',
    takenOut: 'Taken out',
    settings: 'Settings',
  },
};
