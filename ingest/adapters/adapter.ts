import type { CountMode, Measure } from '../../db/vocabulary/place.ts';
import type { Refusal } from './decoded.ts';
import type { ChannelMeaning, Report } from './finding.ts';
import type { VendorApi } from './vendorApi.ts';
import type { Webhook } from './webhook.ts';

/** What comes with a message's body. */
export interface Envelope {
  /** The topic at its broker; of a webhook what `webhook.kindOf` made of the request; `fetched/{resource}` of an answer of the vendor's API. */
  readonly topic: string;
  /** Epoch ms by the server's clock. */
  readonly receivedAt: number;
  /** The device's options, over its source's. */
  readonly options: Readonly<Record<string, unknown>>;
  /** How the device counts: for a format that does not say itself whether a number is a total (`generic`). */
  readonly mode?: CountMode;
}

/** What to set up, ready to copy, for something that many have. */
export interface AdapterExample {
  /** `Zigbee2MQTT: SiHAS people counter` */
  readonly title: string;
  readonly explanation: string;
  /** As in the provision file. */
  readonly device: Readonly<Record<string, unknown>>;
  readonly learntFrom: string;
}

/** What a make's page and docs/devices.md or docs/tills.md say, in the vendor's own words where it is about the vendor's screens. */
export interface AdapterAbout {
  /** `Xovis` */
  readonly make: string;
  readonly models: readonly string[];
  readonly kind: 'device' | 'till';
  readonly transports: readonly ('mqtt' | 'http' | 'poll' | 'file')[];
  /** What counts, one sentence each. */
  readonly reads: readonly string[];
  /** What the messages hold and Lintel leaves out, and why. */
  readonly leavesOut: readonly string[];
  /** Steps to set it up: what to enter where. `{hook}`, `{topic}`, `{broker}`, `{secret}` and `{device}` are put in. */
  readonly steps: readonly string[];
  /** Where the format was learnt: public pages and repositories. */
  readonly learntFrom: readonly string[];
  /** Tills: how each amount is given, such as `closeResultSum: decimal text, roubles`. */
  readonly money?: readonly string[];
  /** Of a profile for many makes. */
  readonly examples?: readonly AdapterExample[];
}

/** Something the profile asks for beside the device's usual settings. */
export interface AdapterOption {
  readonly name: string;
  readonly label: string;
  readonly explanation: string;
  readonly isRequired: boolean;
  /** Of a choice. */
  readonly choices?: readonly string[];
}

/** One vendor's format: a pure function from a message to what is found in it, and what there is to say about it. */
export interface Adapter {
  /** The provision file's `profile`: small letters, digits, hyphens. */
  readonly profile: string;
  readonly about: AdapterAbout;
  /** What a device of it measures when it does not say: of tills `['sales']`. */
  readonly measures: readonly Measure[];
  /** The ways it can count, the usual one first; empty for tills. */
  readonly modes: readonly CountMode[];
  /** What the vendor's directions mean where the installation does not say otherwise. Names that are missing count nowhere. */
  readonly channels: ChannelMeaning;
  /** Width of its totals, where every model of it has the same. */
  readonly counterBits?: 16 | 32;
  /** Width of its totals where the options tell (a profile of many models); null: they never end. Goes before `counterBits`. */
  counterBitsOf?(options: Readonly<Record<string, unknown>>): 16 | 32 | null;
  readonly options: readonly AdapterOption[];
  /** `text`: XML, CSV; the body comes as a string. */
  readonly body: 'json' | 'text';
  /** MQTT filters a source of this profile subscribes to when it does not say; empty: it must say. */
  readonly topics: readonly string[];
  /**
   * Reads a message: parsed JSON, or text. Pure; never throws on any input of that kind.
   * @returns reports in the message's order, or why it is none of this vendor's
   */
  read(body: unknown, envelope: Envelope): readonly Report[] | Refusal;
  /** The body as it may be kept and shown: without credentials, addresses on the network, names, images. Decodable still. */
  redact(body: unknown): unknown;
  /** Whether a message of nobody's looks like this vendor's; cheap. */
  isLike(body: unknown, topic: string): boolean;
  /** How it comes by HTTP; null: it does not. */
  readonly webhook: Webhook | null;
  /** How what webhooks only name is asked for, and what was missed is found; null: nothing is. */
  readonly api: VendorApi | null;
}
