export type Link = 'unknown' | 'online' | 'offline' | 'signedOut';

const everyMs = 20_000;

/**
 * The way between a phone and the server: does its round whenever there may be a connection. What the round answers is the
 * link's state; where it throws, there is no connection.
 */
export class Exchange {
  link = $state<Link>('unknown');
  readonly #round: () => Promise<Link>;
  #isBusy = false;
  #isAskedAgain = false;

  constructor(round: () => Promise<Link>) {
    this.#round = round;
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
      this.link = await this.#round();
    } catch {
      this.link = 'offline';
    } finally {
      this.#isBusy = false;
      if (this.#isAskedAgain) void this.exchange();
    }
  }
}
