import type { Profile } from './deviceTypes.ts';

export type MakeKind = 'all' | Profile['kind'];

/** Makes whose name, models or examples contain every word that was typed; by name, with Lintel's own and the generic one last. */
export function fittingMakes(
  profiles: readonly Profile[],
  { word, kind }: { readonly word: string; readonly kind: MakeKind },
): Profile[] {
  const words = word
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one !== '');
  const fits = (profile: Profile): boolean => {
    const examples = (profile.examples ?? []).map(({ title }) => title);
    const text = [profile.make, profile.profile, ...profile.models, ...examples].join(' ').toLowerCase();
    return words.every((one) => text.includes(one));
  };
  const isSpecial = ({ profile }: Profile): number => (profile === 'generic' ? 1 : profile === 'native' ? 2 : 0);
  return (
    profiles
      // Files have a page of their own.
      .filter(({ profile }) => profile !== 'import')
      .filter((profile) => (kind === 'all' || profile.kind === kind) && fits(profile))
      .sort((a, b) => isSpecial(a) - isSpecial(b) || a.make.localeCompare(b.make, 'en'))
  );
}
