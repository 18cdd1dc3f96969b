import { AppError } from '../../../db/vocabulary/errors.ts';

/** What the words of a column mean, by the word in small letters. */
export type Words<Meaning extends string> = ReadonlyMap<string, Meaning | 'skip'>;

interface Meanings<Meaning extends string> {
  readonly option: string;
  /** Each is a word for itself. */
  readonly meanings: readonly Meaning[];
  readonly example: string;
}

/**
 * The meanings' own words and what somebody adds.
 * @throws AppError `invalid` for a meaning that does not exist
 */
export function wordsFor<Meaning extends string>(
  written: Readonly<Record<string, string>> | undefined,
  { option, meanings, example }: Meanings<Meaning>,
): Words<Meaning> {
  const words = new Map<string, Meaning | 'skip'>(meanings.map((one) => [one.toLowerCase(), one]));
  for (const [word, meaning] of Object.entries(written ?? {})) {
    const known = [...meanings, 'skip' as const].find((one) => one === meaning);
    if (known === undefined) {
      const all = `${meanings.join(', ')} or skip`;
      throw new AppError(
        'invalid',
        `${option} "${word}=${meaning}": write WORD=MEANING with ${all}, such as ${example}`,
      );
    }
    words.set(word.trim().toLowerCase(), known);
  }
  return words;
}
