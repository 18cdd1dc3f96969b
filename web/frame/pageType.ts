import type { RouteComponent } from 'sv-router';
import type { Language } from '../language/language.ts';
import type { PagePath } from '../navigation.ts';
import type { Period } from '../selection/period.ts';
import type { Session } from '../state/session.svelte.ts';
import type { IconName } from './icons.ts';

/**
 * A page is one folder of web/ with a `page.ts` that exports this as `page`; routes, navigation and the command palette
 * follow from it. Its name is here in every language, since the frame shows it before the page is loaded.
 */
export interface Page {
  readonly path: PagePath;
  readonly name: Readonly<Record<Language, string>>;
  readonly icon: IconName;
  /** Figures are looked at, the house is set up. */
  readonly group: 'figures' | 'house';
  /** From the top; on a phone the first four stand in the bar, the others behind "More". */
  readonly order: number;
  /** Pressed after `g`. */
  readonly shortcut: string;
  /** Who sees it in the navigation; the server alone decides who may. Everybody, where it is absent. */
  readonly isFor?: (session: Session) => boolean;
  /**
   * Whether one store is chosen here, and what time: a single day, or a period with what it is where the address says nothing;
   * `compares`: with which other one is chosen here too.
   */
  readonly needsStore?: boolean;
  readonly time?: 'day' | { readonly period: Period; readonly compares?: boolean };
  /** Full paths of its components; all but the first page's are loaded when opened: `() => import('./X.svelte')`. */
  readonly routes: Readonly<Record<PagePath, RouteComponent>>;
  /** Pages inside it, in the order of its own navigation; the first is its front. */
  readonly parts?: readonly PagePart[];
}

export interface PagePart {
  readonly path: PagePath;
  readonly name: Readonly<Record<Language, string>>;
  readonly isFor?: (session: Session) => boolean;
  readonly needsStore?: boolean;
  readonly time?: Page['time'];
}
