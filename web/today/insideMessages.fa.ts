import type { Translation } from '../language/translation.ts';
import type { insideMessages as english } from './insideMessages.ts';

export const insideMessages: Translation<typeof english> = {
  title: 'افراد داخل',
  estimate: 'برآورد',
  now: 'اکنون داخل',
  between: (low, high) => `بین ${low} و ${high}`,
  stay: (time) => `به‌طور میانگین ${time} می‌مانند.`,
  noStay: 'هنوز نمی‌توان گفت چقدر می‌مانند.',
  peak: (people, at) => `بیشترین در ساعت ${at}: ${people}.`,
  average: (people) => `به‌طور میانگین ${people} نفر داخل بودند.`,
  corrected: (days, share) =>
    `واردشدگان منهای خارج‌شدگان. ${days} بار بستن فروشگاه نشان می‌دهد درها ${share} یک جهت را نمی‌بینند؛ این جبران شده است.`,
  even: (days) => `واردشدگان منهای خارج‌شدگان. ${days} بار بستن فروشگاه نشان می‌دهد درها هر دو جهت را یکسان می‌بینند.`,
  uncorrected:
    'واردشدگان منهای خارج‌شدگان. پس از سه روز کامل، شمارش هنگام بستن نشان می‌دهد درها چه چیزی را نمی‌بینند و آن را جبران می‌کند.',
  reasons: {
    not_measured: 'همهٔ درها خروجی را نمی‌شمارند، پس معلوم نیست چه کسانی داخل بودند.',
    low_coverage: 'بخش زیادی از روز داده ندارد تا معلوم شود چه کسانی داخل‌اند.',
    imbalance: 'ورودی و خروجی چنان تفاوت دارند که نمی‌توان گفت چه کسانی داخل‌اند. بررسی‌های صفحهٔ «داده‌ها» را ببینید.',
    not_begun: 'فروشگاه امروز هنوز باز نشده است.',
    closed: 'فروشگاه بسته است.',
  },
  failed: 'افراد داخل بارگذاری نشد',
  chart: (most) => `افراد داخل در هر ربع ساعت، حداکثر ${most}.`,
  asTable: 'افراد داخل در جدول',
  time: 'زمان',
  people: 'داخل',
  interval: 'بازهٔ ۹۵٪',
  noData: 'بدون داده',
  range: (low, high) => `${low} تا ${high}`,
  more: (people) => `\u200e+${people}`,

  estimated: 'برآورد وقفه‌ها',
  inGaps: (people, low, high) => `حدود ${people} نفر دیگر در وقفه‌ها (${low} تا ${high})`,
  cannot: 'هنوز نمی‌توان برآورد کرد وقفه چه چیزی را پنهان می‌کند',
  note: 'برآورد از همان روز هفته در ۸ هفتهٔ گذشته و شلوغی این روز به دست می‌آید؛ در هیچ نرخ و رتبه‌ای نیست.',
};
