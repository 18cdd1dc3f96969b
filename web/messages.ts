/** Every sentence of the dashboard, kept together for the translations to come. */
export const messages = {
  product: 'Lintel',
  loading: 'Loading…',
  retry: 'Try again',
  notFound: { title: 'There is no such page', back: 'Go to today’s figures' },

  errors: {
    unreachable: 'The server can’t be reached. Check the connection and try again.',
    status: (status: number): string => `The server answered with error ${status}.`,
  },

  nav: {
    label: 'Pages',
    today: 'Today',
    stores: 'Stores',
    queue: 'Queue',
    service: 'Service',
    data: 'Data',
    devices: 'Devices',
    store: 'Store',
    skip: 'Skip to the figures',
    signOut: 'Sign out',
    account: (name: string): string => `Signed in as ${name}`,
  },

  signIn: {
    title: 'Sign in',
    lead: 'See who walks past, who comes in and who buys.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    busy: 'Signing in…',
    wrong: 'This e-mail address and password don’t match.',
    demoTitle: 'This is a demo',
    demoText: 'Its stores, counters and tills are simulated. Look around as much as you like.',
    demoButton: 'Enter the demo',
    setup: 'Nobody has set this Lintel up yet. Open the link that was printed where it was started.',
  },

  day: {
    previous: 'Previous day',
    next: 'Next day',
    backToToday: 'Today',
    pickDate: 'Choose a day',
    live: 'Live',
    connecting: 'Reconnecting…',
    noStore: 'There is no store yet',
  },

  period: {
    label: 'Period',
    names: { day: 'Day', week: '7 days', month: '28 days', quarter: '13 weeks', year: '52 weeks' },
    previous: 'Earlier',
    next: 'Later',
  },

  change: {
    up: (text: string): string => `up ${text}`,
    down: (text: string): string => `down ${text}`,
    same: 'unchanged',
  },
};
