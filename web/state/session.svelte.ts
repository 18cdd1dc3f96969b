import { createContext } from 'svelte';
import type { Preferences } from '../../db/vocabulary/preferences.ts';
import type { Credentials, Me, PublicFacts } from '../access-types.ts';
import { ApiError, api } from '../api.ts';
import type { Region, StoreSummary } from '../api-types.ts';
import { forgetFirstAnswers } from '../first/answers.ts';
import { Formats } from '../format/formats.ts';
import { mannerOf } from '../format/locales.ts';
import { language } from '../language/language.ts';
import { rememberLanguage, rememberTheme } from '../language/remembered.ts';

export const [useSession, provideSession] = createContext<Session>();

/** The server draws the first picture. */
const isInBrowser = 'document' in globalThis;

type StoresAnswer = Awaited<ReturnType<typeof api.stores>>;

export interface SessionFacts {
  readonly facts: PublicFacts;
  readonly me: Me | null;
  readonly stores: StoresAnswer | null;
}

/** Who is signed in, what they may see, and how their numbers are written. One for the whole dashboard. */
export class Session {
  state = $state<'loading' | 'failed' | 'out' | 'in'>('loading');
  failure = $state('');
  me = $state.raw<Me | null>(null);
  publicFacts = $state.raw<PublicFacts | null>(null);
  stores = $state.raw<readonly StoreSummary[]>([]);
  regions = $state.raw<readonly Region[]>([]);
  formats = $derived(
    new Formats(
      this.me?.organisation?.locale ?? (isInBrowser ? navigator.language : language),
      mannerOf(this.me?.preferences),
    ),
  );

  async load(): Promise<void> {
    this.state = 'loading';
    try {
      // All at once: most who come are signed in, and the server has announced these three with the page.
      const asked = [api.publicFacts(), whereSignedIn(api.me()), whereSignedIn(api.stores())] as const;
      const [facts, me, stores] = await Promise.all(asked);
      this.begin({ facts, me, stores });
      if (this.me?.preferences) wear(this.me.preferences);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.state = 'failed';
    }
  }

  /** From what the server said, null: to nobody who is signed in. */
  begin({ facts, me, stores }: SessionFacts): void {
    this.publicFacts = facts;
    this.me = me?.user ? me : null;
    this.#take(this.me && stores ? stores : { stores: [] });
    this.state = this.me ? 'in' : 'out';
  }

  async refreshStores(): Promise<void> {
    this.#take(await api.stores());
  }

  #take({ stores, regions = [] }: StoresAnswer): void {
    this.stores = stores;
    this.regions = regions;
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
    forgetFirstAnswers();
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

/** What a person chose on one machine holds on the next: the server is told by cookies, and the page loaded once more in their language. */
function wear({ language: chosen, theme }: Preferences): void {
  rememberTheme(theme);
  if (chosen === null || chosen === language) return;
  rememberLanguage(chosen);
  // Without cookies it would be loaded for ever.
  if (document.cookie.includes(`=${chosen}`)) location.reload();
}

/** Null where nobody is signed in. */
async function whereSignedIn<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
