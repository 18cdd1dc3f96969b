import type { Translation } from '../language/translation.ts';
import type { restatedMessages as english } from './restatedMessages.ts';

export const restatedMessages: Translation<typeof english> = {
  title: 'پس از پایان روز',
  sentence: (then, now, why) => `روز که پایان یافت ${then} نشان می‌داد. اکنون ${now} نشان می‌دهد، زیرا ${why}.`,
  nothing: 'از پایان روز نه شمارشی تغییر کرده است و نه فروشی.',
  nothingButRates:
    'از پایان روز نه شمارشی تغییر کرده است و نه فروشی. نرخ‌ها اندکی فرق دارند، چون اکنون بهتر معلوم است چه زمانی پوشش داده شده بود.',
  table: 'تغییرها بر پایهٔ علت',
  evened: (why) => `روز همان را نشان می‌دهد که هنگام پایانش نشان می‌داد، هرچند ${why}: تغییرها یکدیگر را خنثی کردند.`,
  noReport: 'آنچه روز هنگام پایانش نشان می‌داد نگه داشته نشده است: این فروشگاه بعداً اینجا اضافه شد.',
  notYet: 'آنچه روز هنگام پایانش نشان می‌دهد چند دقیقه پس از آن نگه داشته می‌شود.',
  reportedAt: (when) => `زمان نگهداری: ${when}.`,
  figures: {
    passersBy: (count) => `${count} رهگذر`,
    entries: (count) => `${count} ورود`,
    exits: (count) => `${count} خروج`,
    purchases: (count) => `${count} خرید`,
    netSalesMinor: (amount) => `فروش خالص ${amount}`,
  },
  columns: {
    passersBy: 'رهگذران',
    entries: 'ورودی',
    exits: 'خروجی',
    purchases: 'خریدها',
    netSalesMinor: 'فروش خالص',
  },
  none: 'هیچ',
  cause: 'علت',
  device: 'دستگاه',
  last: 'آخرین تغییر',
  sum: 'روی هم',
  outside: (entries, purchases) => `بیرون از ساعت کاری: ${entries} ورود، ${purchases} خرید.`,
  allDevices: 'همه',
  failed: 'آنچه روز هنگام پایانش نشان می‌داد بارگذاری نشد',
  because: {
    late: 'گزارش‌هایی با تأخیر رسید',
    corrected: 'شمارش‌هایی اصلاح شد',
    accepted: 'دربارهٔ اختلافی معلق تصمیم گرفته شد',
    voided: 'رسیدهایی باطل شد',
    takenOut: 'بازه‌ای از آمار کنار گذاشته یا بازگردانده شد',
    settings: 'تنظیمات تغییر کرد',
  },
  causes: {
    late: 'با تأخیر رسید',
    corrected: 'اصلاح شد',
    accepted: 'تصمیم دربارهٔ معلق',
    voided: 'باطل شد',
    takenOut: 'کنار گذاشته شد',
    settings: 'تنظیمات',
  },
};
