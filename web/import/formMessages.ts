import type { Field, FormName, Kind } from './forms.ts';

type Names = Readonly<Record<Field, string>>;

const sales: Names = {
  id: 'Receipt number',
  at: 'Date and time',
  total: 'Total paid',
  type: 'Sale or return',
  items: 'Number of items',
  tax: 'Tax',
  till: 'Register',
  currency: 'Currency',
  channel: 'Channel',
  original: 'Receipt that is returned',
};

const counts: Names = {
  start: 'When the stretch begins',
  end: 'When the stretch ends',
  at: 'Date and time',
  in: 'People in',
  out: 'People out',
  passersBy: 'People passing by',
  staffIn: 'Staff in',
  staffOut: 'Staff out',
  groups: 'Groups',
  totalIn: 'In, so far',
  totalOut: 'Out, so far',
  totalPassersBy: 'Passing by, so far',
  direction: 'In or out',
  count: 'How many people',
  line: 'Door or line',
  id: 'Number of the line',
};

const queue: Names = {
  joinedAt: 'Joined the queue',
  calledAt: 'Called to the till',
  leftAt: 'Left the till',
  wait: 'How long they waited',
  service: 'How long it took at the till',
  outcome: 'Served or gave up',
  at: 'Date and time',
  length: 'People waiting',
  open: 'Open tills',
  start: 'When the stretch begins',
  end: 'When the stretch ends',
  served: 'People served',
  abandoned: 'People who gave up',
  meanWait: 'Average wait',
  bins: 'People by how long they waited',
  queue: 'Queue',
  id: 'Ticket number',
};

const service: Names = {
  at: 'Date and time',
  score: 'Score',
  survey: 'Survey',
  criterion: 'What it is about',
  stage: 'Before or after',
  comment: 'Comment',
  value: 'Measured value',
  process: 'Process',
  openedAt: 'Opened',
  answeredAt: 'First answered',
  resolvedAt: 'Resolved',
  level: 'Level (1 to 3)',
  category: 'What it is about',
  id: 'Number',
};
interface Choice {
  readonly name: string;
  readonly about: string;
}

/** What the page says of kinds of files and their lines. */
export const formMessages = {
  kind: 'What does the file hold?',
  kinds: {
    sales: { name: 'Receipts', about: 'Sales and returns of a till.' },
    counts: { name: 'People counted', about: 'What a counter at the door or on the street saw.' },
    queue: { name: 'Waiting times', about: 'Tickets, lengths of queues, a sensor’s statistics.' },
    service: { name: 'Answers and observations', about: 'Surveys, measured service, complaints.' },
  } satisfies Record<Kind, Choice>,
  fields: { sales, counts, queue, service } satisfies Record<Kind, Names>,
  form: 'What is one line of it?',
  forms: {
    receipts: { name: 'A receipt', about: '' },
    stretches: { name: 'A stretch of time', about: 'with the people who came in it, such as each quarter of an hour' },
    totals: { name: 'A running total', about: 'the counter’s own figure, which only grows' },
    passages: { name: 'A person', about: 'who went in or out at that moment' },
    visits: {
      name: 'A customer’s visit',
      about: 'when they joined, and when they were called or how long they waited',
    },
    lengths: { name: 'The length of the queue', about: 'how many people waited at that moment' },
    statistics: { name: 'A stretch of time', about: 'with how many were served and how long they waited' },
    answers: { name: 'A customer’s answer', about: 'a score of a survey' },
    observations: { name: 'An observation', about: 'a measured value, such as seconds until somebody greeted' },
    requests: { name: 'A request or complaint', about: 'when it was opened, answered, resolved' },
  } satisfies Record<FormName, Choice>,

  device: {
    sales: 'Till',
    counts: 'Counter',
    queue: 'Queue sensor or ticket system',
    service: 'Survey or help desk',
  } satisfies Record<Kind, string>,
  noDevice: {
    sales: 'no till: the store’s own imports',
    counts: 'none: the store’s own imports',
    queue: 'none: the store’s own imports',
    service: 'none: the store’s own imports',
  } satisfies Record<Kind, string>,

  hints: {
    total: 'After discounts, with tax.',
    passersBy:
      'A file of people passing by goes into a counter of its own, if the store’s imports already hold entries.',
    start:
      'One end of the stretch is enough: how long it is can be said below. Two columns where date and time stand apart: choose both.',
    comment: 'E-mail addresses, telephone numbers and links are taken out before it is kept.',
    bins: 'Choose each column with people of one class, such as “0–15 minutes”; its bounds can be changed below.',
    served: 'Not needed where people stand in columns by how long they waited: then it is their sum.',
    id: 'Not needed. With it a line that was changed is corrected by the next import.',
    score: 'A blank score is nobody’s answer and is left out.',
    category: 'A topic, no names: what people write about themselves is better left out.',
  } as Readonly<Record<Field, string | undefined>>,
  timeHint: 'Two columns where date and time stand apart: choose both.',

  same: 'The same in every line',
  sameHint: 'Where the file has no column for it.',
  sameOf: (field: string, isNeeded: boolean): string => `${field}, in every line${isNeeded ? '' : ' (optional)'}`,
  orSame: (field: string): string => `${field} (or say below what it is in every line)`,
  noQueue: 'the store’s only queue, or “main”',
  surveys: {
    nps: 'Would recommend us, 0 to 10 (NPS)',
    csat: 'Satisfied, 1 to 5 (CSAT)',
    csi: 'Marks by topic, 1 to 10 (CSI)',
  },
  choose: 'choose…',
  skipScores: 'Scores that mean no answer',
  skipScoresHint: 'With commas between them, such as 11, 99.',
  slot: 'How long is a line’s stretch, in minutes?',
  unit: 'Waits are written in',
  units: { seconds: 'seconds', minutes: 'minutes' },
  bounds: (unit: string): string => `How long they waited, in ${unit}`,
  from: (column: string): string => `${column}: from`,
  to: (column: string): string => `${column}: up to`,
  noEnd: 'no end',
  upTo: 'up to',

  faults: {
    slot: 'Say how many minutes a line’s stretch is (1 to 1440).',
    bounds: 'Say from how long up to how long each class of waits is, no two the same.',
  },
  nameTaken: 'A mapping of other lines has this name: choose another one.',

  /** How many of a report's lines are said to be what. */
  stored: {
    receipts: 'receipts',
    stretches: 'stretches of counting',
    totals: 'readings',
    passages: 'people',
    visits: 'visits',
    lengths: 'lengths of queues',
    statistics: 'stretches of waiting',
    answers: 'answers',
    observations: 'observations',
    requests: 'requests',
  } satisfies Record<FormName, string>,
};
