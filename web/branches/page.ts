import type { Page } from '../frame/pageType.ts';
export const page: Page = {
  path: '/branches',
  name: { en: 'Branches', ru: 'Магазины', fa: 'شعبه‌ها' },
  icon: 'stores',
  group: 'figures',
  order: 3,
  shortcut: 'b',
  isFor: (session) => session.stores.length > 1,
  time: { period: 'week' },
  routes: {
    '/branches': () => import('./Branches.svelte'),
    '/stores': () => import('./Moved.svelte'),
  },
};
