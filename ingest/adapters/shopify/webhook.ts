import { verifyHmac } from '../signing.ts';
import type { Webhook } from '../webhook.ts';

/**
 * Shopify signs the raw body with the app's client secret, without a time
 * (shopify.dev/docs/apps/build/webhooks/verify-deliveries). It wants its answer within 5 seconds.
 */
export const shopifyWebhook: Webhook = {
  proof: 'signature',
  methods: ['POST'],
  answerWithinMs: 5000,
  verify(request, secrets) {
    const signature = request.header('x-shopify-hmac-sha256');
    return verifyHmac({ algorithm: 'sha256', encoding: 'base64', signature, over: [request.body] }, secrets);
  },
  /** `orders/create`; `test/orders/create` for what "Send test notification" sends. */
  kindOf(request) {
    const topic = request.header('x-shopify-topic') ?? '';
    return request.header('x-shopify-test')?.toLowerCase() === 'true' ? `test/${topic}` : topic;
  },
};
