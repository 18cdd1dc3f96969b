import { type Count, plural } from '../language/plural.ts';

/** Every sentence of the set-up. */
export const setupMessages = {
  title: 'Set up Lintel',
  steps: { account: 'Account', store: 'Store', hours: 'Hours', devices: 'Devices', connect: 'Connect' },
  progress: (place: string, all: string): string => `Step ${place} of ${all}`,
  next: 'Continue',
  back: 'Back',
  busy: 'Saving…',
  closed: 'Lintel is set up already',
  closedText: 'Its owner has an account. Sign in with it; further stores are added by the owner.',
  toSignIn: 'Go to the sign-in',
  failed: 'The set-up could not be opened',
  notOwner: 'Only the owner sets up stores',
  language: 'Language',

  account: {
    title: 'Your account',
    lead: 'You’ll be the owner: you see every store and change every setting.',
    name: 'Your name',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: 'At least 8 characters.',
    code: 'Set-up code',
    codeHint: 'It is part of the link that was printed where Lintel was started.',
    submit: 'Create the account',
  },

  store: {
    title: 'Your first store',
    nextTitle: 'A further store',
    lead: 'Time zone and currency are your browser’s guess: look whether they are right.',
    organisation: 'Name of your company',
    name: 'Name of the store',
    nameHint: 'As your people call it: a street, a mall, a town.',
    technical: 'Short name, for devices',
    id: 'Short name',
    idHint:
      'Devices and addresses call the store by it. Small Latin letters, digits and hyphens; it can’t be changed later.',
    idWrong: 'Use small Latin letters, digits and hyphens, beginning with a letter or digit.',
    idTaken: 'There is a store with this short name already.',
    timezone: 'Time zone',
    currency: 'Currency',
  },

  hours: {
    title: 'Opening hours',
    lead: 'So that a closed door is not taken for a quiet hour. You can change them at any time.',
    alwaysOpen: 'Open day and night',
    isOpen: 'open',
    closed: 'closed',
    from: (day: string): string => `${day}: opens at`,
    to: (day: string): string => `${day}: closes at`,
    addBreak: 'Add hours',
    addBreakOf: (day: string): string => `Add hours on ${day}`,
    remove: 'Remove',
    removeOf: (day: string): string => `Remove the last hours of ${day}`,
    copyAll: (day: string): string => `Copy ${day} to every day`,
    pastMidnight: 'until the next day',
    wrong: {
      quarter: 'Hours begin and end on a quarter of an hour.',
      same: 'Opening and closing are the same time.',
      overlap: 'Hours of one day overlap.',
      missing: 'Fill in both times.',
      check: 'Some of the hours above are not right yet.',
    },
  },

  devices: {
    title: 'What counts here?',
    lead: 'Choose what is there; more can be added at any time.',
    makeHint:
      'These are devices that can be told where to send (over MQTT or HTTP). For one of a known make choose none of them: the list of makes comes next.',
    technical: 'Name of the device',
    id: 'Device id',
    idWrong: 'Use small Latin letters, digits and hyphens; each device needs its own.',
    none: 'None of these: choose the make of your counter or till next.',
    submit: 'Save and connect',
    submitHand: 'Save and count',
    submitNone: 'Save and choose the make',
    kinds: {
      door: { name: 'Counter at the entrance', text: 'Counts who comes in and who leaves.' },
      outside: { name: 'Counter of passers-by', text: 'Counts people who walk past outside.' },
      till: { name: 'Till', text: 'Sends receipts: purchases and sales.' },
    },
    hand: {
      name: 'Nothing yet: count by hand',
      text: 'You press a button for everyone who comes in. Good for a first look.',
    },
  },

  connect: {
    title: 'Connect your devices',
    lead: 'Enter these on the settings page of each device. The secrets are shown only now.',
    host: 'MQTT server',
    topic: 'Topic',
    username: 'User name',
    secret: 'Secret',
    noSecret: 'This device has its secret already.',
    newSecret: 'Make a new secret',
    line: 'Or try it from a terminal',
    local: (host: string): string =>
      `${host} is this machine itself, and a counter on the wall cannot reach that. Enter this machine’s address in the shop’s network instead; set PUBLIC_URL to it, and the web addresses shown here follow.`,
    body: 'Example of a message',
    lineHint: {
      door: 'Counts one person in.',
      outside: 'Counts one passer-by.',
      till: 'A training receipt: it counts nowhere.',
    },
    copy: 'Copy',
    copyOf: (what: string): string => `Copy ${what}`,
    copied: 'Copied',
    waiting: 'Waiting for its first message…',
    heard: (time: string): string => `First message arrived at ${time}`,
    listening: 'Listening. This page notices a message within a second.',
    connecting: 'Connecting to the server…',
    allHeard: 'Everything reports. Your funnel is running.',
    someHeard: 'It works. The others can follow at any time.',
    nowEntered: (entries: string): string => `Counted today: entries ${entries}.`,
    nowOutside: (entries: string): string =>
      `Counted outside the opening hours today: entries ${entries}. They are shown apart, since nobody is expected then.`,
    nowCounted: (entries: string, passersBy: string): string =>
      `Counted today: entries ${entries}, passers-by ${passersBy}.`,
    toToday: 'See today’s figures',
    later: 'Connect later',
  },

  hand: {
    title: 'Count by hand',
    lead: 'Press for every person who comes in. Each press counts at once, as if a counter had seen it.',
    press: 'Somebody came in',
    counted: (count: Count): string =>
      plural(count, { one: `${count} entry counted here`, other: `${count} entries counted here` }),
    first: 'The first entry is counted. Everything that follows works the same way.',
    later:
      'You find this page again under Settings, Stores. Once a counter is connected, set the end of “by hand” under Devices: both together would count everyone twice.',
    device: 'By hand',
  },

  firstSteps: {
    title: 'First steps',
    progress: (done: Count, all: string): string => `${done} of ${all} done`,
    hide: 'Hide these',
    done: 'done',
    open: 'to do',
    steps: {
      counter: { name: 'Set up a counter at the entrance', text: 'It says how many people come in.' },
      counted: { name: 'See the first entry', text: 'Walk through the door once.' },
      till: { name: 'Set up the till', text: 'Then you see how many of them buy.' },
      sold: { name: 'See the first receipt', text: 'The next sale shows it.' },
      people: { name: 'Add your people', text: 'Managers see their own stores.' },
    },
  },
};
