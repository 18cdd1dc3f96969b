/** A press on the button of what stands open must not open it again: the browser has closed it before the press arrives. */
const pauseMs = 300;

/** A panel (its component) that is fetched when it is first opened, and is there no longer than it is open. */
export class Opening<Panel> {
  panel = $state.raw<Panel | null>(null);
  /** Asked for, and still on its way. */
  isComing = false;
  readonly #fetch: () => Promise<{ readonly default: Panel }>;
  #closedAt = Number.NEGATIVE_INFINITY;

  constructor(fetch: () => Promise<{ readonly default: Panel }>) {
    this.#fetch = fetch;
  }

  get isOpen(): boolean {
    return this.panel !== null;
  }

  async toggle(): Promise<void> {
    if (this.isOpen) this.close();
    else if (performance.now() - this.#closedAt > pauseMs) await this.open();
  }

  async open(): Promise<void> {
    this.isComing = true;
    try {
      this.panel = (await this.#fetch()).default;
    } finally {
      this.isComing = false;
    }
  }

  /** `isDismissed`: the browser closed it, by a press beside it or by Escape. */
  close(isDismissed = false): void {
    this.panel = null;
    if (isDismissed) this.#closedAt = performance.now();
  }
}
