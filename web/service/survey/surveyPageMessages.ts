import type { Survey } from '../../../db/vocabulary/event.ts';
import type { Count } from '../../language/plural.ts';

/** Every sentence of the survey page's settings. */
export const surveyPageMessages = {
  title: 'Survey page',
  pageTitle: (store: string): string => `Survey page, ${store}`,
  lead: 'Customers scan a code and answer on their own phone. No name, number or address is asked for; a phone answers once a visit.',
  failed: 'The survey page could not be loaded',
  answers: (people: Count): string =>
    people.value === 0
      ? 'Nobody has answered on this page in the last 30 days.'
      : `${people} answered on this page in the last 30 days.`,
  viewer: 'Your role only looks. A manager changes the page.',
  isOpen: 'The page is open',
  isOpenHint: 'A closed page thanks and asks nothing.',
  locale: 'Language it begins in',
  localeHint: 'A customer can change to another one. Questions in your own words stay as you wrote them.',
  questions: 'Questions',
  question: (place: string): string => `Question ${place}`,
  survey: 'Kind',
  surveys: {
    nps: 'Would recommend, 0 to 10 (NPS)',
    csat: 'Satisfied, five faces (CSAT)',
    csi: 'How good, 1 to 10 (CSI)',
  } satisfies Record<Survey, string>,
  criterion: 'About (empty: the whole visit)',
  words: 'In your words (empty: the page’s own)',
  remove: (place: string): string => `Remove question ${place}`,
  up: (place: string): string => `Move question ${place} up`,
  removeShort: 'Remove',
  upShort: 'Up',
  add: 'Add a question',
  save: 'Save',
  busy: 'Saving…',
  saved: 'Saved.',
  noCode: 'Save the page to get its address and the code to print.',
  code: 'Code to hang up',
  codeOf: (store: string): string => `Code of the survey page of ${store}`,
  open: 'Open the page',
  print: 'Print',
  printClosed: 'The page is closed: tick “The page is open” and save before you print its code.',
  stage: 'When it asks',
  stages: { any: 'At any time', before: 'Before a contact (a repair, a consultation)', after: 'After a contact' },
  onlyHere:
    'This address opens on this machine alone, so no customer’s phone can reach it. Set PUBLIC_URL to the address by which phones reach Lintel, and restart.',
  noHttps:
    'Over http the page does not open without a network, though it keeps an answer while it stands open. With https (a proxy before Lintel) it does both.',
  renew: 'New address',
  renewSure: 'Give the page a new address? Codes that hang in the shop lead nowhere from then on.',
  renewHint: 'Where the code got where it should not, or old prints should stop to work.',
};
