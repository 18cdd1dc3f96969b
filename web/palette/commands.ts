import { themes } from '../../db/vocabulary/preferences.ts';
import { frameMessages } from '../frame/frameMessages.ts';
import { languages } from '../language/language.ts';
import { languageNames } from '../language/names.ts';
import { changePreferences } from '../state/preferences.ts';
import type { Session } from '../state/session.svelte.ts';
import type { Entry } from './entries.ts';

export interface CommandInput {
  readonly session: Session;
  readonly onhelp: () => void;
  /** null: this browser does not offer it now. */
  readonly install: (() => unknown) | null;
}

/** What can be done from anywhere. Their English names are found in every language. */
export function commandEntries({ session, onhelp, install }: CommandInput): readonly Entry[] {
  const text = frameMessages.palette;
  const command = (entry: Omit<Entry, 'kind' | 'id'>): Entry => ({
    ...entry,
    kind: 'command',
    id: `command ${entry.name}`,
  });
  return [
    ...themes.map((theme) =>
      command({
        icon: 'ground',
        name: text.toTheme(frameMessages.theme[theme]),
        words: ['theme', theme],
        run: () => changePreferences(session, { theme }),
      }),
    ),
    ...languages.map((language) =>
      command({
        icon: 'language',
        name: text.toLanguage(languageNames[language]),
        words: ['language', language],
        run: () => changePreferences(session, { language }),
      }),
    ),
    command({ icon: 'print', name: text.print, words: ['print'], run: () => print() }),
    command({ icon: 'key', name: text.keys, words: ['keys', 'shortcuts', '?'], run: onhelp }),
    ...(install === null ? [] : [command({ icon: 'install', name: text.install, words: ['install'], run: install })]),
    command({
      icon: 'leave',
      name: text.signOut,
      words: ['sign out', 'log out'],
      run: () => session.signOut().catch(() => session.forget()),
    }),
  ];
}
