import { type Count, plural } from '../language/plural.ts';
import type { GapReason, Severity } from './dataTypes.ts';

/** Every sentence about how well things were counted, checks, devices and what is held. */
export const dataMessages = {
  instant: (day: string, clock: string): string => `${day}, ${clock}`,
  title: 'Data',
  failed: 'The devices could not be loaded',
  noDevices: 'No device is set up yet',
  noDevicesText: 'Add the counter over your door or the till at your desk; its hours appear here by themselves.',
  addDevice: 'Add a device or till',
  measureNames: { entries: 'entries', passersBy: 'passers-by', queue: 'queue', sales: 'sales', service: 'service' },

  coverage: {
    title: 'Hours covered',
    failed: 'The hours covered could not be loaded',
    allGood: 'No counter or till was silent for a quarter of an hour in the opening hours of the last 7 days.',
    allGoodSince: (when: string): string =>
      `No counter or till was silent for a quarter of an hour in the opening hours since ${when}, when the first of them began to report.`,
    someGaps: (devices: Count): string =>
      plural(devices, {
        one: `${devices} device has gaps in the last 7 days; all of them report now.`,
        other: `${devices} devices have gaps in the last 7 days; all of them report now.`,
      }),
    someSilent: (devices: Count): string =>
      plural(devices, {
        one: `${devices} device reports nothing at the moment.`,
        other: `${devices} devices report nothing at the moment.`,
      }),
    nothingDue: 'Nothing was due in the last 7 days: the store was closed, or nothing is installed yet.',
    device: 'Device',
    total: '7 days',
    legend: { covered: 'covered', missing: 'missing', closed: 'closed' },
    notJudged: 'Hours aren’t judged: it sends only when there is something to tell.',
    cell: (day: string, share: string): string => `${day}: ${share} covered`,
    cellNothing: (day: string): string => `${day}: nothing was due`,
    hour: (from: string, to: string, share: string): string => `${from} to ${to}: ${share} covered`,
    hourNothing: (from: string, to: string): string => `${from} to ${to}: nothing was due`,
    days: 'Hours of the last 7 days',
    day: 'Day',
  },

  gaps: {
    title: 'Gaps and silences',
    lead: 'Opening time of the last 7 days in which a device was not observed. A gap is never counted as zero.',
    none: 'No gap in the last 7 days',
    since: (when: string): string => `since ${when}`,
    sinceBefore: (day: string): string => `since before ${day}`,
    until: (when: string): string => `until ${when}`,
    span: (from: string, to: string): string => `${from} to ${to}`,
    missing: (length: string): string => `${length} of opening time`,
    going: 'Still silent',
    why: {
      taken_out: 'Taken out by hand',
      problem: 'The device named a problem',
      offline: 'The device said it was offline',
      lintel_away: 'Lintel itself received nothing',
      never_reported: 'Has not reported yet',
      silent: 'Nothing arrived',
    } satisfies Record<GapReason, string>,
    problem: (problem: string): string => `The device named a problem: ${problem}`,
    more: (count: Count): string => plural(count, { one: `Show ${count} more`, other: `Show ${count} more` }),
  },

  aside: {
    title: 'Not in the figures',
    quarantine: 'in quarantine',
    held: 'held until somebody decides',
    takenOut: 'times taken out',
    audited: 'counters checked by hand in 90 days',
    ofAll: (some: string, all: string): string => `${some} of ${all}`,
  },

  checks: {
    title: 'What to look at',
    lead: 'Lintel compares the figures with each other and with what is usual, and says what does not fit together.',
    failed: 'The checks could not be loaded',
    none: 'Everything fits together',
    noneText: 'No device has been silent for a quarter of an hour of opening time, and no count contradicts another.',
    quarantined: (messages: Count): string =>
      plural(messages, {
        one: `${messages} message waits in quarantine`,
        other: `${messages} messages wait in quarantine`,
      }),
    seeGaps: 'No count contradicts another, but a device is silent: see the gaps beside this.',
    severities: { high: 'Act now', medium: 'Look into it', low: 'Soon' } satisfies Record<Severity, string>,
    since: (when: string): string => `since ${when}`,
    span: (from: string, to: string): string => `${from} to ${to}`,
    over: (span: string): string => `${span}, over now`,
    wholeStore: 'whole store',
    count: (count: Count): string => plural(count, { one: `${count} to look at`, other: `${count} to look at` }),
    elsewhere: 'In other stores',
  },

  device: {
    coverage: 'The last 7 days',
    checks: 'Checks',
    noChecks: 'What this device sends contradicts nothing else.',
    about: 'More about the device',
    profile: 'Profile',
    mode: 'Reports',
    modes: {
      interval: 'people in each interval',
      cumulative: 'totals that grow',
      event: 'every passage by itself',
    } as Readonly<Record<string, string>>,
    entrance: 'Entrance',
    installed: 'Installed',
    removed: 'Removed',
    lastReport: 'Last report speaks of',
    battery: 'Battery',
    firmware: 'Firmware',
    corrections: 'Corrected reports',
    unplaced: 'Kept aside',
    unplacedText: (people: Count): string =>
      plural(people, {
        one: `${people} person of gaps longer than a day. Nobody knows when they came, so they are in no figure.`,
        other: `${people} people of gaps longer than a day. Nobody knows when they came, so they are in no figure.`,
      }),
    noUnplaced: 'Nothing: its readings were never more than a day apart.',
  },

  held: {
    title: 'Held',
    lead: 'The total grew by more than people can have passed in that time. Nothing of it counts until you decide.',
    none: 'No difference of this counter is held.',
    noneHere: 'Nothing is held: no counter of this store jumped further than people can walk.',
    dropped: 'Dropped',
    count: (what: string, from: string, to: string): string => `${what} from ${from} to ${to}`,
    in: (count: string): string => `${count} in`,
    out: (count: string): string => `${count} out`,
    passersBy: (count: Count): string => plural(count, { one: `${count} passer-by`, other: `${count} passers-by` }),
    line: (line: string): string => `line ${line}`,
    accept: 'Accept',
    drop: 'Drop',
    acceptTitle: 'Count these people after all?',
    acceptText: (what: string): string =>
      `${what} will be in the figures of that time, and past days may be restated. You can still drop them later.`,
    dropTitle: 'Drop these people?',
    dropText: (what: string): string => `${what} will never be in any figure. The reading itself is kept.`,
    cancel: 'Cancel',
    accepted: 'Accepted; the figures follow.',
    droppedNow: 'Dropped; nothing of it counts.',
  },

  corrections: {
    title: 'Corrections',
    lead: 'What was held, taken out or missing at a till. Everything here can be undone, and stands in the audit log.',
  },
};
