import { deviceApi } from './deviceApi.ts';
import type { PreviewReport, SeenMessage } from './deviceTypes.ts';
import { messageBody, ownTopic } from './messageBody.ts';

/** So many messages are looked into at once; what a device has shows in a few of them. */
const mostLookedInto = 40;

/** What messages of a device name: each is read once more, by the preview, for its lines and senders. */
export class SeenReports {
  /** Oldest first. */
  reports = $state.raw<readonly PreviewReport[]>([]);
  readonly #profile: string;
  readonly #device: string;
  readonly #lookedInto = new Set<number>();
  #isBusy = false;

  constructor(profile: string, device: string) {
    this.#profile = profile;
    this.#device = device;
  }

  /** One at a time; what can't be read names nothing. */
  async lookInto(messages: readonly SeenMessage[]): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (const message of [...messages].reverse()) {
      if (this.#lookedInto.has(message.id) || this.#lookedInto.size >= mostLookedInto) continue;
      this.#lookedInto.add(message.id);
      const answer = await deviceApi
        .preview({
          profile: this.#profile,
          device: this.#device,
          topic: ownTopic(message.topic),
          body: messageBody(message.raw),
        })
        .catch(() => null);
      if (answer !== null) this.reports = [...this.reports, ...answer.reports];
    }
    this.#isBusy = false;
  }
}
