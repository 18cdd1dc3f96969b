/** What a simulated device of a make sends in the shop's hour. */
export interface Sent {
  readonly body: string;
  /** Over MQTT. */
  readonly topic?: string;
  /** Over HTTP: what follows the webhook's address. */
  readonly path?: string;
  readonly method?: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
}

/** A make in one way of reaching Lintel; its shop's other device speaks Lintel's own language. */
export interface Make {
  /** `xovis by MQTT` */
  readonly name: string;
  readonly kind: 'counter' | 'till';
  /** As in the provision file, without id and secret. */
  readonly device: Readonly<Record<string, unknown>>;
  readonly currency?: string;
  /** What cannot be told by it is not compared. */
  readonly tells?: readonly string[];
  /** It knows no returns: the same people without the one who came back. */
  readonly hasNoReturns?: boolean;
  /** `address`: of the webhook, which some vendors sign. */
  send(secret: string, address: string): readonly Sent[];
}

/** The secret that every simulated device has, long enough to stand in an address. */
export const secret = 'a-secret-of-more-than-128-bits-01';

export const bearer = { authorization: `Bearer ${secret}` };
