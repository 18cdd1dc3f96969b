/** One request to a vendor's API, without its host. */
export interface ApiAsk {
  readonly method: 'GET' | 'POST';
  /** With its query: `/v2/orders/abc`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A page of what changed. */
export interface ApiPage {
  /** Bodies, each to be read as a message with the topic `fetched/{resource}`. */
  readonly found: readonly { readonly resource: string; readonly body: unknown }[];
  /** Where the next page begins; null: this was the last. */
  readonly next: ApiAsk | null;
  /** From where to ask the next time, in the vendor's own form; the last page's holds. */
  readonly cursor: string | null;
}

/** How a vendor's API is asked. Pure: it makes requests and reads answers, others send them. */
export interface VendorApi {
  /** `https://connect.squareup.com`; a feed's option `host` goes before it. */
  readonly host: string;
  /** How the feed's `api` secret is shown. */
  headers(secret: string): Readonly<Record<string, string>>;
  /** What asks for one thing that a webhook named; null: there is no such resource. */
  ask(resource: string, key: string): ApiAsk | null;
  /** Bodies of an answer to `ask`, each a message with the topic `fetched/{resource}`. */
  found(resource: string, answer: unknown): readonly unknown[];
  /** What asks for all that changed since; `cursor` is null the first time. `options` are the feed's. */
  poll(
    cursor: string | null,
    context: { readonly now: number; readonly options: Readonly<Record<string, unknown>> },
  ): ApiAsk | null;
  /** One page of the answer to `poll`. */
  page(answer: unknown, context: { readonly ask: ApiAsk; readonly now: number }): ApiPage;
  readonly pollEverySeconds: number;
}
