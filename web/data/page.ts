import type { Page } from '../frame/pageType.ts';

export const page: Page = {
  path: '/data',
  name: { en: 'Data', ru: 'Данные', fa: 'داده‌ها' },
  icon: 'signal',
  group: 'house',
  order: 6,
  shortcut: 'd',
  needsStore: true,
  routes: {
    '/data': () => import('./Data.svelte'),
    '/data/quarantine': () => import('./Quarantine.svelte'),
    '/data/corrections': () => import('./Corrections.svelte'),
    '/audits': () => import('../audits/Audits.svelte'),
    '/devices': () => import('../devices/Devices.svelte'),
    '/devices/new': () => import('../devices/NewDevice.svelte'),
    '/devices/device': () => import('../devices/DevicePage.svelte'),
    '/devices/source': () => import('../devices/SourcePage.svelte'),
    '/devices/import': () => import('../import/Import.svelte'),
  },
  parts: [
    { path: '/data', name: { en: 'Overview', ru: 'Обзор', fa: 'نمای کلی' }, needsStore: true },
    {
      path: '/devices',
      name: { en: 'Devices and tills', ru: 'Устройства и кассы', fa: 'دستگاه‌ها و صندوق‌ها' },
      needsStore: true,
    },
    {
      path: '/data/corrections',
      name: { en: 'Corrections', ru: 'Исправления', fa: 'اصلاح‌ها' },
      needsStore: true,
    },
    { path: '/audits', name: { en: 'Counted by hand', ru: 'Ручной подсчёт', fa: 'شمارش دستی' }, needsStore: true },
    {
      path: '/data/quarantine',
      name: { en: 'Quarantine', ru: 'Карантин', fa: 'قرنطینه' },
      isFor: (session) => session.me?.role !== 'viewer',
    },
  ],
};
