import type { StepName } from '../api-types.ts';
import type { Translation } from '../language/translation.ts';
import type { CountedDay } from './headline.ts';
import type { todayMessages as english } from './todayMessages.ts';

const weekdays = ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'] as const;

function led({ step, count, isOver }: CountedDay): string {
  const nobody: Record<StepName, string> = {
    entries: 'هیچ‌کس وارد نشد',
    purchases: 'هیچ خریدی انجام نشد',
    passersBy: 'هیچ‌کس رد نشد',
  };
  const some: Record<StepName, string> = {
    entries: `${count} نفر وارد شدند`,
    purchases: `${count} خرید انجام شد`,
    passersBy: `${count} نفر رد شدند`,
  };
  const said = count.value === 0 ? nobody[step] : some[step];
  return isOver ? said : `تا این لحظه ${said}`;
}

function compared({ change, weekday, isByNow }: CountedDay): string {
  if (change === null) return '';
  const { percent, direction, isUnusual } = change;
  const then = `یک ${weekdays[weekday]}ٔ معمولی${isByNow ? ' تا این ساعت' : ''}`;
  if (direction === 'same') return `، به اندازهٔ ${then}`;
  const more = direction === 'up' ? `${percent} بیشتر از ${then}` : `${percent} کمتر از ${then}`;
  if (!isUnusual) return `، ${more}`;
  return direction === 'up' ? `، به‌طور غیرمعمول زیاد: ${more}` : `، به‌طور غیرمعمول کم: ${more}`;
}

export const todayMessages: Translation<typeof english> = {
  title: (store) => `${store}: امروز`,
  pastTitle: (store, date) => `${store}: ${date}`,
  openUntil: (time) => `باز تا ${time}`,
  open: 'باز',
  closed: 'بسته',
  closedSince: (time) => `بسته از ${time}`,
  opensAt: (time) => `بسته، ${time} باز می‌شود`,
  updated: (time) => `ساعت ${time}`,
  wholeDay: 'کل روز',
  failed: 'شاخص‌های این روز بارگذاری نشد',
  noStore: 'هنوز فروشگاهی وجود ندارد',
  noStoreText: 'نخستین فروشگاه خود را اضافه کنید تا شاخص‌هایش اینجا دیده شود.',
  noStoreViewer: 'هنوز فروشگاهی به شما داده نشده است. از مالک بخواهید.',
  setUp: 'افزودن فروشگاه',
  nothingTitle: 'هنوز چیزی شمرده نشده است',
  nothingToday: 'همین که شمارشگر یا صندوق این فروشگاه گزارشی بدهد، شاخص‌ها خودبه‌خود اینجا دیده می‌شوند.',
  nothingClosed: 'فروشگاه امروز هنوز باز نشده است. شاخص‌ها با نخستین بازدیدکنندگان آغاز می‌شوند.',
  nothingPast: 'در این روز هیچ شمارشگر و صندوقی از این فروشگاه گزارشی نداده است.',
  closedText: 'طبق ساعت کاری باز نمی‌شود. اگر با این حال کسی وارد شود، شمرده و اینجا دیده می‌شود.',
  toDevices: 'دیدن دستگاه‌ها',
  toDayBefore: 'دیدن روز پیش',

  headline: {
    counted: (day) => `${led(day)}${compared(day)}`,
    nothing: 'در این روز چیزی شمرده نشده است',
    notBegun: (time) => (time === null ? 'فروشگاه امروز هنوز باز نشده است' : `فروشگاه ساعت ${time} باز می‌شود`),
    closed: 'فروشگاه در این روز تعطیل است',
    and: (first, second) => `${first}؛ ${second}.`,
    alone: (first) => `${first}.`,
    conversion: {
      within: 'نرخ تبدیل در بازهٔ معمول خود است',
      above: (rate) => `نرخ تبدیل، ${rate}، بالاتر از بازهٔ معمول است`,
      below: (rate) => `نرخ تبدیل، ${rate}، پایین‌تر از بازهٔ معمول است`,
      tooEarly: 'برای داوری دربارهٔ نرخ تبدیل هنوز زود است',
      tooFew: 'تعداد افراد برای داوری دربارهٔ نرخ تبدیل کم بود',
    },
    notCompared: 'بخش زیادی از زمان داده ندارد و مقایسه نمی‌شود',
    noUsual: (weekday) => `هنوز ${weekdays[weekday]}‌های کافی برای دانستن حد معمول نیست`,
  },

  usual: {
    label: 'بازهٔ معمول',
    byNow: 'بازهٔ معمول تا این ساعت',
    counts: {
      passersBy: (low, high) => `${low} تا ${high} رهگذر`,
      entries: (low, high) => `${low} تا ${high} ورود`,
      purchases: (low, high) => `${low} تا ${high} خرید`,
    },
    conversion: (range) => `نرخ تبدیل ${range}`,
    from: (days, weekday) => `از ${days} ${weekdays[weekday]}`,
    all: (parts) => parts.join('، '),
    hint: 'از هر بیست روز معمولی، نوزده روز در این بازه است',
  },

  attention: {
    title: 'نکتهٔ اصلی امروز',
    others: (count) => `${count} نکتهٔ دیگر`,
    nothing: 'نکتهٔ خاصی نیست',
    nothingText: 'در آنچه اینجا اندازه‌گیری می‌شود، نه قطعی هست، نه گامی پایین‌تر از بازهٔ معمول، نه صفی بیش از هدف.',
    tooFewDays: 'هنوز روزهای کافی برای دانستن حد معمول نیست',
    tooFewDaysText: (days, least) =>
      `از همین روز هفته ${days} روز از ${least} روز لازم داده دارد. نه قطعی هست و نه صفی بیش از هدف.`,
    more: {
      data: 'دیدن داده‌ها',
      queue: 'دیدن صف',
      trends: 'دیدن روند',
      service: 'دیدن خدمات',
    },
    outage: {
      silent: (name, since) => `از ${since} چیزی از «${name}» نرسیده است.`,
      offline: (name, since) => `«${name}» از ${since} آفلاین است.`,
      at: (date, time) => `${date}، ساعت ${time}`,
      offlineNow: (name) => `«${name}» آفلاین است.`,
      problem: (name) => `«${name}» از مشکلی خبر می‌دهد.`,
      never_reported: (name) => `«${name}» هنوز گزارشی نداده است.`,
      not_delivered: (name) => `«${name}» هنوز داده‌های دیروز را نفرستاده است.`,
      ingest_gap: (since, until) =>
        until === null
          ? `خود Lintel از ${since} چیزی دریافت نکرده است.`
          : `خود Lintel از ${since} تا ${until} چیزی دریافت نکرد.`,
      low_coverage: {
        passersBy: (share) => `شمارشگرهای بیرون فقط در ${share} زمان گزارش داده‌اند.`,
        entries: (share) => `شمارشگرهای در فقط در ${share} زمان گزارش داده‌اند.`,
        purchases: (share) => `صندوق‌ها فقط در ${share} زمان گزارش داده‌اند.`,
      },
      means: 'شاخص‌های آن زمان در دست نیست و در نرخ‌ها به حساب نمی‌آید.',
    },
    queueNow: {
      text: (queue, wait, target) =>
        `${queue}: هر کس اکنون به صف بپیوندد حدود ${wait} منتظر می‌ماند؛ هدف ${target} است.`,
      closed: (queue, people) => `${queue}: ${people} نفر منتظرند و صندوقی باز نیست.`,
    },
    belowUsual: {
      passersBy: (value, low) => `رهگذران کمتر از معمول‌اند: ${value}؛ معمولاً دست‌کم ${low}.`,
      entries: (value, low) => `افراد کمتری از معمول وارد می‌شوند: ${value}؛ معمولاً دست‌کم ${low}.`,
      purchases: (value, low) => `خریدها کمتر از معمول‌اند: ${value}؛ معمولاً دست‌کم ${low}.`,
      captureRate: (value, low) => `سهم کمتری از رهگذران وارد می‌شوند: ${value}؛ معمولاً دست‌کم ${low}.`,
      conversionRate: (value, low) => `سهم کمتری از واردشدگان خرید می‌کنند: ${value}؛ معمولاً دست‌کم ${low}.`,
    },
    serviceLight: 'چراغ خدمات قرمز است.',
    queueDay: (level, target) => `فقط ${level} در زمان هدف خدمت گرفتند؛ قرار ${target} است.`,
  },
};
