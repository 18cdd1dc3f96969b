/** Where the server has put what the page will ask first (server/firstPicture.ts). */
const elementId = 'first-answers';

// A page has a document; a test that runs without one was given nothing along.
const page = globalThis as {
  readonly document?: { getElementById(id: string): { readonly textContent: string | null; remove(): void } | null };
};

let untaken: Map<string, unknown> | null = null;
let urls: readonly string[] = [];

function read(): Map<string, unknown> {
  const element = page.document?.getElementById(elementId);
  const text = element?.textContent ?? '{}';
  // Whoever comes after this reader, in the same page, must not find it there.
  element?.remove();
  // Guaranteed by the server, which wrote it: answers by their URL.
  const answers = JSON.parse(text) as Record<string, unknown>;
  urls = Object.keys(answers);
  return new Map(Object.entries(answers));
}

/** What came along with the page in answer to a URL: once, since the next one who asks wants to know what is new. */
export function takeFirstAnswer(url: string): unknown {
  untaken ??= read();
  const answer = untaken.get(url);
  untaken.delete(url);
  return answer;
}

/** They were one reader's. */
export function forgetFirstAnswers(): void {
  untaken = new Map();
}

/** The URLs that nobody had to ask for. */
export function firstAnswerUrls(): readonly string[] {
  untaken ??= read();
  return urls;
}
