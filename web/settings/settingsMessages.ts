import { type Count, plural } from '../language/plural.ts';

/** Words that every page of the settings uses, one's own account, and the organisation with its regions. */
export const settingsMessages = {
  save: 'Save',
  saved: 'Saved',
  busy: 'Saving…',
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Remove',
  change: 'Change',
  add: 'Add',
  none: 'none',
  failed: 'The settings could not be loaded',
  ownersOnly: {
    title: 'Only owners see this page',
    text: 'It holds settings of the whole chain. Ask an owner to change something here, or to make you one.',
  },
  readOnly:
    'You see these settings as they are. Only an owner changes them, since every figure of the store hangs on them.',

  roles: {
    owner: { name: 'Owner', text: 'Sees every store and changes every setting.' },
    regional: { name: 'Regional manager', text: 'Sees the stores of their regions and corrects their data.' },
    manager: { name: 'Manager', text: 'Sees their stores and corrects their data.' },
    viewer: { name: 'Viewer', text: 'Sees the figures of their stores and changes nothing.' },
    nobody: { name: 'No access', text: 'Can sign in, but sees nothing.' },
  },

  account: {
    title: 'Your account',
    lead: 'Who you are here, and how you like to read.',
    who: 'About you',
    name: 'Name',
    email: 'E-mail address',
    emailHint: 'You sign in with it.',
    role: 'Role',
    password: 'Password',
    passwordLead: 'After that you are signed out in every other browser.',
    current: 'Present password',
    next: 'New password',
    passwordHint: 'At least 8 characters.',
    changePassword: 'Change the password',
    passwordChanged: 'The password is changed.',
  },

  looks: {
    title: 'Looks',
    lead: 'Yours alone, on every device you sign in with.',
    language: 'Language',
    byBrowser: 'As in the browser',
    digits: { label: 'Digits', own: 'Usual for the language', latin: 'Latin', persian: 'Persian' },
    calendar: { label: 'Calendar', own: 'Usual for the language', gregorian: 'Gregorian', persian: 'Persian (Jalali)' },
    theme: { label: 'Theme', system: 'As in the system', light: 'Light', dark: 'Dark' },
    sample: (date: string, count: string): string => `Today is ${date}; a thousand people are ${count}.`,
  },

  choose: {
    title: 'Choose your password',
    lead: 'This page opens once. Then you sign in with your e-mail address and the password.',
    password: 'New password',
    hint: 'At least 8 characters.',
    submit: 'Set the password',
    done: (email: string): string => `The password is set. Sign in as ${email}.`,
    toSignIn: 'Go to the sign-in',
    noCode: 'The address of this page is not whole: open the link again as you were given it.',
  },

  organisation: {
    title: 'Organisation',
    lead: 'What all stores have in common.',
    name: 'Name',
    currency: 'Currency',
    currencyHint: 'Of new stores; each may have its own.',
    locale: 'Language and country',
    localeHint:
      'How numbers and money are written for everyone who has not chosen otherwise, and what survey pages speak.',
    holidays: 'Public holidays',
    holidaysOwn: 'By each store’s time zone',
    holidaysNone: 'None',
    holidaysHint: 'They are marked in Trends.',
    standards: 'Service standards',
    standardsLead: 'What is green, yellow and red in the service of every store has a page of its own.',
    toStandards: 'Open the standards',
  },

  regions: {
    title: 'Regions',
    lead: 'A region gathers stores, so that they can be compared and given to a regional manager.',
    empty: 'No regions yet. A chain of a few stores needs none.',
    name: 'Name of the region',
    add: 'Add a region',
    rename: (name: string): string => `Rename ${name}`,
    remove: (name: string): string => `Remove ${name}`,
    stores: (count: Count): string => plural(count, { one: `${count} store`, other: `${count} stores` }),
  },
};
