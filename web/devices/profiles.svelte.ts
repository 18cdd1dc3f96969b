import { deviceApi } from './deviceApi.ts';
import type { Profile } from './deviceTypes.ts';
import { genericOptionMessages } from './genericOptionMessages.ts';
import { makeMessages } from './makeMessages.ts';

let loaded: Promise<readonly Profile[]> | null = null;

/** Every make that is understood; asked for once, and again after a failure. */
export function loadProfiles(): Promise<readonly Profile[]> {
  loaded ??= deviceApi
    .profiles()
    .then(({ profiles }) => profiles.map(inOwnWords))
    .catch((error: unknown) => {
      loaded = null;
      throw error;
    });
  return loaded;
}

/** The name of a make in the page's language, where it is nobody's. */
export function makeName({ profile, make }: Pick<Profile, 'profile' | 'make'>): string {
  return profile === 'native' || profile === 'generic' ? makeMessages[profile].make : make;
}

function inOwnWords(profile: Profile): Profile {
  if (profile.profile !== 'native' && profile.profile !== 'generic') return profile;
  const { make, reads, leavesOut } = makeMessages[profile.profile];
  const words: Readonly<Record<string, { readonly label: string; readonly explanation: string }>> =
    genericOptionMessages;
  const options = profile.options.map((option) => ({ ...option, ...words[option.name] }));
  return { ...profile, make, reads, leavesOut, options };
}

/** Makes by their profile, empty until they are loaded; a page that can do without their names shows profiles meanwhile. */
export class Makes {
  byProfile = $state.raw<ReadonlyMap<string, Profile>>(new Map());

  constructor() {
    loadProfiles().then(
      (profiles) => {
        this.byProfile = new Map(profiles.map((profile) => [profile.profile, profile]));
      },
      // Without them the profiles' own names are shown.
      () => undefined,
    );
  }

  nameOf(profile: string): string {
    return this.byProfile.get(profile)?.make ?? profile;
  }
}
