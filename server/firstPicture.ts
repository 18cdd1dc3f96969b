import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'hono';
import { type Language, languages } from './contracts/languages.ts';
import { alwaysAsked, askedOfToday, isToday, mayBeSignedIn } from './firstQuestions.ts';

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
  const draw = async (c: Context, language: Language, late: AbortSignal): Promise<string | null> => {
    const drawing = await drawings.get(language);
    if (drawing === undefined) return null;
    const [facts, me, stores] = await Promise.all(alwaysAsked.map((path) => answer(c, path)));
    // Guaranteed by the API's own description (contract 6).
    const { user, preferences } = me as Me;
    const path = askedOfToday(c, (stores as Stores).stores);
    // Another language was chosen on another device: the page is loaded once more anyway.
    if (user === null || path === undefined || (preferences?.language ?? language) !== language) return null;
    if (late.aborted) return null;
    const today = await answer(c, path);
    // The page is gone without it: nobody is to wait for a drawing that no one sees.
    if (late.aborted) return null;
    const body = drawing.drawToday({ facts, me, stores, today, search: new URL(c.req.url).search });
    const answers = [facts, me, stores, today];
    return inPage(body, Object.fromEntries([...alwaysAsked, path].map((url, place) => [url, answers[place]])));
  };
  return async (c, language) => {
    if (!mayBeSignedIn(c) || !isToday(c)) return null;
    const abort = AbortSignal.timeout(patienceMs);
    const late = new Promise<null>((resolve) => abort.addEventListener('abort', () => resolve(null)));
    const drawn = draw(c, language, abort).catch((error: unknown) => {
      if (!(error instanceof Unanswered)) say(error);
      return null;
    });
    return await Promise.race([drawn, late]);
  };
}

/** Refused, as where a session has ended: the page says so itself. */
class Unanswered extends Error {}

interface Stores {
  readonly stores: readonly { readonly id: string }[];
}

/** Between marks, by which the browser's worker leaves it out of the page that it keeps (web/public/app-worker.js). */
function inPage(body: string, answers: object): string {
  const json = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return `<!--first--><div id="first">${body}</div><i id="first-end" hidden></i><script type="application/json" id="first-answers">${json}</script><!--/first-->`;
}
