import { keep, readKept } from './kept.ts';

/** Something made on this phone, on its way to the server or there. Instants are epoch ms. */
export interface Entry<Content> {
  readonly id: string;
  readonly madeAt: number;
  readonly content: Content;
  readonly state: 'waiting' | 'sent' | 'refused';
  /** Why the server will not have it. */
  readonly refusal: string | null;
}

/** null: the server has it. A sentence: it will not have it, and sending it again is of no use. */
export type Refusal = string | null;

/** So many that are over stay in the phone's list; what waits stays, however much there is. */
const mostKept = 30;

/** What was made on this phone and has to reach the server once, in the order in which it was made; the newest stands first. */
export class Outbox<Content> {
  entries = $state.raw<readonly Entry<Content>[]>([]);
  /** false: this browser keeps nothing, and a reload loses what waits. */
  isKept = $state(true);
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
    this.entries = this.#read();
    this.isKept = keep(name, this.entries);
  }

  /** Takes up what the same page does in another tab; answers how to stop. */
  follow(): () => void {
    const readAgain = (): void => {
      this.entries = this.#read();
    };
    window.addEventListener('storage', readAgain);
    return () => window.removeEventListener('storage', readAgain);
  }

  add(id: string, content: Content): void {
    const entry: Entry<Content> = { id, madeAt: Date.now(), content, state: 'waiting', refusal: null };
    this.#write((entries) => [entry, ...entries]);
  }

  change(id: string, change: Partial<Omit<Entry<Content>, 'id'>>): void {
    this.#write((entries) => entries.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  remove(id: string): void {
    this.#write((entries) => entries.filter((one) => one.id !== id));
  }

  /** Sends what waits, the oldest first. Rejects where `post` does: then the rest still waits. */
  async send(post: (entry: Entry<Content>) => Promise<Refusal>): Promise<void> {
    for (const entry of this.entries.filter(({ state }) => state === 'waiting').toReversed()) {
      const refusal = await post(entry);
      this.change(entry.id, { state: refusal === null ? 'sent' : 'refused', refusal });
    }
  }

  #read(): readonly Entry<Content>[] {
    return readKept<readonly Entry<Content>[]>(this.#name) ?? (this.isKept ? [] : this.entries);
  }

  /** What is kept is read anew first, so that no tab writes over what another one made. */
  #write(change: (entries: readonly Entry<Content>[]) => readonly Entry<Content>[]): void {
    const known = this.isKept ? this.#read() : this.entries;
    this.entries = change(known).filter((one, place) => one.state === 'waiting' || place < mostKept);
    this.isKept = keep(this.#name, this.entries);
  }
}
