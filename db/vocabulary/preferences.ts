export const languages = ['en', 'ru', 'fa'] as const;
/** What the dashboard, the public page and the templates speak. */
export type Language = (typeof languages)[number];

export const digitSets = ['latin', 'persian'] as const;
export type Digits = (typeof digitSets)[number];

export const calendars = ['gregorian', 'persian'] as const;
export type CalendarName = (typeof calendars)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How somebody wants to be spoken to. */
export interface Preferences {
  /** null: as their browser asks, else the organisation's. */
  readonly language: Language | null;
  /** null: the language's own. */
  readonly digits: Digits | null;
  /** null: the language's own. */
  readonly calendar: CalendarName | null;
  readonly theme: Theme;
}

export const noPreferences: Preferences = { language: null, digits: null, calendar: null, theme: 'system' };
