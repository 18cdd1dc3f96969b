import { ApiError } from '../api.ts';
import { deviceApi } from './deviceApi.ts';
import type { SeenMessage } from './deviceTypes.ts';

const everyMs = 1000;
const mostShown = 100;

/** What arrives of a device or source while somebody looks: begun, asked for each second, ended by itself. */
export class LiveView {
  /** Newest first. */
  messages = $state.raw<readonly SeenMessage[]>([]);
  state = $state<'starting' | 'watching' | 'paused' | 'ended' | 'failed'>('starting');
  failure = $state('');
  /** What was refused in the last hour, and what to do about it; '': nothing. */
  refused = $state('');
  readonly #subject: string;
  readonly #explain: (error: unknown) => string;
  #after: number | null = null;

  constructor(subject: string, explain: (error: unknown) => string) {
    this.#subject = subject;
    this.#explain = explain;
  }

  /** Watches until the answered function is called; nothing is asked for while the page is hidden. */
  start(): () => void {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async (): Promise<void> => {
      if (this.state === 'watching' && document.visibilityState === 'visible') await this.#look();
      if (!isOver) timer = setTimeout(() => void round(), everyMs);
    };
    void this.begin().then(round);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }

  async begin(): Promise<void> {
    this.state = 'starting';
    try {
      await deviceApi.watch(this.#subject);
      this.state = 'watching';
      await this.#look();
    } catch (error) {
      this.#fail(error);
    }
  }

  pause(): void {
    this.state = 'paused';
  }

  resume(): void {
    this.state = 'watching';
  }

  async #look(): Promise<void> {
    try {
      const { messages, endsAt, refused } = await deviceApi.watched(this.#subject, this.#after);
      this.refused = refused?.sentence ?? '';
      if (messages.length > 0) {
        this.#after = Math.max(this.#after ?? 0, ...messages.map(({ id }) => id));
        const newest = [...messages].sort((a, b) => b.id - a.id);
        this.messages = [...newest, ...this.messages].slice(0, mostShown);
      }
      if (endsAt === null) this.state = 'ended';
    } catch (error) {
      // A server that does not answer for a moment is asked again in a second.
      if (!(error instanceof ApiError) || (error.status !== 0 && error.status < 500)) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.state = 'failed';
    this.failure = this.#explain(error);
  }
}
