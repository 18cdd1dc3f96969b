import { verifyHmac } from '../signing.ts';
import type { Webhook } from '../webhook.ts';

/**
 * Square signs the notification URL and the raw body together, without a time: a repeat is as authentic as the first
 * (developer.squareup.com/docs/webhooks/step3validate).
 */
export const squareWebhook: Webhook = {
  proof: 'signature',
  methods: ['POST'],
  answerWithinMs: 10_000,
  verify(request, secrets) {
    const signature = request.header('x-square-hmacsha256-signature');
    const verdicts = addressesOf(request.url).map((url) =>
      verifyHmac({ algorithm: 'sha256', encoding: 'base64', signature, over: [url, request.body] }, secrets),
    );
    return verdicts.find((verdict) => verdict === 'authentic') ?? verdicts[0] ?? 'forged';
  },
  /** `sandbox`: an account for developers, where nothing is sold. */
  kindOf(request) {
    return request.header('square-environment')?.toLowerCase() === 'sandbox' ? 'sandbox' : '';
  },
};

/** Square calls nothing but https; a proxy in front of Lintel may have taken that off. */
function addressesOf(url: string): readonly string[] {
  return url.startsWith('http://') ? [url, `https://${url.slice('http://'.length)}`] : [url];
}
