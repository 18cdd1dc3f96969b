import { verifyHmac, verifyShared } from '../signing.ts';
import type { HookRequest, Verdict, Webhook } from '../webhook.ts';

/**
 * Lightspeed sends a form whose field `payload` is the JSON, and signs what an OAuth app subscribed to: `X-Signature:
 * signature=…,algorithm=HMAC-SHA256`, "by hashing the webhook request body", without a time. Whether that is the form or its payload the
 * documents leave open, so either is taken, in hexadecimal or base64; both are made by who knows the secret
 * (x-series-api.lightspeedhq.com/docs/webhooks). What was set up by hand is not signed: it shows the secret in its address.
 */
export const lightspeedWebhook: Webhook = {
  proof: 'signature',
  methods: ['POST'],
  answerWithinMs: 5000,
  verify(request, secrets) {
    const header = request.header('x-signature')?.trim() ?? '';
    return header === '' ? verifyShared(request, secrets) : verifySigned(request, signatureIn(header), secrets);
  },
  kindOf: () => '',
  unpack(request) {
    const payload = payloadOf(request);
    return [payload === null ? request.body : new TextEncoder().encode(payload)];
  },
};

function verifySigned(request: HookRequest, signature: string, secrets: readonly string[]): Verdict {
  const payload = payloadOf(request);
  let verdict: Verdict = 'forged';
  for (const encoding of ['hex', 'base64'] as const) {
    for (const over of [[request.body], ...(payload === null ? [] : [[payload]])]) {
      if (verifyHmac({ algorithm: 'sha256', encoding, signature, over }, secrets) === 'authentic')
        verdict = 'authentic';
    }
  }
  return verdict;
}

/** `signature=…,algorithm=HMAC-SHA256`, or nothing but the signature. */
function signatureIn(header: string): string {
  const parts = header.split(',').map((part) => part.trim());
  const named = parts.find((part) => part.startsWith('signature='));
  return named === undefined ? (parts[0] ?? '') : named.slice('signature='.length);
}

function payloadOf(request: HookRequest): string | null {
  const type = request.header('content-type') ?? '';
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return null;
  return new URLSearchParams(new TextDecoder().decode(request.body)).get('payload');
}
