import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'zendesk/ticket.created.json',
    understood: [
      {
        kind: 'request',
        id: 'dev-1/5158',
        openedAt: Date.parse('2025-01-08T10:12:07Z'),
        category: 'task',
        level: null,
      },
    ],
  },
];
