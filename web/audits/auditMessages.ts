import { type Count, plural } from '../language/plural.ts';

/* Every sentence about counting by hand and about what was taken out. */

/** What a sentence about a counter's accuracy says, each as text; `share` is of those counted by hand. */
interface Told {
  readonly people: string;
  readonly device: string;
  readonly manual: string;
  readonly share: string;
  readonly low: string;
  readonly high: string;
}

export const auditMessages = {
  people: { in: 'who came in', out: 'who went out' },

  count: {
    pageTitle: 'Count by hand · Lintel',
    title: 'Count by hand',
    lead: 'Stand at the door, count for a quarter of an hour, and see how well the counter counts.',
    toData: 'Back to the data',
    places: 'Where do you stand?',
    store: 'Store',
    device: 'Counter',
    what: 'What do you count?',
    kinds: { both: 'Both', in: 'Only in', out: 'Only out' },
    start: 'Start counting',
    hint: 'Fifty people give a useful result. No network is needed meanwhile, and every tap is kept on this phone.',
    noPlaces: 'No counter of entries is known here yet',
    noPlacesText: 'Set up a counter at a door first; it appears here by itself.',
    neverLoaded: 'The stores could not be loaded. Open this page once with a connection; from then on it needs none.',
    signedOut: 'You are signed out. What you count stays on this phone and is sent when you have signed in.',
    signIn: 'Sign in',
    viewer: 'Your role only looks at figures. Ask a manager to count, or for the role.',
    insecure: 'Keep this page open while there is no network: without https your browser can’t open it again.',
    notKept: 'This browser keeps nothing for pages: don’t close or reload this one before your count is sent.',
    offline: 'No connection',
    online: 'Connected',

    clock: 'Counting for',
    in: 'In',
    out: 'Out',
    key: { in: 'key I', out: 'key O', undo: 'key U' },
    tapped: (inside: string | null, outside: string | null): string => {
      if (inside === null) return `Out ${outside ?? ''}`;
      return outside === null ? `In ${inside}` : `In ${inside}, out ${outside}`;
    },
    undo: 'Undo',
    undoLast: (direction: 'in' | 'out'): string => `Undo the last ${direction}`,
    finish: 'Finish',

    finished: 'Is this right?',
    at: (device: string, store: string): string => `${device}, ${store}`,
    lasted: (from: string, to: string, length: string): string => `From ${from} to ${to}, ${length}`,
    note: 'Note (optional)',
    noteHint: 'Anything unusual: a school class, a delivery, somebody standing in the door.',
    save: 'Keep this count',
    goOn: 'Go on counting',
    discard: 'Throw it away',
    discardSure: 'Throw this count away? It can’t be brought back.',
    tooShort: 'Nobody was counted. Go on, or throw it away.',

    list: 'Counts on this phone',
    none: 'Nothing was counted on this phone yet.',
    states: {
      waiting: 'Waiting for a connection',
      sent: 'Sent. The counter has not reported this time yet.',
      gap: 'The counter sent nothing for a part of this time, so it can’t be compared.',
      refused: 'Not accepted',
    },
    again: 'Try again',
    remove: 'Remove',
    sendNow: 'Send now',
  },

  saw: ({ people, share, low, high }: Told): string =>
    `The counter saw ${share} of those ${people}; between ${low} and ${high}.`,
  sawAll: ({ people, low }: Told): string => `The counter saw everyone ${people}; at least ${low}.`,
  sawMore: ({ people, device, manual, share, low, high }: Told): string =>
    `The counter saw ${device} where there were ${manual} ${people}: ${share} right; between ${low} and ${high}.`,
  /** Of several counts: too many in one and too few in another do not make up for each other. */
  sawTogether: ({ people, device, manual, share, low, high }: Told): string =>
    `The counter is right for ${share} of those ${people}; between ${low} and ${high}. It saw ${device}, people counted ${manual}.`,
  sawTwice: ({ people, device, manual }: Told): string =>
    `The counter saw ${device} where there were ${manual} ${people}: look at how it is mounted.`,
  nothingToCompare: 'The counter does not measure what was counted, or nobody was counted.',
  fewPeople: 'Few people were counted: count again to know it more closely.',
  notAligned: 'The counter’s reports reach beyond your count, so its figure is a share of theirs by time.',

  page: {
    title: 'Counted by hand',
    lead: 'How well each counter counts, by people who stood beside it and counted too. A count holds for 90 days.',
    count: 'Count by hand',
    failed: 'The counts by hand could not be loaded',
    counters: 'Counters',
    noCounters: 'This store has no counter of entries yet.',
    never: 'Nobody has counted beside it in the last 90 days.',
    by: (counts: Count, until: string): string =>
      plural(counts, {
        one: `By ${counts} count, which holds until ${until}.`,
        other: `By ${counts} counts; the latest holds until ${until}.`,
      }),
    adjusted:
      'Figures that are adjusted by these counts are shown beside the measured ones, never in their place. Nothing measured is changed.',
    list: 'Counts',
    none: 'Nobody has counted by hand in this store yet.',
    noneHow: 'Open the counting page on a phone, stand at the door for a quarter of an hour, and tap for each person.',
    expired: (date: string): string => `Expired on ${date}: it says nothing of the counter any more.`,
    holds: (date: string): string => `Holds until ${date}.`,
    withdraw: 'Withdraw',
    withdrawOf: (when: string): string => `Withdraw the count of ${when}`,
    withdrawSure: 'Withdraw this count? It then says nothing of the counter any more.',
  },

  takeOuts: {
    title: 'Taken out',
    lead: 'Times of a counter or till that count nowhere: a test walk, a delivery, a sensor that was turned.',
    failed: 'What was taken out could not be loaded',
    none: 'Nothing is taken out of this store’s figures.',
    open: 'Take out a time',
    revert: 'Put back',
    revertOf: (device: string, when: string): string => `Put back ${device}, ${when}`,
    reverted: 'Put back: it counts again.',
    withNote: (reason: string, note: string): string => `${reason}: ${note}`,
    span: (from: string, to: string): string => `${from} – ${to}`,
    reasons: {
      test_walk: 'Test walk',
      sensor_moved: 'Sensor was turned or covered',
      delivery: 'Delivery',
      staff: 'Staff only',
      other: 'Something else',
    } as Readonly<Record<string, string>>,
    counts: {
      in: (people: string): string => `${people} in`,
      out: (people: string): string => `${people} out`,
      passersBy: (people: string): string => `${people} past the door`,
      purchases: (receipts: Count, sales: string): string =>
        plural(receipts, { one: `${receipts} purchase of ${sales}`, other: `${receipts} purchases of ${sales}` }),
      nothing: 'nothing was counted in it',
      apart: (parts: string): string => `Not in any figure: ${parts}.`,
      again: (parts: string): string => `In the figures again: ${parts}.`,
    },
    dialog: {
      title: 'Take out a time',
      lead: 'Its counts leave every figure at once and are shown apart. You can put them back at any time.',
      device: 'Counter or till',
      from: 'From',
      to: 'To',
      zone: (zone: string): string => `In the store’s time, ${zone}.`,
      reason: 'Reason',
      note: 'Note (optional)',
      noteNeeded: 'What was it?',
      submit: 'Take out',
      busy: 'Taking out…',
      cancel: 'Cancel',
      order: 'The end must be after the beginning.',
      future: 'It can’t reach into the future. Take out what is over, and the rest later.',
    },
  },
} as const;
