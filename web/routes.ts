import { createRouter } from 'sv-router';
import Today from './day/Today.svelte';
import Frame from './frame/Frame.svelte';
import NotFound from './frame/NotFound.svelte';
import { connectRouter } from './navigation.ts';
import SignIn from './sign-in/SignIn.svelte';

const { navigate, route } = createRouter({
  '/': { '/': Today, layout: Frame },
  '/stores': { '/': () => import('./stores/Stores.svelte'), layout: Frame },
  '/queue': { '/': () => import('./queue/Queue.svelte'), layout: Frame },
  '/service': {
    '/': () => import('./service/Service.svelte'),
    '/standards': () => import('./service/standards/Standards.svelte'),
    '/survey': () => import('./service/survey/SurveySettings.svelte'),
    layout: Frame,
  },
  '/data': { '/': () => import('./data/Data.svelte'), layout: Frame },
  '/audits': { '/': () => import('./audits/Audits.svelte'), layout: Frame },
  '/devices': {
    '/': () => import('./devices/Devices.svelte'),
    '/new': () => import('./devices/NewDevice.svelte'),
    '/device': () => import('./devices/DevicePage.svelte'),
    '/source': () => import('./devices/SourcePage.svelte'),
    '/import': () => import('./import/Import.svelte'),
    layout: Frame,
  },
  '/install/:device': () => import('./install/Install.svelte'),
  '/sign-in': SignIn,
  '/setup': () => import('./setup/Setup.svelte'),
  '*': NotFound,
});

connectRouter({ navigate: (path, options) => navigate(path, { ...options }), route });
