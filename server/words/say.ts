import type { Language } from '../../db/vocabulary/preferences.ts';
import { catalogues } from './catalogues.ts';

/**
 * What somebody at the dashboard may hear where English was written by who does not know the reader: why something is refused or
 * not counted, what makes say of themselves, what is wrong with a file of settings. By the English sentence, as gettext does it.
 * Tests find a sentence that is missing (tests/server/words).
 */
const phrases = catalogues.flat();

type Foreign = Exclude<Language, 'en'>;
const place: Readonly<Record<Foreign, 1 | 2>> = { ru: 1, fa: 2 };

interface Pattern {
  /** With what a sentence begins that may fit: quicker than to try the pattern. */
  readonly begins: string;
  readonly pattern: RegExp;
  readonly in: Readonly<Record<Foreign, string>>;
}

function patternOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 's');
}

const exact = new Map(phrases.filter(([en]) => !en.includes('{}')).map((phrase) => [phrase[0], phrase]));
/** The most particular first: `There is no {} {}.` fits many. */
const patterns: readonly Pattern[] = phrases
  .filter(([en]) => en.includes('{}'))
  .toSorted(([one], [other]) => other.length - one.length)
  .map(([en, russian, persian]) => ({
    begins: en.slice(0, en.indexOf('{}')),
    pattern: patternOf(en),
    in: { ru: russian, fa: persian },
  }));

/** A sentence of the server in somebody's language; one that nobody has translated stays English. */
export function say(sentence: string, language: Language): string {
  if (language === 'en') return sentence;
  return known(sentence, language) ?? ofField(sentence, language) ?? sentence;
}

function known(sentence: string, language: Foreign): string | null {
  const whole = exact.get(sentence);
  if (whole !== undefined) return whole[place[language]];
  for (const { begins, pattern, in: words } of patterns) {
    const found = sentence.startsWith(begins) ? pattern.exec(sentence) : null;
    if (found !== null) return filled(words[language], found.slice(1), language);
  }
  return null;
}

function filled(words: string, given: string[], language: Foreign): string {
  return words.replace(/\{(say)?\}/g, (_, isSaid: string | undefined) => {
    const piece = given.shift() ?? '';
    return isSaid === undefined ? piece : say(piece, language);
  });
}

/** `end: must be after start.` */
function ofField(sentence: string, language: Foreign): string | null {
  const [, field, rest] = /^([\w.]+): (.+)$/s.exec(sentence) ?? [];
  if (field === undefined || rest === undefined) return null;
  const said = known(rest, language);
  return said === null ? null : `${field}: ${said}`;
}
