import { type Count, plural } from '../language/plural.ts';

/** Every sentence of the check form. */
export const checkMessages = {
  title: 'Check a standard',
  lead: 'Go through a checklist in the store. No network is needed meanwhile; no photo is taken and no name is asked for.',
  list: 'Checklist',
  items: (count: Count): string => plural(count, { one: `${count} item`, other: `${count} items` }),
  start: 'Start the check',
  noLists: 'No checklist is set up yet',
  noListsText:
    'The owner can take one from a template, for a shop, a café, a pharmacy or a bank branch, and change it.',
  noStore: 'There is no store yet. Set one up first.',

  progress: (done: string, all: Count): string => `${done} of ${all} looked at`,
  passed: 'Passed',
  failed: 'Failed',
  clear: 'Clear this answer',
  agree: 'Agree what to do',
  agreed: 'What was agreed',
  what: 'What is to be done',
  role: 'Who does it (a role, not a name)',
  dueOn: 'By when',
  dropAction: 'Nothing was agreed',
  incomplete: 'Say what is to be done and which role does it, or choose “Nothing was agreed”.',
  pastDue: 'By when: this date is over already. Choose today or a later date.',
  finish: 'Finish the check',
  nothing: 'Nothing was looked at yet: mark at least one item.',
  leftOut: (count: Count): string =>
    plural(count, {
      one: `${count} item was not looked at and does not count.`,
      other: `${count} items were not looked at and do not count.`,
    }),
  discard: 'Throw it away',
  discardSure: 'Throw this check away? It can’t be brought back.',
  result: (passed: string, items: Count, share: string): string => `${passed} of ${items} passed, ${share}`,
  actions: (count: Count): string => plural(count, { one: `${count} action agreed`, other: `${count} actions agreed` }),
};
