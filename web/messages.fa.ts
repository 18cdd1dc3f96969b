import type { Translation } from './language/translation.ts';
import type { messages as english } from './messages.ts';

export const messages: Translation<typeof english> = {
  product: 'Lintel',
  loading: 'در حال بارگذاری…',
  retry: 'تلاش دوباره',

  errors: {
    unreachable: 'سرور در دسترس نیست. اتصال را بررسی و دوباره تلاش کنید.',
    status: (status) => `سرور با خطای ${status} پاسخ داد.`,
  },

  nav: { devices: 'دستگاه‌ها و صندوق‌ها' },

  change: {
    up: (text) => `بیشتر ${text}`,
    down: (text) => `کمتر ${text}`,
    same: 'بدون تغییر',
  },
};
