import type { StepName } from '../api-types.ts';
import type { Translation } from '../language/translation.ts';
import type { dayMessages as english } from './dayMessages.ts';

const stepNames: Record<StepName, string> = { passersBy: 'رهگذران', entries: 'ورودی', purchases: 'خریدها' };
const weekdays = ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'] as const;

export const dayMessages: Translation<typeof english> = {
  steps: stepNames,

  funnel: {
    title: 'از گذر تا خرید',
    captureName: 'نرخ جذب',
    conversionName: 'نرخ تبدیل',
    intervalTitle: 'بازهٔ اطمینان ۹۵٪: تصادف به‌تنهایی نرخ را در همین بازه جابه‌جا می‌کند',
    usual: (value) => `معمول ${value}`,
    comparedUsual: (days, weekday) =>
      `تغییرها در مقایسه با یک ${weekdays[weekday]}ٔ معمولی است (میانهٔ ${days} روز)؛ خاکستری‌ها در بازهٔ معمول‌اند.`,
    comparedByNow: (days, weekday) =>
      `تغییرها در مقایسه با یک ${weekdays[weekday]}ٔ معمولی تا این ساعت است (میانهٔ ${days} روز)؛ خاکستری‌ها در بازهٔ معمول‌اند.`,
    comparedNothing: 'هنوز روزهای کافی برای دانستن حد معمول نیست.',
    toScale: 'شکل به مقیاس است.',
    noOutside: 'کسی رهگذران را نمی‌شمارد، پس قیف از در آغاز می‌شود.',
    noOutsideHow: 'شمارشگری برای رهگذران اضافه کنید تا ببینید چه سهمی از آن‌ها وارد می‌شوند.',
    noTill: 'صندوقی متصل نیست، پس خریدها و نرخ تبدیل نامعلوم است.',
    noTillHow: 'صندوقی اضافه کنید تا ببینید چه سهمی از واردشدگان خرید می‌کنند.',
    leftOut: 'ربع‌ساعت‌هایی که شمارشگر یا صندوق در آن‌ها داده ندارد در نرخ‌ها به حساب نمی‌آید.',
    notMeasured: 'اندازه‌گیری نمی‌شود',
    noData: 'بدون داده',
    noRate: 'نامعلوم',
    sentence: (parts) => `قیف: ${parts.join('، ')}.`,
    figure: (name, value) => `${name} ${value}`,
    step: 'شاخص',
    value: 'مقدار',
    intervalLow: (rate) => `${rate}، بازهٔ ۹۵٪، کران پایین`,
    intervalHigh: (rate) => `${rate}، بازهٔ ۹۵٪، کران بالا`,
    low: 'بازهٔ ۹۵٪، کران پایین',
    high: 'بازهٔ ۹۵٪، کران بالا',
    usualColumn: 'معمول',
    changeColumn: 'تغییر',
  },

  sales: {
    title: 'فروش',
    netSales: 'فروش خالص',
    averageCheck: 'میانگین خرید',
    salesPerVisitor: 'فروش به‌ازای هر نفر',
    unitsPerTransaction: 'اقلام در هر خرید',
    returns: (amount) => `پس از کسر ${amount} مرجوعی`,
  },

  hours: {
    title: 'ساعت به ساعت',
    entries: 'ورودی',
    conversion: 'نرخ تبدیل',
    ghost: (date) => `یک هفته پیش (${date})`,
    gap: 'بدون داده',
    lowCoverage: 'پوشش ناقص',
    interval: 'بازهٔ ۹۵٪',
    value: (name, value) => `${name}: ${value}`,
    before: (value, ghost) => `${value} ${ghost}`,
    entriesSentence: (busiest, count) => `ورودی در هر ساعت. شلوغ‌ترین ساعت از ${busiest} آغاز می‌شود: ${count}.`,
    entriesNone: 'ورودی در هر ساعت. هنوز هیچ ساعتی شمرده نشده است.',
    conversionSentence: (low, high) => `نرخ تبدیل در هر ساعت با بازهٔ ۹۵٪، بین ${low} و ${high}.`,
    conversionNone: 'نرخ تبدیل در هر ساعت. هنوز برای هیچ ساعتی معلوم نیست.',
    asTable: 'همین‌ها در جدول',
    hour: 'ساعت',
    purchases: 'خریدها',
    passersBy: 'رهگذران',
    netSales: 'فروش خالص',
    coverage: 'پوشش دادهٔ ورودی',
  },

  quality: {
    title: 'کیفیت داده',
    levels: { good: 'خوب', fair: 'متوسط', poor: 'ضعیف', none: 'نامعلوم' },
    fine: 'همهٔ شمارشگرها و صندوق‌ها درست گزارش داده‌اند.',
    nothing: 'هنوز چیزی برای داوری نیست.',
    coverage: 'زمانی که گزارش دارد',
    notMeasured: 'اندازه‌گیری نمی‌شود',
    nobodyMeasures: (step) => `${stepNames[step]}: دستگاهی برای شمارش آن در اینجا نیست.`,
    notDue: 'هنوز موعدش نیست',
    outside: (entries, purchases) => `بیرون از ساعت کاری: ${entries} ورود، ${purchases} خرید.`,
    lowCoverage: (step, covered) => `${stepNames[step]}: گزارش‌ها فقط ${covered} ساعت کاری را پوشش می‌دهند.`,
    flags: {
      coarse: 'بخشی از شمارش‌ها در تکه‌های بلندتر از یک ساعت رسید، پس ساعت‌ها از هم جدا نمی‌شوند.',
      conversion_over_100: 'خریدها بیشتر از ورودی است: شمارشگر در احتمالاً افرادی را نمی‌بیند.',
      capture_over_100: 'ورودی بیشتر از رهگذران است: شمارشگر بیرون احتمالاً افرادی را نمی‌بیند.',
      sales_without_entries: 'فروش بدون ورودی ثبت شده است: شاید شمارشگر در کار نمی‌کند.',
      entry_exit_imbalance: 'ورودی و خروجی بیش از ۱۰٪ تفاوت دارند: شاید شمارشگری پوشانده یا بد نصب شده است.',
    },
  },
};
