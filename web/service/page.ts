import type { Page } from '../frame/pageType.ts';
export const page: Page = {
  path: '/service',
  name: { en: 'Service', ru: 'Сервис', fa: 'خدمات' },
  icon: 'service',
  group: 'figures',
  order: 5,
  shortcut: 's',
  needsStore: true,
  time: { period: 'month' },
  routes: {
    '/service': () => import('./Service.svelte'),
    '/service/standards': () => import('./standards/Standards.svelte'),
    '/service/survey': () => import('./survey/SurveySettings.svelte'),
  },
  parts: [
    {
      path: '/service',
      name: { en: 'Figures', ru: 'Показатели', fa: 'شاخص‌ها' },
      needsStore: true,
      time: { period: 'month' },
    },
    { path: '/service/standards', name: { en: 'Standards', ru: 'Стандарты', fa: 'استانداردها' } },
    {
      path: '/service/survey',
      name: { en: 'Survey page', ru: 'Страница опроса', fa: 'صفحهٔ نظرسنجی' },
      needsStore: true,
    },
  ],
};
