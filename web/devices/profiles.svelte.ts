import { deviceApi } from './deviceApi.ts';
import type { Profile } from './deviceTypes.ts';

let loaded: Promise<readonly Profile[]> | null = null;

/** Every make that is understood; asked for once, and again after a failure. */
export function loadProfiles(): Promise<readonly Profile[]> {
  loaded ??= deviceApi
    .profiles()
    .then(({ profiles }) => profiles)
    .catch((error: unknown) => {
      loaded = null;
      throw error;
    });
  return loaded;
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
