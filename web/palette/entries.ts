import type { StoreSummary } from '../api-types.ts';
import type { MetricMeaning } from '../figure/metrics.ts';
import type { frameMessages } from '../frame/frameMessages.ts';
import type { IconName } from '../frame/icons.ts';
import type { Page, PagePart } from '../frame/pageType.ts';
import type { Language } from '../language/language.ts';
import type { PagePath } from '../navigation.ts';
import { trendKpis } from '../trends/kpis.ts';
import type { Findable } from './search.ts';

export type EntryKind = keyof typeof frameMessages.palette.groups;

/** Something the palette leads to. */
export interface Entry extends Findable {
  readonly id: string;
  readonly kind: EntryKind;
  readonly icon: IconName;
  /** Beside the name: a page it belongs to, a region. */
  readonly about?: string | undefined;
  readonly run: () => unknown;
}

export interface Going {
  readonly go: (path: PagePath, search?: Readonly<Record<string, string>>) => unknown;
  readonly language: Language;
}

/** Pages and their parts, by their names in every language. */
export function pageEntries(
  pages: readonly Page[],
  isSeen: (part: PagePart) => boolean,
  { go, language }: Going,
): readonly Entry[] {
  return pages.flatMap((page) => {
    const entryOf = (part: PagePart, about?: string): Entry => ({
      id: `page ${part.path}`,
      kind: 'page',
      icon: page.icon,
      name: part.name[language],
      words: [...Object.values(part.name), part.path.replaceAll('/', ' ')],
      about,
      run: () => go(part.path),
    });
    const parts = (page.parts ?? []).filter((part) => part.path !== page.path && isSeen(part));
    return [entryOf(page), ...parts.map((part) => entryOf(part, page.name[language]))];
  });
}

export function storeEntries(stores: readonly StoreSummary[], choose: (store: string) => unknown): readonly Entry[] {
  return stores.map(({ id, name, region }) => ({
    id: `store ${id}`,
    kind: 'store',
    icon: 'stores',
    name,
    words: [id, region ?? ''].filter((word) => word !== ''),
    about: region ?? undefined,
    run: () => choose(id),
  }));
}

/** Every figure that Trends can draw leads to its course over time; its names are the registry's. */
export function metricEntries(metrics: readonly MetricMeaning[], { go, language }: Going): readonly Entry[] {
  return trendKpis.flatMap(({ key, metric = key }): Entry[] => {
    const found = metrics.find((one) => one.key === metric);
    if (found === undefined) return [];
    const words = [...Object.values(found.name), key];
    const run = (): unknown => go('/trends', { metric: key });
    return [{ id: `metric ${key}`, kind: 'metric', icon: 'trends', name: found.name[language], words, run }];
  });
}
