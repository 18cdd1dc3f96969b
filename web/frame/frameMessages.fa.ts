import type { Translation } from '../language/translation.ts';
import type { frameMessages as english } from './frameMessages.ts';

export const frameMessages: Translation<typeof english> = {
  product: 'Lintel',
  loading: 'در حال بارگذاری…',
  retry: 'تلاش دوباره',
  close: 'بستن',
  notFound: {
    title: 'چنین صفحه‌ای نیست',
    text: 'شاید نشانی اشتباه نوشته شده یا صفحه جابه‌جا شده است.',
    back: 'رفتن به شاخص‌های امروز',
  },
  noStore: {
    title: 'هنوز فروشگاهی نیست',
    owner: 'نخستین فروشگاه را راه‌اندازی کنید تا شاخص‌هایش اینجا دیده شود.',
    others: 'هنوز فروشگاهی در اختیار شما نیست. از مالک بخواهید دسترسی بدهد.',
    setUp: 'راه‌اندازی فروشگاه',
  },
  unknownStore: (asked, shown) =>
    `فروشگاه «${asked}» اینجا نیست یا شما به آن دسترسی ندارید. فروشگاه «${shown}» نشان داده می‌شود.`,
  live: { live: 'زنده', connecting: 'در حال اتصال…' },
  forbidden: {
    title: 'این بخش برای نقش‌های دیگر است',
    text: 'نقش شما این بخش را نشان نمی‌دهد. اگر لازم است، از مالک بخواهید.',
  },
  title: (page) => `${page} · Lintel`,

  nav: {
    label: 'صفحه‌ها',
    figures: 'شاخص‌ها',
    house: 'مدیریت',
    parts: (page) => `بخش‌های ${page}`,
    search: 'جستجو…',
    chosen: 'آنچه نشان داده می‌شود',
    more: 'بیشتر',
    skip: 'پرش به شاخص‌ها',
    account: (name) => `حساب ${name}`,
    signOut: 'خروج از حساب',
    open: 'جستجو و فرمان‌ها',
  },

  store: {
    label: 'فروشگاه',
    choose: (store) => `فروشگاه: ${store}. انتخاب فروشگاهی دیگر`,
    search: 'جستجوی فروشگاه',
    none: 'فروشگاهی با این نام نیست.',
    found: (count) => `فروشگاه‌های یافت‌شده: ${count}`,
  },

  period: {
    label: 'دوره',
    choose: (period) => `دوره: ${period}. انتخاب دوره‌ای دیگر`,
    names: { day: 'روز', week: '7 روز', month: '28 روز', quarter: '13 هفته', year: '52 هفته' },
    presets: {
      today: 'امروز',
      yesterday: 'دیروز',
      week: '7 روز گذشته',
      month: '28 روز گذشته',
      quarter: '13 هفتهٔ گذشته',
      year: '52 هفتهٔ گذشته',
    },
    previous: 'قبل‌تر',
    next: 'بعدتر',
    today: 'امروز',
    calendar: 'انتخاب تاریخ از تقویم',
    day: 'انتخاب روز از تقویم',
    previousMonth: 'ماه قبل',
    nextMonth: 'ماه بعد',
    hint: 'روز نخست و روز آخر.',
    apply: 'نمایش',
    compare: 'مقایسه با',
    comparisons: {
      none: 'هیچ',
      previous: 'دورهٔ قبل',
      year: 'سال قبل',
      usual: 'مقدار معمول',
    },
  },

  theme: { label: 'پوسته', system: 'مانند سیستم', light: 'روشن', dark: 'تیره' },
  language: 'زبان',

  palette: {
    title: 'جستجو و فرمان‌ها',
    search: 'صفحه، فروشگاه، شاخص یا فرمان…',
    none: 'چیزی با این نام نیست. واژهٔ دیگری را امتحان کنید.',
    groups: { page: 'صفحه‌ها', store: 'فروشگاه‌ها', metric: 'شاخص‌ها در روندها', command: 'فرمان‌ها' },
    current: 'انتخاب‌شده',
    toTheme: (theme) => `پوسته: ${theme}`,
    toLanguage: (language) => `زبان: ${language}`,
    signOut: 'خروج از حساب',
    print: 'چاپ این صفحه',
    keys: 'کلیدها',
    install: 'نصب به‌صورت برنامه',
  },

  keys: {
    title: 'کلیدها',
    single: 'هر جا که خانه‌ای پر نمی‌شود، کلیدهای تکی کار کنند',
    go: (page) => `رفتن به ${page}`,
    open: 'جستجو و فرمان‌ها',
    filter: 'رفتن به پالایش صفحه',
    previous: 'دورهٔ قبل',
    next: 'دورهٔ بعد',
    help: 'همین کلیدها',
    thenKey: 'سپس',
    escape: 'بستن آنچه باز است',
  },

  offline: {
    shown: (when) => `اتصال نیست. این‌ها داده‌های ${when} هستند.`,
    nothing: 'اتصال نیست. آنچه باز می‌کنید در این دستگاه نگه داشته نشده است.',
    back: 'دوباره متصل شد. شاخص‌ها در حال به‌روزرسانی هستند.',
  },

  install: {
    title: 'Lintel را روی این دستگاه داشته باشید',
    text: 'مانند یک برنامه باز می‌شود، حتی بدون اینترنت، با آخرین شاخص‌هایی که نشان داده است.',
    yes: 'نصب',
    no: 'فعلاً نه',
    apple: 'در مرورگر نشان هم‌رسانی را بزنید، سپس «Add to Home Screen» را انتخاب کنید.',
  },

  print: {
    store: (store) => `فروشگاه: ${store}`,
    period: (period) => `دوره: ${period}`,
    printed: (when) => `تاریخ چاپ: ${when}`,
  },
};
