import { createContext } from 'svelte';

export const [useInstallation, provideInstallation] = createContext<Installation>();

/** What browsers that can install a page hand over for later; none of the standard's types has it. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Whether the dashboard can be put among the apps of this device, and doing so. */
export class Installation {
  #event = $state.raw<InstallEvent | null>(null);
  /** Safari of phones and tablets installs by its own menu alone. */
  get isByHand(): boolean {
    return /iP(hone|ad|od)/.test(navigator.userAgent) && !matchMedia('(display-mode: standalone)').matches;
  }

  get isOffered(): boolean {
    return this.#event !== null;
  }

  /** Listens for the browser's offer; answers how to stop. */
  start(): () => void {
    const offered = (event: Event): void => {
      event.preventDefault();
      // Guaranteed by the event's name, which only these have.
      this.#event = event as InstallEvent;
    };
    const done = (): void => {
      this.#event = null;
    };
    addEventListener('beforeinstallprompt', offered);
    addEventListener('appinstalled', done);
    return () => {
      removeEventListener('beforeinstallprompt', offered);
      removeEventListener('appinstalled', done);
    };
  }

  async install(): Promise<void> {
    await this.#event?.prompt();
    this.#event = null;
  }
}
