import type { Translation } from '../language/translation.ts';
import type { genericOptionMessages as english } from './genericOptionMessages.ts';

export const genericOptionMessages: Translation<typeof english> = {
  topic: {
    label: 'الگوی تاپیک',
    explanation:
      'شمارش‌ها روی کدام تاپیک‌هاست؛ {address}، {line} و {direction} هر جا که تاپیک آن‌ها را می‌گوید: shop/{line}/{direction}. چند الگو، هر کدام در یک سطر. اگر خالی باشد: همه.',
  },
  items: {
    label: 'گزارش‌های درون پیام',
    explanation:
      'اگر چند گزارش در یک پیام است: doors[*]. مسیرهای دیگر آن‌گاه درون گزارش است، یا برای کل پیام با $ شروع می‌شود.',
  },
  in: {
    label: 'ورود',
    explanation: 'مسیر عدد: people.in، counts[0].enter. با [*] جمع آن‌ها.',
  },
  out: {
    label: 'خروج',
    explanation: 'مسیر عدد.',
  },
  passersBy: {
    label: 'رهگذران',
    explanation: 'مسیر عدد.',
  },
  direction: {
    label: 'واژهٔ جهت',
    explanation:
      'مسیر واژه‌ای مانند enter یا leave، اگر پیام آن را بگوید؛ هر پیام یک نفر است، یا عددی که در count آمده.',
  },
  count: {
    label: 'عدد همراه واژه',
    explanation: 'مسیر عددی که با واژهٔ جهت می‌آید؛ اگر خالی باشد: خود پیام اگر عدد است، وگرنه 1.',
  },
  inWords: {
    label: 'واژه‌های ورود',
    explanation:
      'با ویرگول لاتین میانشان. اگر خالی باشد: in, enter, entry, entrance, entered. واژه‌های دیگر (idle) کسی را نمی‌شمارند.',
  },
  outWords: {
    label: 'واژه‌های خروج',
    explanation: 'اگر خالی باشد: out, exit, leave, left, exited.',
  },
  passersByWords: {
    label: 'واژه‌های رهگذر',
    explanation: 'اگر خالی باشد: passerBy, passersBy, pass, passing.',
  },
  present: {
    label: 'افراد حاضر',
    explanation: 'مسیر شمار کسانی که اکنون آنجا هستند: نشان می‌دهد دستگاه زنده است و کسی را نمی‌شمارد.',
  },
  factor: {
    label: 'ضریب',
    explanation: 'عددها در آن ضرب می‌شوند تا شمار افراد به دست آید: 0.5 اگر پرتو هم ورود و هم خروج را می‌بیند.',
  },
  line: {
    label: 'خط',
    explanation: 'مسیر نام خط یا ناحیه، یا # برای جای آن در فهرست گزارش‌ها.',
  },
  address: {
    label: 'نشانی',
    explanation: 'مسیر آنچه دستگاه را نام می‌برد، اگر چند دستگاه از یک تاپیک می‌آیند.',
  },
  start: {
    label: 'آغاز بازه',
    explanation: 'مسیر زمان.',
  },
  end: {
    label: 'پایان بازه',
    explanation: 'مسیر زمان.',
  },
  length: {
    label: 'طول بازه',
    explanation: 'یک عدد یا مسیر آن؛ همراه آغاز یا پایان.',
  },
  lengthUnit: {
    label: 'واحد طول',
    explanation: 'اگر خالی باشد: ثانیه.',
  },
  time: {
    label: 'زمان',
    explanation: 'مسیر زمان جمع‌ها یا عبور. اگر خالی باشد: هنگام دریافت پیام.',
  },
  timeFormat: {
    label: 'زمان‌ها چگونه نوشته شده‌اند',
    explanation:
      'looks: RFC 3339 با اختلاف ساعت، یا ثانیه یا میلی‌ثانیه از ۱۹۷۰ برحسب اندازه. local: بدون اختلاف ساعت، به ساعت فروشگاه.',
  },
  id: {
    label: 'شناسه',
    explanation: 'مسیر عدد یا متنی که هیچ پیام دیگری ندارد؛ پیامی که دو بار رسیده با آن شناخته می‌شود.',
  },
  where: {
    label: 'فقط پیام‌هایی که',
    explanation: 'سطرهایی مانند type = counter، state = on, off؛ * یعنی چیزی هست.',
  },
  availability: {
    label: 'تاپیک وصیت پایانی',
    explanation: 'دستگاه روی آن online و offline می‌گوید؛ + برای هر سطح.',
  },
  availabilityField: {
    label: 'فیلد وصیت پایانی',
    explanation: 'جای واژه در JSON؛ اگر خالی باشد: state یا خود پیام.',
  },
  onlineWords: {
    label: 'واژه‌های آنلاین',
    explanation: 'اگر خالی باشد: online, true, on, 1, connected.',
  },
  offlineWords: {
    label: 'واژه‌های آفلاین',
    explanation: 'اگر خالی باشد: offline, false, off, 0, disconnected, unavailable.',
  },
};
