import type { Translation } from '../language/translation.ts';
import type { branchesMessages as english } from './branchesMessages.ts';

export const branchesMessages: Translation<typeof english> = {
  title: 'شعبه‌ها',
  failed: 'شعبه‌ها بارگذاری نشد',
  seriesFailed: 'نمودارهای روند بارگذاری نشد. شاخص‌ها درست‌اند.',
  none: 'هنوز شعبه‌ای نیست',
  noneText: 'همین که فروشگاهی ثبت شود، اینجا کنار بقیه می‌آید.',
  noneViewer: 'هنوز فروشگاهی برای دیدن به شما داده نشده است. از مالک بخواهید.',
  setUp: 'ثبت نخستین فروشگاه',
  add: 'افزودن فروشگاه',
  notYet: (stores) => `این روز هنوز در ${stores} آغاز نشده است.`,

  head: {
    conversion: (people, branches, conversion) =>
      `${people} نفر در ${branches} شعبه وارد شدند و ${conversion} خرید کردند.`,
    unlike: (better, worse) => `نرخ تبدیل ${better} شعبه بیش از حد تصادف بالاتر از کل است و ${worse} شعبه پایین‌تر.`,
    alike: 'تفاوت نرخ تبدیل شعبه‌ها از حد تصادف بیشتر نیست.',
  },

  views: {
    label: 'نما',
    table: 'جدول',
    plot: 'ورودی و نرخ تبدیل',
    multiples: 'کنار هم',
  },

  filter: {
    find: 'یافتن شعبه',
    region: 'منطقه',
    allRegions: 'همهٔ منطقه‌ها',
    tags: 'برچسب‌ها',
    clear: 'نمایش همهٔ شعبه‌ها',
    nothing: 'هیچ شعبه‌ای جور نیست',
    nothingText: 'نام، منطقه یا یکی از برچسب‌ها را بردارید.',
    shown: (shown, all) => `${shown} از ${all} شعبه`,
  },

  chooser: {
    open: 'شاخص‌ها',
    title: 'شاخص‌های جدول',
    usual: 'شاخص‌های معمول',
    groups: {
      funnel: 'از خیابان تا صندوق',
      sales: 'فروش',
      queue: 'صف',
      service: 'خدمات',
      data: 'چقدر می‌شود به آن اعتماد کرد',
    },
    metric: 'خط نشان می‌دهد',
  },

  columns: {
    passersBy: 'رهگذران',
    captureRate: 'نرخ جذب',
    entries: 'ورودی',
    exits: 'خروجی',
    purchases: 'خریدها',
    conversionRate: 'نرخ تبدیل',
    place: 'رتبه در نرخ تبدیل',
    netSalesMinor: 'فروش خالص',
    grossSalesMinor: 'فروش ناخالص',
    returnsMinor: 'مرجوعی',
    netSalesExTaxMinor: 'فروش خالص بدون مالیات',
    averageCheckMinor: 'میانگین خرید',
    salesPerVisitorMinor: 'فروش به‌ازای هر نفر',
    items: 'اقلام فروخته‌شده',
    unitsPerTransaction: 'اقلام در هر خرید',
    queueWait: 'میانگین انتظار',
    queueP90: '۹ نفر از ۱۰ نفر حداکثر',
    queueLevel: 'در حد هدف',
    queueLeft: 'صف را رها کردند',
    queueLength: 'افراد در صف',
    serviceGreen: 'خدمات: سبز',
    nps: 'NPS',
    csat: 'رضایت (CSAT)',
    csi: 'شاخص رضایت (CSI)',
    requests: 'درخواست‌های باز',
    checks: 'استانداردهای رعایت‌شده',
    coverage: 'پوشش داده',
  },

  table: {
    branch: 'شعبه',
    course: (span) => `روند، ${span}`,
    sort: (figure) => `مرتب‌سازی بر پایهٔ ${figure}`,
    all: (branches) => (branches.value === 2 ? 'هر دو شعبه' : `همهٔ ${branches} شعبه`),
    change: 'تغییر',
    changeOf: (figure, then) => `${figure}: تغییر در مقایسه با ${then}`,
    low: 'کمتر از ۷۰٪ زمان پوشش داده شده است: شاخص شاید بسیار دور از واقع باشد و در ترتیب شرکت ندارد.',
    places: (best, worst) => `${best} تا ${worst}`,
    placesHint: 'آنجا که بازه‌ها هم‌پوشانی دارند ترتیب معلوم نیست، پس رتبه هم معلوم نیست.',
    standings: {
      farBelow: 'بسیار پایین‌تر از آنچه تصادف توضیح می‌دهد',
      below: 'پایین‌تر از آنچه تصادف توضیح می‌دهد',
      within: 'در محدودهٔ تصادف',
      above: 'بالاتر از آنچه تصادف توضیح می‌دهد',
      farAbove: 'بسیار بالاتر از آنچه تصادف توضیح می‌دهد',
    },
    hint: '▲ و ▼: نرخ تبدیل بیرون از محدوده‌ای است که شعبه‌های برابر در آن جا می‌گیرند. کنار هر نرخ، بازهٔ اطمینان آن. پوشش داده از آنِ ورودی است؛ زیر آن هرچه کمتر از هفتاد درصد پوشش دارد.',
    courseOf: (branch, figure) => `${branch}: روند ${figure}`,
  },

  plot: {
    title: 'ورودی در برابر نرخ تبدیل',
    lead: (rate) =>
      `اگر همهٔ شعبه‌ها برابر بودند، بیشترشان (۹۵ از ۱۰۰) میان دو مرز درونی پیرامون ${rate} جا می‌گرفتند و تقریباً همه میان دو مرز بیرونی. هرچه افراد کمتری وارد شوند، تصادف شعبه را دورتر می‌برد. تفاوت‌های درون مرزها تصادف است و چیزی از آن نمی‌توان آموخت.`,
    outside: (outside, all, expected) =>
      `${outside} از ${all} شعبه بیرون از مرزهای درونی است؛ تصادف به‌تنهایی حدود ${expected} شعبه را آنجا می‌برد.`,
    leftOut: (count) =>
      `${count} شعبه نشان داده نشده است: نرخ تبدیلشان معلوم نیست، از ۱۰۰٪ بیشتر است یا کمتر از ۷۰٪ زمان پوشش داده شده است.`,
    axisX: 'ورودی',
    axisY: 'نرخ تبدیل',
    all: (rate) => `همهٔ شعبه‌ها: ${rate}`,
    point: (branch, conversion, entries) => `${branch}: ${conversion} از ${entries} ورود`,
    pointStanding: (point, standing) => `${point}، ${standing}`,
    explore: 'با کلیدهای جهت میان شعبه‌ها بروید؛ Enter شعبه را باز می‌کند',
    tooFew: 'دست‌کم دو شعبه با نرخ تبدیل معلوم لازم است',
    tooFewText: 'ورودی و خریدهای دو شعبه یا بیشتر این نمودار را می‌سازد.',
    asTable: 'شعبه‌های بیرون از مرزها، در جدول',
    marks: '▲: نرخ تبدیل بالاتر از آنچه تصادف توضیح می‌دهد؛ ▼: پایین‌تر. نقطه‌های گرد در محدودهٔ تصادف‌اند.',
    nobody: 'هیچ شعبه‌ای بیرون از مرزها نیست.',
    standing: 'نسبت به مرزها',
  },

  multiples: {
    title: (figure) => `${figure} هر شعبه، با یک مقیاس`,
    scale: (least, most, span) => `هر نمودار از ${least} تا ${most} است، ${span}. خط خاکستری: همهٔ شعبه‌ها با هم.`,
    scaleOfCounts: (least, most, span) => `هر نمودار از ${least} تا ${most} است، ${span}.`,
    more: (count) => `نمایش ${count} شعبهٔ دیگر`,
    now: (figure) => `در این دوره: ${figure}`,
    asTable: 'در جدول',
    date: 'تا',
    currencies: 'مبلغ‌های چند واحد پول مقیاس مشترک ندارند. شاخص یا منطقهٔ دیگری انتخاب کنید.',
  },

  /** Beside the coverage of entries. */
  lacking: {
    passersBy: (share) => `رهگذران ${share}`,
    purchases: (share) => `خریدها ${share}`,
  },

  file: {
    covered: (coverage, figure) => `${coverage}، ${figure}`,
    seconds: (figure) => `${figure}، ثانیه`,
    currency: 'واحد پول',
    all: 'همهٔ شعبه‌ها',
    changeOf: (figure) => `${figure}، تغییر`,
    low: (figure) => `${figure}، کف بازهٔ اطمینان`,
    high: (figure) => `${figure}، سقف بازهٔ اطمینان`,
    best: (place) => `${place}، بهترین`,
    worst: (place) => `${place}، بدترین`,
  },
};
