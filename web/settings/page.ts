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
    '/settings/stores/store': () => import('./OneStore.svelte'),
    '/settings/stores/hand': () => import('./HandPage.svelte'),
    '/settings/people': () => import('./People.svelte'),
    '/settings/tokens': () => import('./Tokens.svelte'),
    '/settings/file': () => import('./SettingsFile.svelte'),
    '/settings/backup': () => import('./Backup.svelte'),
    '/settings/log': () => import('./Log.svelte'),
  },
  parts: [
    { path: '/settings', name: { en: 'Your account', ru: 'Учётная запись', fa: 'حساب شما' } },
    {
      path: '/settings/organisation',
      name: { en: 'Organisation', ru: 'Организация', fa: 'سازمان' },
      isFor: isForOwners,
    },
    { path: '/settings/stores', name: { en: 'Stores', ru: 'Магазины', fa: 'فروشگاه‌ها' } },
    { path: '/settings/people', name: { en: 'People', ru: 'Сотрудники', fa: 'افراد' }, isFor: isForOwners },
    { path: '/settings/tokens', name: { en: 'Tokens', ru: 'Токены', fa: 'توکن‌ها' }, isFor: isForOwners },
    {
      path: '/settings/file',
      name: { en: 'Settings as a file', ru: 'Файл настроек', fa: 'پروندهٔ تنظیمات' },
      isFor: isForOwners,
    },
    { path: '/settings/backup', name: { en: 'Backup', ru: 'Резервная копия', fa: 'پشتیبان' }, isFor: isForOwners },
    {
      path: '/settings/log',
      name: { en: 'Log of changes', ru: 'Журнал изменений', fa: 'گزارش تغییرات' },
      isFor: isForOwners,
    },
  ],
};
