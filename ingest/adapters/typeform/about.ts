import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Typeform',
  models: ['Forms with an NPS, opinion scale or rating question'],
  kind: 'device',
  transports: ['http'],
  reads: [
    'Each answer of a form_response to a question of the type Net Promoter Score, as NPS.',
    'Answers to the questions that the options name: as NPS (0 to 10), CSAT (1 to 5) or CSI (1 to 10), these by criterion.',
    'The answer to one question as the comment, where an option names it: without e-mail addresses, telephone numbers and links.',
  ],
  leavesOut: [
    'Everything else that people wrote: names, addresses, hidden fields, files, and the answers to all other questions.',
    'Answers that are no whole number of the survey’s scale: they are kept in quarantine, so that you see that the scale is another.',
  ],
  steps: [
    'In Typeform open the form, then Connect → Webhooks → Add a webhook, with the endpoint {hook}.',
    'Edit the webhook, switch on Secret, and enter a long random word there, and the same as this device’s secret in Lintel: answers without Typeform’s signature are not taken.',
    'Switch the webhook on, and press Send test request.',
    '“Address in its messages” is the form’s id, the part after /to/ in its address, where several forms share the webhook.',
    'Other questions than NPS: enter their reference (Create → the question → ⋯ → Block reference) in the options.',
  ],
  learntFrom: [
    'https://www.typeform.com/developers/webhooks/example-payload/',
    'https://www.typeform.com/developers/webhooks/secure-your-webhooks/',
  ],
};

export const options: readonly AdapterOption[] = [
  {
    name: 'nps',
    label: 'NPS question',
    explanation:
      'References of questions from 0 to 10, with commas between them, where their type is not Net Promoter Score.',
    isRequired: false,
  },
  {
    name: 'csat',
    label: 'CSAT questions',
    explanation:
      'References of questions from 1 to 5, with commas between them; reference=criterion says what one is about.',
    isRequired: false,
  },
  {
    name: 'csi',
    label: 'CSI questions',
    explanation: 'References of questions from 1 to 10, each with what it is about: a1b2=speed,c3d4=staff.',
    isRequired: false,
  },
  {
    name: 'comment',
    label: 'Comment question',
    explanation: 'The reference of one long-text question whose answer is kept as a comment.',
    isRequired: false,
  },
  {
    name: 'stage',
    label: 'Before or after',
    explanation: 'Whether people are asked before or after a contact with the service.',
    isRequired: false,
    choices: ['before', 'after'],
  },
];
