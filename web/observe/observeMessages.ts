import { type Count, plural } from '../language/plural.ts';

/** Every sentence of the form for observations. */
export const observeMessages = {
  title: 'Observe',
  lead: 'Measure one customer’s visit against the standard. It needs no network, and nobody is named.',
  process: 'Process',
  noStandards: 'No standard is set up yet',
  noStandardsText: 'The owner can take them from a template, for a shop, a café, a pharmacy or a bank branch.',
  noStore: 'There is no store yet. Set one up first.',
  yes: 'Yes',
  no: 'No',
  start: 'Start the clock',
  stop: 'Stop the clock',
  startOf: (name: string): string => `Start the clock: ${name}`,
  stopOf: (name: string): string => `Stop the clock: ${name}`,
  clear: 'Clear',
  clearOf: (name: string): string => `Clear: ${name}`,
  wrong: 'Write a number.',
  faults: {
    belowZero: 'This is never below 0: write 0 or more.',
    aboveHundred: 'A share is never above 100%: write 0 to 100.',
    notYesOrNo: 'Choose yes or no.',
  },
  correctFirst: (name: string): string => `Nothing was kept yet: correct “${name}” first.`,
  far: (name: string, value: string): string => `${name}\n\nThis is far from the standard: ${value}. Is it right?`,
  save: 'Save, next customer',
  nothing: 'Nothing was measured yet: fill in at least one line.',
  isRunning: 'A clock is still running: stop it first.',
  kept: (count: Count): string =>
    plural(count, { one: `${count} observation kept.`, other: `${count} observations kept.` }),
  observed: (name: string, value: string): string => `${name}: ${value}`,
};
