import { createContext } from 'svelte';
import { ApiError, api } from '../api.ts';
import type { Credentials, Me, PublicFacts, StoreSummary } from '../api-types.ts';
import { Formats } from '../format/formats.ts';

export const [useSession, provideSession] = createContext<Session>();

/** Who is signed in, what they may see, and how their numbers are written. One for the whole dashboard. */
export class Session {
  state = $state<'loading' | 'failed' | 'out' | 'in'>('loading');
  failure = $state('');
  me = $state.raw<Me | null>(null);
  publicFacts = $state.raw<PublicFacts | null>(null);
  stores = $state.raw<readonly StoreSummary[]>([]);
  formats = $derived(new Formats(this.me?.organisation?.locale ?? navigator.language));

  async load(): Promise<void> {
    this.state = 'loading';
    try {
      this.publicFacts = await api.publicFacts();
      this.me = await signedIn();
      if (this.me) this.stores = (await api.stores()).stores;
      this.state = this.me ? 'in' : 'out';
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.state = 'failed';
    }
  }

  async refreshStores(): Promise<void> {
    this.stores = (await api.stores()).stores;
  }

  async signIn(credentials: Credentials): Promise<void> {
    await api.signIn(credentials);
    await this.load();
  }

  async signOut(): Promise<void> {
    await api.signOut();
    this.forget();
  }

  /** The session has ended elsewhere; the pages lead back to the sign-in. */
  forget(): void {
    this.me = null;
    this.stores = [];
    this.state = 'out';
  }

  /** What a failed call means to the user; a lost session ends here too. */
  explain(error: unknown): string {
    if (error instanceof ApiError && error.status === 401) this.forget();
    return error instanceof Error ? error.message : String(error);
  }
}

async function signedIn(): Promise<Me | null> {
  try {
    const me = await api.me();
    return me.user ? me : null;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
