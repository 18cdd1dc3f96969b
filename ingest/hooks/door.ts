import { verifyShared } from '../adapters/signing.ts';
import type { HookRequest, Verdict, Webhook } from '../adapters/webhook.ts';
import type { MessageFate, RawMessage } from '../pipeline/message.ts';
import { hookPrefix } from '../pipeline/routes.ts';
import type { Refusals } from '../refusals.ts';
import { makeAttempts } from './attempts.ts';
import type { Feed } from './feeds.ts';
import type { Keeping } from './keeping.ts';
import { withoutPersonalBytes } from './privacy.ts';
import type { SecretKeeper } from './secrets.ts';
import { messagesIn, unpacked } from './unpack.ts';

/** How a request to a feed's address is answered. */
export type HookAnswer =
  /** Stored, or (`isLater`) safe on the disk and stored later; the vendor may want to read something of its own. */
  | {
      readonly kind: 'taken';
      readonly fates: readonly MessageFate[];
      readonly isLater: boolean;
      readonly said: Webhook['answer'] | null;
    }
  /** A question of the vendor's. */
  | { readonly kind: 'handshake'; readonly status: number; readonly body: string }
  | Refused;

/** What the owner of a feed is told of. */
type Noted = Exclude<RefusedWhy, 'unknown' | 'method'>;

export type RefusedWhy = Exclude<Verdict, 'authentic'> | 'unknown' | 'address' | 'method' | 'tooMany' | 'noSecret';

export interface Refused {
  readonly kind: 'refused';
  readonly why: RefusedWhy;
  readonly sentence: string;
  readonly retryAfterSeconds?: number;
  readonly allow?: readonly string[];
}

/** Where a request comes in, before its body is read. */
export interface HookArrival {
  readonly feed: string;
  readonly method: string;
  /** The address it comes from. */
  readonly address: string;
  /** Epoch ms at which it began. */
  readonly beganAt: number;
}

export interface HookDoor {
  /** Whether its body is worth reading: there is such a feed, and it may come from there. */
  refusal(arrival: HookArrival): Refused | null;
  /**
   * Stores what the request brings, if it comes from whom it should.
   * @throws AppError where it cannot be unpacked or neither stored nor kept on the disk
   */
  take(arrival: HookArrival, request: HookRequest): Promise<HookAnswer>;
}

export interface HookDoorParts {
  /** By the settings of the moment; null: there is none of that name. */
  feedOf(id: string): Feed | null;
  readonly secrets: SecretKeeper;
  readonly keeping: Keeping;
  /** Where what is refused is remembered for whoever looks why nothing arrives. */
  readonly refusals: Pick<Refusals, 'note' | 'heard'>;
  now(): number;
}

/** Of the vendor's time for an answer, this share is waited for the commit; the rest is for the disk and the way back. */
const shareOfTime = 0.5;

export function openHookDoor(parts: HookDoorParts): HookDoor {
  const attempts = makeAttempts(parts.now);
  const noted = (arrival: HookArrival, why: Noted, feed: Feed): Refused => {
    parts.refusals.note({ feed: feed.id, why, address: arrival.address });
    return refused(why, feed);
  };
  const refusal = (arrival: HookArrival): Refused | null => {
    const feed = parts.feedOf(arrival.feed);
    const webhook = feed?.adapter.webhook ?? null;
    if (feed === null || webhook === null) return refused('unknown');
    if (feed.allowFrom !== null && !feed.allowFrom.has(arrival.address)) return noted(arrival, 'address', feed);
    const seconds = attempts.blockedForSeconds(feed.id, arrival.address);
    if (seconds !== null) return { ...noted(arrival, 'tooMany', feed), retryAfterSeconds: seconds };
    if (!webhook.methods.some((method) => method === arrival.method))
      return { ...refused('method'), allow: webhook.methods };
    return null;
  };
  return {
    refusal,
    async take(arrival, request) {
      const why = refusal(arrival);
      const feed = parts.feedOf(arrival.feed);
      const webhook = feed?.adapter.webhook;
      if (why !== null || feed === null || webhook == null) return why ?? refused('unknown');
      const shake = webhook.handshake?.(request) ?? null;
      if (shake !== null) return { kind: 'handshake', ...shake };
      const secrets = await parts.secrets.of(feed);
      if (secrets.length === 0) return noted(arrival, 'noSecret', feed);
      const verdict = verdictOn(webhook, request, secrets);
      if (verdict !== 'authentic') {
        // Showing nothing is no guess: cameras ask first whether they must (RFC 9110, 11.6.1).
        if (verdict !== 'missing') attempts.failed(feed.id, arrival.address);
        return noted(arrival, verdict, feed);
      }
      attempts.succeeded(feed.id, arrival.address);
      parts.refusals.heard(feed.id, arrival.address);
      return takeAuthentic(parts, { arrival, feed, webhook, secrets }, request);
    },
  };
}

/** By what the vendor signs; where it signs nothing, by whatever way it can show the secret. */
function verdictOn(webhook: Webhook, request: HookRequest, secrets: readonly string[]): Verdict {
  const own = webhook.verify(request, secrets);
  if (own === 'authentic' || webhook.proof === 'signature') return own;
  const shared = verifyShared(request, secrets);
  return own === 'missing' || shared === 'authentic' ? shared : own;
}

interface Authentic {
  readonly arrival: HookArrival;
  readonly feed: Feed;
  readonly webhook: Webhook;
  readonly secrets: readonly string[];
}

async function takeAuthentic(
  { keeping }: HookDoorParts,
  { arrival, feed, webhook, secrets }: Authentic,
  sent: HookRequest,
): Promise<HookAnswer> {
  const path = sent.path.split('/').filter((part) => part !== '' && !secrets.includes(part));
  const request: HookRequest = { ...sent, path: path.join('/'), body: await unpacked(sent) };
  const bodies = webhook.unpack?.(request) ?? (await messagesIn(request, secrets));
  const topic = `${hookPrefix}${feed.id}/${webhook.kindOf(request)}`;
  const messages = bodies.map((payload): RawMessage => ({ topic, payload, isRetained: false, receivedAt: sent.now }));
  const kept = await keeping.store(messages, {
    withinMs: arrival.beganAt + webhook.answerWithinMs * shareOfTime - Date.now(),
    forDisk: (message) => ({ ...message, payload: withoutPersonalBytes(feed.adapter, message.payload) }),
  });
  const said = webhook.answer ?? null;
  if (kept.kind === 'spooled') return { kind: 'taken', fates: [], isLater: true, said };
  return { kind: 'taken', fates: kept.fates, isLater: false, said };
}

const sentences: Readonly<Record<RefusedWhy, string>> = {
  unknown: 'There is nothing at this address.',
  address: 'Requests from this network address are not taken: the list of those that are is a setting (allowFrom).',
  method: 'This address is not called that way.',
  tooMany: 'Too many requests from there could not show whom they come from; try again later.',
  noSecret: 'This address has no secret yet: make one in Lintel and enter it where this is sent from.',
  missing: 'The request does not show whom it comes from: enter the secret that Lintel gave where this is sent from.',
  forged: 'The request was not made with the secret of this address: enter the present one where this is sent from.',
  late: 'The request was signed too long ago: check the clocks of both sides.',
};

/** Of makes that sign by a key of their own: Lintel gave them none. */
function signedSentences({ adapter, kind }: Feed): Readonly<Partial<Record<RefusedWhy, string>>> {
  const paste = `paste the key by which ${adapter.about.make} signs on the ${kind}’s page in Lintel`;
  return {
    noSecret: `This address has no key yet: ${paste}.`,
    missing: `The request is not signed: ${paste}, and have it sent by ${adapter.about.make}.`,
    forged: `The request was not signed with the key that is kept for this address: ${paste}.`,
  };
}

function refused(why: RefusedWhy, feed?: Feed): Refused {
  const isSigned = feed?.adapter.webhook?.proof === 'signature';
  return { kind: 'refused', why, sentence: (isSigned ? signedSentences(feed)[why] : undefined) ?? sentences[why] };
}
