import { createContext } from 'svelte';

export const [useToasts, provideToasts] = createContext<Toasts>();

export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** Long enough to be read twice. */
const shownMs = 6000;

/** Short sentences about what has just happened; they go by themselves. */
export class Toasts {
  all = $state.raw<readonly Toast[]>([]);
  #next = 1;

  say(text: string): void {
    const toast = { id: this.#next, text };
    this.#next += 1;
    this.all = [...this.all, toast];
    setTimeout(() => this.close(toast.id), shownMs);
  }

  close(id: number): void {
    this.all = this.all.filter((toast) => toast.id !== id);
  }
}
