import type { Page } from '../frame/pageType.ts';
export const page: Page = {
  path: '/queue',
  name: { en: 'Queue', ru: 'Очередь', fa: 'صف' },
  icon: 'queue',
  group: 'figures',
  order: 4,
  shortcut: 'q',
  needsStore: true,
  time: { period: 'day' },
  routes: { '/queue': () => import('./Queue.svelte') },
};
