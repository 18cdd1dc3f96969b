import { ApiError, api } from '../../api.ts';
import type { Me } from '../../api-types.ts';
import type { Audit } from '../auditTypes.ts';
import type { HandCount } from './handCount.svelte.ts';
import type { Done, House, Place } from './kept.ts';

const everyMs = 20_000;
/** Stores and counters change seldom, and asking for all of a chain costs the server something. */
const houseHoldsMs = 600_000;

/** The way between the phone and the server: sends what waits, and asks what came of it, whenever there is a connection. */
export class Sending {
  link = $state<'unknown' | 'online' | 'offline' | 'signedOut'>('unknown');
  /** What the server makes of counts that were sent, by their id. */
  audits = $state.raw<ReadonlyMap<string, Audit>>(new Map());
  readonly #count: HandCount;
  #houseReadAt = Number.NEGATIVE_INFINITY;
  #isBusy = false;
  #isAskedAgain = false;

  constructor(count: HandCount) {
    this.#count = count;
  }

  /** Tries now, when the network comes back, when the page is looked at again, and every so often; answers how to stop. */
  start(): () => void {
    const now = (): void => void this.exchange();
    const offline = (): void => {
      this.link = 'offline';
    };
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') now();
    };
    window.addEventListener('online', now);
    window.addEventListener('offline', offline);
    document.addEventListener('visibilitychange', whenSeen);
    const timer = setInterval(whenSeen, everyMs);
    now();
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', whenSeen);
      clearInterval(timer);
    };
  }

  /** One at a time; who asks meanwhile is served after. */
  async exchange(): Promise<void> {
    this.#isAskedAgain = this.#isBusy;
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      const me = await api.me();
      this.link = 'online';
      await this.#readHouse(me);
      await this.#sendWaiting();
      await this.#readAudits();
    } catch (error) {
      this.link = error instanceof ApiError && error.status === 401 ? 'signedOut' : 'offline';
    } finally {
      this.#isBusy = false;
      if (this.#isAskedAgain) void this.exchange();
    }
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

/** The server has read it and will not have it: sending it again is of no use. */
function isRefusal(error: unknown): error is ApiError {
  return (
    error instanceof ApiError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status)
  );
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
  return { locale: me.organisation?.locale ?? navigator.language, mayCount: me.role !== 'viewer', places };
}
