import { ApiError, api } from '../api.ts';
import { push } from '../audits/count/phone.ts';
import { type KeptWalk, keepWalk, readWalk } from './keptWalk.ts';
import { type WalkTest, walkApi } from './walkApi.ts';

type Direction = 'in' | 'out';

const everyMs = 2000;

/** An installer's walks through one door: begun, counted on the phone, compared with what the counter reports. */
export class Walk {
  running = $state.raw<KeptWalk | null>(null);
  /** What the server knows of the test that goes on or was the last. */
  test = $state.raw<WalkTest | null>(null);
  failure = $state('');
  isBusy = $state(false);
  counted = $derived({
    in: this.running?.taps.filter((tap) => tap === 'in').length ?? 0,
    out: this.running?.taps.filter((tap) => tap === 'out').length ?? 0,
  });
  readonly #device: string;
  readonly #explain: (error: unknown) => string;

  constructor(device: string, explain: (error: unknown) => string) {
    this.#device = device;
    this.#explain = explain;
    this.running = readWalk(device);
  }

  /** Asks what the counter reports until the answered function is called. */
  follow(): () => void {
    const look = (): void => {
      if (document.visibilityState === 'visible') void this.look();
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }

  async look(): Promise<void> {
    const id = this.running?.id ?? this.test?.id;
    if (id === undefined) return;
    const isSettled = this.running === null && this.test?.isComplete === true;
    if (isSettled) return;
    try {
      this.test = await walkApi.read(this.#device, id);
    } catch (error) {
      // A test that the server does not know can't be ended: the phone lets go of it.
      if (error instanceof ApiError && error.status === 404 && this.running !== null) this.#keep(null);
    }
  }

  start(): Promise<void> {
    return this.#try(async () => {
      const { id } = await walkApi.start(this.#device);
      this.test = null;
      this.#keep({ id, startedAt: Date.now(), taps: [] });
    });
  }

  tap(direction: Direction): void {
    if (this.running === null) return;
    this.#keep({ ...this.running, taps: [...this.running.taps, direction] });
    push(direction);
  }

  undo(): void {
    if (this.running === null || this.running.taps.length === 0) return;
    this.#keep({ ...this.running, taps: this.running.taps.slice(0, -1) });
    push('undo');
  }

  end(): Promise<void> {
    return this.#try(async () => {
      if (this.running === null) return;
      const walked = { walkedIn: this.counted.in, walkedOut: this.counted.out };
      this.test = await walkApi.end(this.#device, this.running.id, walked);
      this.#keep(null);
    });
  }

  /** Lets the walks count after all. */
  putBack(): Promise<void> {
    return this.#try(async () => {
      // Reports that came since may have given the take-out other bounds, and so another id.
      const fresh = this.test === null ? null : await walkApi.read(this.#device, this.test.id);
      if (fresh?.takeOut == null) return;
      await api.revertTakeOut(fresh.store, fresh.takeOut.id);
      this.test = { ...fresh, takeOut: { ...fresh.takeOut, isReverted: true } };
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = '';
    try {
      await work();
    } catch (error) {
      this.failure = this.#explain(error);
    } finally {
      this.isBusy = false;
    }
  }

  #keep(walk: KeptWalk | null): void {
    keepWalk(this.#device, walk);
    this.running = walk;
  }
}
