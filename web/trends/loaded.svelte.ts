/** An answer that stays while the next one is fetched, so that nothing jumps; answers that come late are let go. */
export class Loaded<Answer> {
  value = $state.raw<Answer | null>(null);
  /** A sentence, where the last attempt failed. */
  failure = $state.raw<string | null>(null);
  isBusy = $state(false);
  readonly #explain: (error: unknown) => string;
  #turn = 0;

  constructor(explain: (error: unknown) => string) {
    this.#explain = explain;
  }

  async load(fetch: () => Promise<Answer>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.isBusy = true;
    try {
      const value = await fetch();
      if (turn === this.#turn) [this.value, this.failure] = [value, null];
    } catch (error) {
      const sentence = this.#explain(error);
      if (turn === this.#turn) [this.value, this.failure] = [null, sentence];
    } finally {
      if (turn === this.#turn) this.isBusy = false;
    }
  }
}
