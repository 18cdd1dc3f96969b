import { createSubscriber } from 'svelte/reactivity';
import type { Palette } from './barLine.ts';
import { paletteOf } from './palette.ts';

let known: Palette | null = null;

/** Whatever turns the ground light or dark: the system, the person's choice on <html>, paper. */
const watchGround = createSubscriber((changed) => {
  const change = (): void => {
    known = null;
    changed();
  };
  const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', change);
  const observer = new MutationObserver(change);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', change);
    known = null;
  };
});

/** The colours of the moment; an effect or a derived value that asks is told when they change. */
export function currentPalette(): Palette {
  watchGround();
  known ??= paletteOf(document.documentElement);
  return known;
}
