import { Formats } from '../format/formats.ts';
import { mannerOf } from '../format/locales.ts';
import { Exchange, type Link } from './exchange.svelte.ts';
import { type House, isRefusal, readHouse, signedIn } from './house.ts';
import { keep, readKept } from './kept.ts';
import { type Entry, Outbox, type Refusal } from './outbox.svelte.ts';

/** Stores and standards change seldom, and asking for all of a chain costs the server something. */
const houseHoldsMs = 600_000;
const houseName = 'forms.house';

/** What a phone form of somebody who is signed in needs: the house as last known, what was filled in, and the way to the server. */
export class Form<Content> {
  house = $state.raw<House | null>(readKept<House>(houseName));
  formats = $derived(new Formats(this.house?.locale ?? navigator.language, mannerOf(this.house?.preferences)));
  readonly outbox: Outbox<Content>;
  readonly #exchange = new Exchange(() => this.#round());
  readonly #post: (entry: Entry<Content>) => Promise<unknown>;
  #houseReadAt = Number.NEGATIVE_INFINITY;

  /** `name`: what is kept on the phone is under it. */
  constructor(name: string, post: (entry: Entry<Content>) => Promise<unknown>) {
    this.outbox = new Outbox<Content>(`${name}.filled`);
    this.#post = post;
  }

  get link(): Link {
    return this.#exchange.link;
  }

  start(): () => void {
    const stops = [this.#exchange.start(), this.outbox.follow()];
    return () => {
      for (const stop of stops) stop();
    };
  }

  exchange(): Promise<void> {
    return this.#exchange.exchange();
  }

  /** What was filled in is kept, and sent if it can be. */
  fill(id: string, content: Content): void {
    this.outbox.add(id, content);
    void this.exchange();
  }

  async #round(): Promise<Link> {
    const me = await signedIn();
    if (me === null) return 'signedOut';
    if (performance.now() - this.#houseReadAt > houseHoldsMs) {
      this.house = await readHouse(me);
      keep(houseName, this.house);
      this.#houseReadAt = performance.now();
    }
    await this.outbox.send((entry) => this.#send(entry));
    return 'online';
  }

  async #send(entry: Entry<Content>): Promise<Refusal> {
    try {
      await this.#post(entry);
      return null;
    } catch (error) {
      if (isRefusal(error)) return error.message;
      throw error;
    }
  }
}
