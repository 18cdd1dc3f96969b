import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'hono';
import { type Language, languages } from './contracts/languages.ts';

/** The build of web/first/draw.ts in one language; its types are the browser's, which the server doesn't know. */
interface Drawing {
  drawToday(facts: Readonly<Record<'facts' | 'me' | 'stores' | 'today' | 'search', unknown>>): string;
}

interface PictureInput {
  /** Where the drawings lie, a file a language. */
  readonly folder: string;
  /** Asks the API, as the browser would. */
  readonly ask: (c: Context, path: string) => Promise<Response>;
  readonly say: (error: unknown) => void;
}

/** Draws what belongs into the page's body; null: the page is to ask and draw by itself. */
export type DrawFirst = (c: Context, language: Language) => Promise<string | null>;

interface Me {
  readonly user: object | null;
  readonly preferences?: { readonly language: Language | null };
}

/** How long the page is held back for its figures, in milliseconds: if it were to ask by itself, it would take longer. */
const patienceMs = 1000;

/**
 * Today with its figures in the page itself, for those who are signed in: their largest text is on the screen before a script is, and
 * the scripts find in the page what they would ask first. What it takes from the API it takes as the reader, by their own cookie.
 */
export function drawFirstPicture({ folder, ask, say }: PictureInput): DrawFirst {
  const drawings = new Map<Language, Promise<Drawing>>();
  for (const language of languages) {
    const file = join(folder, `${language}.js`);
    if (existsSync(file)) drawings.set(language, import(pathToFileURL(file).href) as Promise<Drawing>);
  }
  const answer = async (c: Context, path: string): Promise<unknown> => {
    const response = await ask(c, path);
    if (!response.ok) throw new Unanswered(path);
    return await response.json();
  };
  const draw = async (c: Context, language: Language): Promise<string | null> => {
    const drawing = await drawings.get(language);
    if (drawing === undefined) return null;
    const [facts, me, stores] = await Promise.all(always.map((path) => answer(c, path)));
    // Guaranteed by the API's own description (contract 6).
    const { user, preferences } = me as Me;
    const store = storeOf(stores as Stores, c.req.query('store'));
    // Another language was chosen on another device: the page is loaded once more anyway.
    if (user === null || store === undefined || (preferences?.language ?? language) !== language) return null;
    const path = `/api/v1/stores/${encodeURIComponent(store)}/today`;
    const today = await answer(c, path);
    const body = drawing.drawToday({ facts, me, stores, today, search: new URL(c.req.url).search });
    return inPage(
      body,
      Object.fromEntries([...always, path].map((url, place) => [url, [facts, me, stores, today][place]])),
    );
  };
  return async (c, language) => {
    if (!isOfToday(c)) return null;
    const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref());
    const drawn = draw(c, language).catch((error: unknown) => {
      if (!(error instanceof Unanswered)) say(error);
      return null;
    });
    return await Promise.race([drawn, late]);
  };
}

/** Refused, as where a session has ended: the page says so itself. */
class Unanswered extends Error {}

const always = ['/api/v1/public', '/api/v1/me', '/api/v1/stores'];

interface Stores {
  readonly stores: readonly { readonly id: string }[];
}

/** The same one that the page chooses: by its address, else the first. */
function storeOf({ stores }: Stores, wished: string | undefined): string | undefined {
  return (stores.find(({ id }) => id === wished) ?? stores[0])?.id;
}

function isOfToday(c: Context): boolean {
  const isSignedIn = c.req.header('cookie')?.includes('lintel.session_token=') ?? false;
  return isSignedIn && c.req.path === '/' && c.req.query('date') === undefined;
}

/** Between marks, by which the browser's worker leaves it out of the page that it keeps (web/public/app-worker.js). */
function inPage(body: string, answers: object): string {
  const json = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return `<!--first--><div id="first">${body}</div><script type="application/json" id="first-answers">${json}</script><!--/first-->`;
}
