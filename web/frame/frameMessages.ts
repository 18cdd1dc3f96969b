/** What the frame round every page says. */
export const frameMessages = {
  product: 'Lintel',
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page has moved.',
    back: 'Go to today’s figures',
  },
  noStore: {
    title: 'There is no store yet',
    owner: 'Set up your first store to see its figures here.',
    others: 'You haven’t been given a store to see. Ask the owner of this Lintel for one.',
    setUp: 'Set up a store',
  },
  unknownStore: (asked: string, shown: string): string =>
    `There is no store “${asked}” here, or you may not see it. This is ${shown}.`,
  live: { live: 'Live', connecting: 'Connecting…' },
  forbidden: {
    title: 'This is kept for others',
    text: 'Your role does not show this. Ask the owner if you need it.',
  },
  title: (page: string): string => `${page} · Lintel`,

  nav: {
    label: 'Pages',
    figures: 'Figures',
    house: 'Manage',
    parts: (page: string): string => `Parts of ${page}`,
    search: 'Search…',
    chosen: 'What is shown',
    more: 'More',
    skip: 'Skip to the figures',
    account: (name: string): string => `Account of ${name}`,
    signOut: 'Sign out',
    open: 'Search and commands',
  },

  store: {
    label: 'Store',
    choose: (store: string): string => `Store: ${store}. Choose another`,
    search: 'Find a store',
    none: 'No store is called that.',
    found: (count: string): string => `Stores found: ${count}`,
  },

  period: {
    label: 'Period',
    choose: (period: string): string => `Period: ${period}. Choose another`,
    names: { day: 'Day', week: '7 days', month: '28 days', quarter: '13 weeks', year: '52 weeks' },
    presets: {
      today: 'Today',
      yesterday: 'Yesterday',
      week: 'Last 7 days',
      month: 'Last 28 days',
      quarter: 'Last 13 weeks',
      year: 'Last 52 weeks',
    },
    previous: 'Earlier',
    next: 'Later',
    today: 'Today',
    calendar: 'Choose dates in the calendar',
    day: 'Choose a day in the calendar',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    hint: 'The first and the last day.',
    apply: 'Show',
    compare: 'Compare with',
    comparisons: {
      none: 'nothing',
      previous: 'the period before',
      year: 'the year before',
      usual: 'what is usual',
    },
  },

  theme: { label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',

  palette: {
    title: 'Search and commands',
    search: 'Page, store, figure or command…',
    none: 'Nothing is called that. Try another word.',
    groups: { page: 'Pages', store: 'Stores', metric: 'Figures in Trends', command: 'Commands' },
    current: 'chosen',
    toTheme: (theme: string): string => `Theme: ${theme}`,
    toLanguage: (language: string): string => `Language: ${language}`,
    signOut: 'Sign out',
    print: 'Print this page',
    keys: 'Keys',
    install: 'Install as an app',
  },

  keys: {
    title: 'Keys',
    single: 'Listen to single keys wherever no field is being filled in',
    go: (page: string): string => `Go to ${page}`,
    open: 'Search and commands',
    filter: 'To the filter of the page',
    previous: 'Period before',
    next: 'Period after',
    help: 'These keys',
    thenKey: 'then',
    escape: 'Close what is open',
  },

  offline: {
    shown: (when: string): string => `No connection. These are the figures as of ${when}.`,
    nothing: 'No connection. What you open now has not been kept on this device.',
    back: 'Connected again. The figures are being fetched.',
  },

  install: {
    title: 'Keep Lintel on this device',
    text: 'It opens like an app, also without a network, with the last figures it showed.',
    yes: 'Install',
    no: 'Not now',
    apple: 'Press the share sign of the browser, then “Add to Home Screen”.',
  },

  print: {
    store: (store: string): string => `Store: ${store}`,
    period: (period: string): string => `Period: ${period}`,
    printed: (when: string): string => `Printed on ${when}`,
  },
};
