/** What can be found. `words` are its other names: in the other languages, its id, its region. */
export interface Findable {
  readonly name: string;
  readonly words: readonly string[];
}

const letters: Readonly<Record<string, string>> = { ё: 'е', ي: 'ی', ك: 'ک', ة: 'ه', ۀ: 'ه', أ: 'ا', إ: 'ا' };

/** Text as it is compared: small, without accents, joiners and the differences between keyboards. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ёيكةۀأإ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .normalize('NFD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How well letters that follow each other with others between them are said to fit: 1 where they stand together. */
function scatterOf(letters: string, text: string): number {
  let [at, spread] = [-1, 0];
  for (const letter of letters) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (at >= 0) spread += next - at - 1;
    at = next;
  }
  return spread > letters.length * 2 ? 0 : 1 / (1 + spread);
}

/** How well a text is what was typed, 0 (not at all) to 5 (it begins so); both are plain. */
function fitOf(typed: string, text: string): number {
  if (text === typed) return 5;
  if (text.startsWith(typed)) return 4;
  if (` ${text}`.includes(` ${typed}`)) return 3;
  if (text.includes(typed)) return 2;
  return typed.length < 3 ? 0 : scatterOf(typed.replaceAll(' ', ''), text);
}

/** Of everything typed each word must be found somewhere. */
function scoreOf(typed: string, { name, words }: Findable): number {
  const names = [name, ...words].map(plain);
  const whole = Math.max(...names.map((text, place) => fitOf(typed, text) * (place === 0 ? 1 : 0.9)));
  if (whole > 0 || !typed.includes(' ')) return whole;
  const each = typed
    .split(' ')
    .map((word) => Math.max(...names.map((text) => (fitOf(word, text) >= 2 ? fitOf(word, text) : 0))));
  return each.includes(0) ? 0 : each.reduce((sum, fit) => sum + fit, 0) / each.length / 2;
}

/** What fits best comes first, at most `limit`; nothing typed finds everything in its own order. */
export function findIn<One extends Findable>(all: readonly One[], query: string, limit: number): readonly One[] {
  const typed = plain(query);
  if (typed === '') return all.slice(0, limit);
  return all
    .map((one, place) => ({ one, place, score: scoreOf(typed, one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, limit)
    .map(({ one }) => one);
}
