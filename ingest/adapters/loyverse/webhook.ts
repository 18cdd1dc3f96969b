import { type Signed, verifyHmac, verifyShared } from '../signing.ts';
import type { Webhook } from '../webhook.ts';

/**
 * Loyverse signs the raw body (HMAC-SHA1 by the OAuth app's client secret; hexadecimal by what users report, base64 by its documents),
 * without a time. What a personal access token subscribed to is not signed: it shows the secret in its address
 * (loyverse.town/topic/7422-webhook-overview-documentation).
 */
export const loyverseWebhook: Webhook = {
  proof: 'signature',
  methods: ['POST'],
  answerWithinMs: 5000,
  verify(request, secrets) {
    const signature = request.header('x-loyverse-signature')?.trim();
    if (signature === undefined || signature === '') return verifyShared(request, secrets);
    const encoding: Signed['encoding'] = /^[0-9a-f]{40}$/i.test(signature) ? 'hex' : 'base64';
    return verifyHmac({ algorithm: 'sha1', encoding, signature, over: [request.body] }, secrets);
  },
  kindOf: () => '',
};
