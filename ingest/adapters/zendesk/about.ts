import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Zendesk',
  models: ['Support, Suite'],
  kind: 'device',
  transports: ['http'],
  reads: [
    'Ticket created: a request opened, with its category and level.',
    'Comment added by staff, in public: its first answer.',
    'Status changed to solved or closed: resolved. The latest of them counts.',
    'Group assignment changed: its level, where the option groups says which group works at which level.',
  ],
  leavesOut: [
    'Subject, description, comments, and everything about who asked and who answered: dropped as it comes.',
    'Comments of customers and internal notes: no answers.',
    'Tickets that are reopened stay resolved until they are solved again; deleted, merged and spam ones stay counted as opened.',
  ],
  steps: [
    'Admin Center → Apps and integrations → Webhooks → Create webhook: choose Zendesk events, and of them Ticket created, Comment added (Comment created), Status changed and Group assignment changed.',
    'Endpoint URL {hook}, method POST, format JSON, authentication None: Zendesk signs each request by itself.',
    'After it is created, press Reveal secret (Signing secret) and enter that as this device’s secret in Lintel.',
    'Press Test webhook with a sample event.',
    '“Address in its messages” is the account’s number (account_id), where several accounts share the webhook. Where one account serves several stores, use one webhook for each.',
  ],
  learntFrom: [
    'https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events',
    'https://developer.zendesk.com/documentation/webhooks/verifying',
  ],
};

export const options: readonly AdapterOption[] = [
  {
    name: 'groups',
    label: 'Levels of groups',
    explanation:
      'Which group (its number) works at which level: 360001=1,360002=2. 1 first line, 2 specialist, 3 management.',
    isRequired: false,
  },
  {
    name: 'categories',
    label: 'Tags that are causes',
    explanation:
      'With commas between them: the first of them that a ticket has is its category. Without it, the ticket’s type is.',
    isRequired: false,
  },
];
