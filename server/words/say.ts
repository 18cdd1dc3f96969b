import type { Language } from '../../db/vocabulary/preferences.ts';
import { accessPhrases } from './phrases/access.ts';
import { dataPhrases } from './phrases/data.ts';
import { requestPhrases } from './phrases/requests.ts';

/**
 * What somebody at the dashboard may hear when something is refused: by its English sentence, as gettext does it, so that
 * whoever throws it need not know the reader. A test finds a sentence that is missing (tests/server/words).
 */
const phrases = [...accessPhrases, ...dataPhrases, ...requestPhrases];

type Foreign = Exclude<Language, 'en'>;
const place: Readonly<Record<Foreign, 1 | 2>> = { ru: 1, fa: 2 };

interface Pattern {
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
  .map(([en, russian, persian]) => ({ pattern: patternOf(en), in: { ru: russian, fa: persian } }));

/** A sentence of the server in somebody's language; one that nobody has translated stays English. */
export function say(sentence: string, language: Language): string {
  if (language === 'en') return sentence;
  return known(sentence, language) ?? ofField(sentence, language) ?? sentence;
}

function known(sentence: string, language: Foreign): string | null {
  const whole = exact.get(sentence);
  if (whole !== undefined) return whole[place[language]];
  for (const { pattern, in: words } of patterns) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const given = found.slice(1);
    return words[language].replace(/\{\}/g, () => given.shift() ?? '');
  }
  return null;
}

/** `end: must be after start.` */
function ofField(sentence: string, language: Foreign): string | null {
  const [, field, rest] = /^([\w.]+): (.+)$/s.exec(sentence) ?? [];
  if (field === undefined || rest === undefined) return null;
  const said = known(rest, language);
  return said === null ? null : `${field}: ${said}`;
}
