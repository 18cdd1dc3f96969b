import { verifyShared } from '../signing.ts';
import type { Webhook } from '../webhook.ts';

/**
 * МойСклад signs nothing: the secret stands in the address. It wants 200 or 204 within 1.5 seconds, tries three times more at once and
 * then forgets the notice (md/dictionaries/_webhook.md); `requestId` in the query is the same on each try.
 */
export const moyskladWebhook: Webhook = {
  proof: 'path',
  methods: ['POST'],
  answerWithinMs: 1500,
  verify: verifyShared,
  kindOf: () => '',
};
