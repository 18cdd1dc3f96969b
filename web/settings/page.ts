import type { Page } from '../frame/pageType.ts';
import type { Session } from '../state/session.svelte.ts';

const isForOwners = (session: Session): boolean => session.me?.role === 'owner';

export const page: Page = {
  path: '/settings',
  name: { en: 'Settings', ru: 'Настройки', fa: 'تنظیمات' },
  icon: 'settings',
  group: 'house',
  order: 7,
  shortcut: 'e',
  routes: {
    '/settings': () => import('./Account.svelte'),
    '/settings/organisation': () => import('./Organisation.svelte'),
    '/settings/stores': () => import('./Stores.svelte'),
    '/settings/store': () => import('./OneStore.svelte'),
  },
  parts: [
    { path: '/settings', name: { en: 'Your account', ru: 'Вы', fa: 'حساب شما' } },
    {
      path: '/settings/organisation',
      name: { en: 'Organisation', ru: 'Организация', fa: 'سازمان' },
      isFor: isForOwners,
    },
    { path: '/settings/stores', name: { en: 'Stores', ru: 'Магазины', fa: 'فروشگاه‌ها' } },
  ],
};
