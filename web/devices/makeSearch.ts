import type { Measure } from '../api-types.ts';
import { deviceMessages } from './deviceMessages.ts';
import type { Profile } from './deviceTypes.ts';

/** `feed`: what sends queues or service alone, and counts nobody who comes in. */
export type MakeKind = 'all' | Profile['kind'] | 'feed';

/** Words by which somebody looks for a make without knowing its name. */
const searchedAs: Readonly<Record<Measure, string>> = {
  entries: 'people counter, entries, visitors',
  passersBy: 'passers-by',
  queue: 'queue, waiting, wait times, tickets',
  sales: 'sales, receipts, till',
  service: 'service, survey, satisfaction, requests, help desk',
};

/**
 * Makes in whose name, models, examples, or in what they read and measure, every word stands that was typed. Those whose name, models or
 * examples have them come first; then by name. Lintel's own and the generic one lead the whole list, and end one that was searched for.
 */
export function fittingMakes(
  profiles: readonly Profile[],
  { word, kind }: { readonly word: string; readonly kind: MakeKind },
): Profile[] {
  const words = word
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one !== '');
  const stands = (texts: readonly string[]): boolean => {
    const text = texts.join(' ').toLowerCase();
    return words.every((one) => text.includes(one));
  };
  const isNamed = (profile: Profile): boolean => stands(namesOf(profile));
  const isSpecial = ({ profile }: Profile): number => (profile === 'native' ? 2 : profile === 'generic' ? 1 : 0);
  const turn = words.length === 0 ? -1 : 1;
  return (
    profiles
      // Files have a page of their own.
      .filter(({ profile }) => profile !== 'import')
      .filter(
        (profile) => (kind === 'all' || kindOf(profile) === kind) && stands([...namesOf(profile), ...readsOf(profile)]),
      )
      .sort(
        (a, b) =>
          Number(isNamed(b)) - Number(isNamed(a)) ||
          turn * (isSpecial(a) - isSpecial(b)) ||
          a.make.localeCompare(b.make, 'en'),
      )
  );
}

function namesOf({ make, profile, models, examples = [] }: Profile): string[] {
  return [make, profile, ...models, ...examples.map(({ title }) => title)];
}

function readsOf({ reads, measures }: Profile): string[] {
  return [...reads, ...measures.map((measure) => `${searchedAs[measure]}, ${deviceMessages.make.searchedAs[measure]}`)];
}

function kindOf({ kind, measures }: Profile): Exclude<MakeKind, 'all'> {
  const isFeed = measures.length > 0 && measures.every((measure) => measure === 'queue' || measure === 'service');
  return kind === 'device' && isFeed ? 'feed' : kind;
}
