/** A request to `/api/v1/hooks/{feed}…`. */
export interface HookRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** As the vendor was told it: scheme, host, path and query, from PUBLIC_URL or the request's own Host. */
  readonly url: string;
  /** What follows the feed's name, without a leading slash: `v2/receipts`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Case-insensitive. */
  header(name: string): string | undefined;
  readonly body: Uint8Array;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * `signature`: made by the vendor over the raw body; `token`: the vendor shows it in a header; `path`: nothing but the address itself,
 * of at least 128 random bits, and a list of addresses it may come from.
 */
export type Proof = 'signature' | 'token' | 'path';

/** `late`: the vendor signs a time for each attempt, and this one is too old. */
export type Verdict = 'authentic' | 'missing' | 'forged' | 'late';

export interface Webhook {
  readonly proof: Proof;
  readonly methods: readonly HookRequest['method'][];
  /** By then the vendor wants its answer. */
  readonly answerWithinMs: number;
  /**
   * Whether the request comes from who knows one of the secrets (two while one is being replaced). Compares in constant time. Every
   * webhook also accepts, where the vendor signs nothing, HTTP Basic, `Authorization: Bearer` and the secret as the last part of the
   * address; that is done by the route (`sharedSecret.ts`).
   */
  verify(request: HookRequest, secrets: readonly string[]): Verdict;
  /** What the request is, for `Envelope.topic`: Shopify's topic header, a path. '' where there is nothing to tell apart. */
  kindOf(request: HookRequest): string;
  /** The messages in the request's body; absent: the body is one (or multipart, or a form field, which the route takes apart). */
  unpack?(request: HookRequest): readonly Uint8Array[];
  /** A question of the vendor's that must be answered without storing anything (a handshake); null: it is none. */
  handshake?(request: HookRequest): { readonly status: number; readonly body: string } | null;
  /** What the vendor wants to read on success; absent: 200 with Lintel's own answer. */
  readonly answer?: { readonly status: number; readonly body: string };
}
