import type { Page } from '../frame/pageType.ts';
import Today from './Today.svelte';

export const page: Page = {
  path: '/',
  name: { en: 'Today', ru: 'Сегодня', fa: 'امروز' },
  icon: 'funnel',
  group: 'figures',
  order: 1,
  shortcut: 't',
  needsStore: true,
  time: 'day',
  // The first page to be seen comes with the first request.
  routes: { '/': Today },
};
