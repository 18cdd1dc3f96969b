import type { AttentionAnswer } from '../../server/contracts/attention.ts';

/** One branch needs a look: its counter is silent. */
export const mockAttention: AttentionAnswer = {
  ...{ from: '2026-03-08', to: '2026-03-13', looked: 4, judged: 3 },
  stores: [
    {
      ...{ store: 'dvor', name: 'Gostiny Dvor' },
      attention: [
        {
          ...{ code: 'outage', cause: 'silent', step: 'entries', device: 'door-dvor', name: 'Main door' },
          ...{ since: '2026-03-13T16:00:00+03:00', until: null, coverage: 0.6 },
        },
      ],
    },
  ],
};
