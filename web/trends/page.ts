import type { Page } from '../frame/pageType.ts';
export const page: Page = {
  path: '/trends',
  name: { en: 'Trends', ru: 'Динамика', fa: 'روندها' },
  icon: 'trends',
  group: 'figures',
  order: 2,
  shortcut: 'r',
  needsStore: true,
  time: { period: 'month', compares: true },
  routes: { '/trends': () => import('./Trends.svelte') },
};
