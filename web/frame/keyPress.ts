import type { PressedKey } from './shortcuts.ts';

const fields =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, select, [contenteditable]';

/** A key as the shortcuts read it. */
export function keyPressOf(event: KeyboardEvent): PressedKey {
  const { key, code, ctrlKey, metaKey, altKey, target, timeStamp } = event;
  const isTyping = target instanceof Element && target.matches(fields);
  return { key, code, isControl: ctrlKey || metaKey, isAlt: altKey, isTyping, at: timeStamp };
}

/** A key that writes something: letters, digits, signs and the space. */
export function isLetter({ key }: KeyboardEvent): boolean {
  return [...key].length === 1;
}

const storageKey = 'lintel.keys';

/** Whether single keys are listened to, on this machine. */
export function areKeysOn(): boolean {
  // Where the server draws the first picture, nobody presses keys.
  return globalThis.localStorage?.getItem(storageKey) !== 'off';
}

export function rememberKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'off');
}
