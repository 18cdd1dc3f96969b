/** An answer that is fetched again every so often: what was shown stays until the newer one is there. */
export class Polled<Answer> {
  value = $state.raw<Answer | null>(null);
  /** A sentence; only while there is nothing to show. */
  failure = $state.raw<string | null>(null);
  readonly #fetch: () => Promise<Answer>;
  readonly #explain: (error: unknown) => string;

  constructor(fetch: () => Promise<Answer>, explain: (error: unknown) => string) {
    this.#fetch = fetch;
    this.#explain = explain;
  }

  /** Forgets what is shown, as when something else is asked for. */
  async restart(): Promise<void> {
    this.value = null;
    this.failure = null;
    await this.load();
  }

  async load(): Promise<void> {
    try {
      this.value = await this.#fetch();
      this.failure = null;
    } catch (error) {
      const sentence = this.#explain(error);
      if (this.value === null) this.failure = sentence;
    }
  }

  /** Fetches now and every `seconds` while the page is looked at; answers how to stop. */
  start(seconds: number): () => void {
    void this.restart();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.load();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }
}
