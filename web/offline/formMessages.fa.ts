import type { Translation } from '../language/translation.ts';
import type { formMessages as english } from './formMessages.ts';

export const formMessages: Translation<typeof english> = {
  pageTitle: (page) => `${page} · Lintel`,
  toService: 'بازگشت به خدمات',
  store: 'فروشگاه',
  signedOut: 'از حساب خارج شده‌اید. آنچه پر می‌کنید روی این تلفن می‌ماند و پس از ورود ارسال می‌شود.',
  signIn: 'ورود به حساب',
  offline: 'اتصال نیست. آنچه پر می‌کنید روی این تلفن نگه داشته می‌شود و با برقراری اتصال ارسال می‌شود.',
  noConnection: 'اتصال نیست',
  viewer: 'نقش شما فقط دیدن شاخص‌هاست. از مدیر فروشگاه بخواهید پر کند یا این نقش را به شما بدهد.',
  neverLoaded: 'استانداردها بارگذاری نشد. این صفحه را یک بار با اتصال باز کنید؛ از آن پس به اتصال نیاز ندارد.',
  loading: 'در حال بارگذاری…',
  insecure: 'تا وقتی شبکه نیست این صفحه را باز نگه دارید: مرورگر بدون https نمی‌تواند دوباره بازش کند.',
  notKept: 'این مرورگر چیزی برای صفحه‌ها نگه نمی‌دارد: پیش از ارسال این صفحه را نبندید و تازه نکنید.',
  toStandards: 'ساختن استانداردها',
  list: 'روی این تلفن',
  none: 'هنوز چیزی روی این تلفن پر نشده است.',
  states: { waiting: 'در انتظار اتصال', sent: 'ارسال شد', refused: 'پذیرفته نشد' },
  sendNow: 'همین حالا ارسال کن',
  again: 'تلاش دوباره',
  remove: 'حذف',
  at: (what, store) => `${what}، ${store}`,
};
