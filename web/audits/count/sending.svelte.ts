import type { Me } from '../../access-types.ts';
import { api } from '../../api.ts';
import { Exchange, type Link } from '../../offline/exchange.svelte.ts';
import { isRefusal, signedIn } from '../../offline/house.ts';
import type { Audit } from '../auditTypes.ts';
import type { HandCount } from './handCount.svelte.ts';
import type { Done, House, Place } from './kept.ts';

/** Stores and counters change seldom, and asking for all of a chain costs the server something. */
const houseHoldsMs = 600_000;

/** Sends what waits and asks what came of it, whenever there is a connection. */
export class Sending {
  /** What the server makes of counts that were sent, by their id. */
  audits = $state.raw<ReadonlyMap<string, Audit>>(new Map());
  readonly #exchange = new Exchange(() => this.#round());
  readonly #count: HandCount;
  #houseReadAt = Number.NEGATIVE_INFINITY;

  constructor(count: HandCount) {
    this.#count = count;
  }

  get link(): Link {
    return this.#exchange.link;
  }

  start(): () => void {
    return this.#exchange.start();
  }

  exchange(): Promise<void> {
    return this.#exchange.exchange();
  }

  async #round(): Promise<Link> {
    const me = await signedIn();
    if (me === null) return 'signedOut';
    await this.#readHouse(me);
    await this.#sendWaiting();
    await this.#readAudits();
    return 'online';
  }

  async #readHouse(me: Me): Promise<void> {
    if (performance.now() - this.#houseReadAt < houseHoldsMs) return;
    this.#count.setHouse(await readHouse(me));
    this.#houseReadAt = performance.now();
  }

  async #sendWaiting(): Promise<void> {
    for (const done of this.#count.done.filter((one) => one.state === 'waiting')) {
      try {
        await send(done);
        this.#count.change(done.id, { state: 'sent', refusal: null });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.#count.change(done.id, { state: 'refused', refusal: error.message });
      }
    }
  }

  async #readAudits(): Promise<void> {
    const sent = this.#count.done.filter((one) => one.state === 'sent');
    const isOpen = ({ id }: Done): boolean => (this.audits.get(id)?.state ?? 'waiting') === 'waiting';
    if (!sent.some(isOpen)) return;
    const answers = await Promise.all(
      [...new Set(sent.map((one) => one.place.store))].map((store) => api.audits(store)),
    );
    const audits = new Map(answers.flatMap((answer) => answer.audits.map((audit) => [audit.id, audit] as const)));
    this.audits = audits;
    // Withdrawn elsewhere: it is not this phone's to show any more.
    for (const { id } of sent) if (!audits.has(id)) this.#count.remove(id);
  }
}

function send({ place, startAt, endAt, ...done }: Done): Promise<unknown> {
  return api.sendAudit(place.store, {
    id: done.id,
    device: place.device,
    start: new Date(startAt).toISOString(),
    end: new Date(endAt).toISOString(),
    in: done.in,
    out: done.out,
    note: done.note,
    sentAt: new Date().toISOString(),
  });
}

async function readHouse(me: Me): Promise<House> {
  const [{ stores }, { devices }] = await Promise.all([api.stores(), api.devices()]);
  const counters = devices.filter((device) => device.removedAt === null && device.measures.includes('entries'));
  const places = stores.flatMap((store): Place[] =>
    counters
      .filter((device) => device.store === store.id)
      .map((device) => ({
        store: store.id,
        storeName: store.name,
        timezone: store.timezone,
        device: device.id,
        deviceName: device.name === '' ? device.id : device.name,
      })),
  );
  const { organisation, preferences, role } = me;
  return { locale: organisation?.locale ?? navigator.language, preferences, mayCount: role !== 'viewer', places };
}
