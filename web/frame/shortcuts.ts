/** What a key asks the frame for. */
export type Command =
  | { readonly kind: 'palette' | 'filter' | 'help' | 'previous' | 'next' }
  | { readonly kind: 'page'; readonly shortcut: string };

export interface PressedKey {
  readonly key: string;
  /** Where it lies on the keyboard: letters are found by it, whichever alphabet is switched on. */
  readonly code: string;
  readonly isControl: boolean;
  readonly isAlt: boolean;
  /** A field is being filled in. */
  readonly isTyping: boolean;
  readonly at: number;
}

/** How long `g` waits for the page's letter. */
const patienceMs = 1500;

const signs: Readonly<Record<string, Command['kind'] & ('filter' | 'help' | 'previous' | 'next')>> = {
  '/': 'filter',
  '?': 'help',
  '؟': 'help',
  '[': 'previous',
  ']': 'next',
};
const places: Readonly<Record<string, 'previous' | 'next'>> = { BracketLeft: 'previous', BracketRight: 'next' };

function letterOf({ code }: PressedKey): string | null {
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null;
}

/** Reads keys one after the other: `g t` leads to Today. Single signs keep quiet when they are switched off (WCAG 2.1.4). */
export class Shortcuts {
  areSingleOn: boolean;
  #wentAt = Number.NEGATIVE_INFINITY;

  constructor(areSingleOn: boolean) {
    this.areSingleOn = areSingleOn;
  }

  /** null: the key is none of ours. */
  read(pressed: PressedKey): Command | null {
    const letter = letterOf(pressed);
    if (pressed.isControl && !pressed.isAlt && letter === 'k') return { kind: 'palette' };
    if (pressed.isControl || pressed.isAlt || pressed.isTyping || !this.areSingleOn) return null;
    const isSecond = pressed.at - this.#wentAt <= patienceMs;
    this.#wentAt = letter === 'g' && !isSecond ? pressed.at : Number.NEGATIVE_INFINITY;
    if (isSecond && letter !== null) return { kind: 'page', shortcut: letter };
    const kind = signs[pressed.key] ?? (letter === null && isForeign(pressed.key) ? places[pressed.code] : undefined);
    return kind === undefined ? null : { kind };
  }
}

/** A letter of another alphabet stands where the sign would (`х` and `ъ` on a Russian keyboard). */
function isForeign(key: string): boolean {
  return /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
}
