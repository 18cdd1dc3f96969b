import { ApiError, api } from '../../api.ts';
import type { Audit } from '../auditTypes.ts';
import type { HandCount } from './handCount.svelte.ts';
import type { Done, House, Place } from './kept.ts';

const everyMs = 20_000;

/** The way between the phone and the server: sends what waits, and asks what came of it, whenever there is a connection. */
export class Sending {
  link = $state<'unknown' | 'online' | 'offline' | 'signedOut'>('unknown');
  /** What the server makes of counts that were sent, by their id. */
  audits = $state.raw<ReadonlyMap<string, Audit>>(new Map());
  readonly #count: HandCount;
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
      this.#count.setHouse(await readHouse());
      this.link = 'online';
      await this.#sendWaiting();
      await this.#readAudits();
    } catch (error) {
      this.link = error instanceof ApiError && error.status === 401 ? 'signedOut' : 'offline';
    } finally {
      this.#isBusy = false;
      if (this.#isAskedAgain) void this.exchange();
    }
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

async function readHouse(): Promise<House> {
  const [me, { stores }, { devices }] = await Promise.all([api.me(), api.stores(), api.devices()]);
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
