import { type Count, plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { queueMessages as english } from './queueMessages.ts';

type Pressed = Parameters<(typeof english)['now']['why']['tooMany']>[0];

/** «با ۱۲۰ نفر در ساعت», and before it how many wait. */
function pressed({ waiting, anHour }: Pressed): string {
  const come = `با ${anHour} نفر در ساعت`;
  if (waiting === null) return come;
  if (waiting.value === 0) return `اکنون کسی منتظر نیست، اما ${come}`;
  return `اکنون تنها ${waiting} نفر منتظر است، اما ${come}`;
}

function tillsOf(tills: Count): string {
  return plural(tills, { one: 'یک صندوق', other: `${tills} صندوق` });
}

const severalQueues = 'رسیدها نمی‌گویند از کدام صف‌اند، پس به فروشگاهی با چند صف کمکی نمی‌کنند.';

export const queueMessages: Translation<typeof english> = {
  title: 'صف',
  pageTitle: (store) => `${store}: صف`,
  estimate: 'برآورد',
  failed: 'شاخص‌های صف بارگذاری نشد',
  allQueues: 'همهٔ صف‌ها',
  queue: 'صف',

  none: {
    title: 'هنوز صفی در اینجا اندازه‌گیری نمی‌شود',
    text: 'حسگر صف، سامانهٔ نوبت‌دهی یا صندوق می‌تواند بگوید مردم چقدر منتظر می‌مانند. یکی اضافه کنید تا شاخص‌هایش خودبه‌خود اینجا بیاید.',
    add: 'افزودن دستگاه',
    devices: 'دیدن دستگاه‌ها',
  },
  nothing: 'در این دوره چیزی دربارهٔ صف‌ها گزارش نشده است.',

  now: {
    title: 'اکنون',
    failed: 'صف‌های این لحظه بارگذاری نشد',
    asOf: (time) => `ساعت ${time}`,
    none: 'هنوز از هیچ صفی خبری نرسیده است.',
    lengthUnknown: 'در ۱۰ دقیقهٔ گذشته خبری از این صف نرسیده است.',
    waiting: () => 'نفر در صف',
    wait: (wait) => `کسی که اکنون بایستد حدود ${wait} منتظر می‌ماند`,
    waitUnknown: 'معلوم نیست کسی که اکنون بایستد چقدر منتظر می‌ماند',
    target: (wait) => `هدف ${wait}`,
    lights: { green: 'انتظار کوتاه', yellow: 'بیش از هدف', red: 'بسیار طولانی' },
    open: 'صندوق باز',
    openReceipts: 'صندوق باز، از روی رسیدها',
    needed: 'لازم در این لحظه',
    neededSoon: 'لازم تا ۳۰ دقیقهٔ دیگر',
    openMore: (tills) => `همین حالا ${tillsOf(tills)} دیگر باز کنید.`,
    openSoon: (tills) => `تا ۳۰ دقیقهٔ دیگر ${tillsOf(tills)} دیگر لازم می‌شود.`,
    why: {
      waitAlready: (people) => `همین حالا ${people} نفر منتظرند.`,
      noneOpen: 'هیچ صندوقی باز نیست.',
      noneSold: 'در ۱۵ دقیقهٔ گذشته هیچ صندوقی فروشی نداشته است.',
      keeps: (told, share) => `${pressed(told)}، ${tillsOf(told.tills)} تنها ${share} را در حد هدف نگه می‌دارد.`,
      tooMany: (told) => `${pressed(told)}، ${tillsOf(told.tills)} از پس همه برنمی‌آید.`,
      soon: (anHour) => `تا آن زمان حدود ${anHour} نفر در ساعت انتظار می‌رود.`,
    },
    enough: 'صندوق‌های باز برای رسیدن به هدف کافی‌اند.',
    cannot: 'نمی‌توان گفت چند صندوق لازم است.',
    silence: {
      noServiceTime: (visits, isOnly) =>
        isOnly
          ? `معلوم نیست کار هر مشتری چقدر طول می‌کشد: دست‌کم ${visits} مراجعه با زمان فراخوان و رفتن لازم است، یا همین تعداد رسید با شمارهٔ صندوق که پشت سر هم و هنگام انتظار دیگران صادر شده باشند.`
          : `معلوم نیست کار هر مشتری چقدر طول می‌کشد: دست‌کم ${visits} مراجعه با زمان فراخوان و رفتن لازم است. ${severalQueues}`,
      noArrivals: (isOnly) =>
        isOnly
          ? 'معلوم نیست اکنون چند نفر می‌آیند: چهار ساعت است مراجعه‌ای نرسیده یا دستگاهش گزارش نمی‌دهد، و از هیچ صندوقی هم تازگی خبری نبوده است.'
          : `معلوم نیست اکنون چند نفر می‌آیند: چهار ساعت است مراجعه‌ای نرسیده یا دستگاهش گزارش نمی‌دهد. ${severalQueues}`,
      noHistory: 'معلوم نیست نیم ساعت دیگر چند نفر می‌آیند: دست‌کم دو روز از چهار همین روز هفته در گذشته لازم است.',
      tooMany: (most) => `بیش از ${most} صندوق لازم می‌شد: اندازه‌گیری صف را بررسی کنید.`,
    },
    basis: {
      visits: (anHour, takes, people) =>
        anHour === null
          ? `کار هر نفر ${takes} طول می‌کشد، بر پایهٔ ${people} نفر.`
          : `${anHour} نفر در ساعت می‌آیند و کار هر نفر ${takes} طول می‌کشد، بر پایهٔ ${people} نفر.`,
      receipts: (anHour, takes, receipts) =>
        anHour === null
          ? `کار هر نفر ${takes} طول می‌کشد، از فاصلهٔ ${receipts} رسید.`
          : `${anHour} نفر در ساعت می‌آیند و کار هر نفر ${takes} طول می‌کشد، از فاصلهٔ ${receipts} رسید.`,
    },
    promise: (share, wait) => `لازم است تا ${share} بیش از ${wait} منتظر نمانند.`,
  },

  figures: {
    title: 'انتظار',
    serviceLevel: 'در حد هدف',
    serviceLevelOf: (wait, share) => `حداکثر ${wait} منتظر ماندند؛ هدف ${share} است`,
    serviceLevelAll: 'بیش از هدف صف خود منتظر نماندند',
    meanWait: 'میانگین انتظار',
    median: (wait) => `نیمی حداکثر ${wait} منتظر ماندند`,
    p90: '۹ نفر از ۱۰ نفر حداکثر',
    p95: (wait) => `۱۹ نفر از ۲۰ نفر حداکثر ${wait}`,
    served: 'خدمت‌گرفته',
    abandoned: 'صف را رها کردند',
    abandonmentRate: (share) => `${share} کسانی که در صف ایستادند`,
    length: 'میانگین افراد در صف',
    lengthAll: 'میانگین افراد در هر صف',
    most: (people) => `حداکثر ${people}`,
    service: 'زمان خدمت',
    serviceSpread: (wait) => `۹ نفر از ۱۰ نفر حداکثر ${wait}`,
    open: 'میانگین صندوق‌های باز',
    littlesLaw: 'از طول صف و خریدها حساب شده (قانون لیتل)، اندازه‌گیری نشده است.',
    unknown: 'اندازه‌گیری نمی‌شود',
    outside: (served, abandoned) => `بیرون از ساعت کاری: خدمت‌گرفته ${served}، رهاکنندهٔ صف ${abandoned}.`,
    coarse: 'صدک‌ها از بازه‌هایی است که حسگر گزارش می‌دهد، پس تقریبی‌اند.',
    partial: 'دوره هنوز تمام نشده است.',
  },

  overTime: {
    title: 'در گذر زمان',
    by: 'گام',
    sizes: { '15m': 'ربع‌ساعتی', hour: 'ساعتی', day: 'روزانه', week: 'هفتگی', month: 'ماهانه' },
    wait: 'زمان انتظار',
    people: 'افراد',
    length: 'افراد در صف',
    mean: 'میانگین',
    spread: 'از نیمی تا ۹ نفر از ۱۰ نفر',
    target: 'هدف',
    estimated: 'میانگین برآوردی',
    served: 'خدمت‌گرفته',
    abandoned: 'صف را رها کردند',
    average: 'میانگین',
    most: 'بیشترین',
    gap: 'بدون داده',
    waitSentence: (by, wait, at) => `زمان انتظار، ${by}. بلندترین میانگین انتظار ${wait} است، ${at}.`,
    waitNone: (by) => `زمان انتظار، ${by}. داده‌ای نیست.`,
    peopleSentence: (by, served, abandoned) =>
      `افراد، ${by}: در مجموع ${served} نفر خدمت گرفتند و ${abandoned} نفر صف را رها کردند.`,
    lengthSentence: (by, people, at) => `افراد در صف، ${by}. بلندترین میانگین صف ${people} نفر است، ${at}.`,
    asTable: 'همین‌ها در جدول',
    columns: {
      step: 'زمان',
      served: 'خدمت‌گرفته',
      abandoned: 'صف را رها کردند',
      abandonmentRate: 'سهم رهاکنندگان',
      mean: 'میانگین انتظار',
      p50: 'نیمی حداکثر',
      p90: '۹ نفر از ۱۰ نفر حداکثر',
      p95: '۱۹ نفر از ۲۰ نفر حداکثر',
      serviceLevel: 'در حد هدف',
      service: 'زمان خدمت',
      averageLength: 'در صف، میانگین',
      maxLength: 'در صف، بیشترین',
      averageOpen: 'صندوق‌های باز',
      estimated: 'میانگین انتظار، برآورد',
    },
  },

  perQueue: {
    title: 'به تفکیک صف',
    table: 'شاخص‌ها به تفکیک صف',
    target: 'هدف',
    targetText: (share, wait) => `${share} حداکثر ${wait}`,
    total: 'همهٔ صف‌ها',
  },

  cost: {
    title: 'هزینهٔ انتظار',
    loading: 'در حال محاسبه…',
    failed: 'هزینهٔ انتظار محاسبه نشد',
    sentence: ({ from, to, wait, count, low, high }) =>
      `از ${from} تا ${to}، انتظار بیش از ${wait} احتمالاً حدود ${count} خرید را از دست داده است (بازهٔ ۹۵٪: ${low} تا ${high}).`,
    money: (amount, low, high) => `با میانگین خرید آن زمان، این ${amount} می‌شود (${low} تا ${high}).`,
    perMinute: (points) => `با هر دقیقه بیش از هدف، نرخ تبدیل ${points} واحد درصد پایین‌تر بود.`,
    basis: (quarters, dates, above) =>
      `بر پایهٔ ${quarters} ربع ساعت در ${dates} روز که ${above} ربع ساعت آن بالای هدف بود؛ تنها همان ساعت از همان روز هفته مقایسه می‌شود.`,
    nothing: 'چیزی نمی‌توان گفت.',
    silence: {
      waits:
        'انتظاری اندازه‌گیری نشده است: حسگر صف یا سامانهٔ نوبت‌دهی لازم است که مراجعه‌ها یا زمان انتظار را بفرستد؛ طول صف به‌تنهایی کافی نیست.',
      waitsInside: 'انتظار تنها بیرون از ساعت کاری اندازه‌گیری شده است.',
      entries: 'ورودی شمرده نشده است: یک شمارشگر کنار در لازم است.',
      purchases: 'خریدی نرسیده است: صندوقی لازم است که رسیدهایش را بفرستد.',
      together:
        'ورودی، خرید و انتظار هیچ‌گاه در یک ربع ساعت با هم کامل نبوده‌اند: دستگاه‌ها گزارش نمی‌دادند، کسی وارد نشده بود یا ورودی در بازه‌های بلندتر از یک ساعت می‌رسد.',
      neverAbove: 'در هیچ ربع ساعتی میانگین انتظار بالای هدف نبوده است: هزینه‌ای دیده نمی‌شود.',
      fewAbove: (least) =>
        `در یک روز هفته و ساعت، کمتر از ${least} ربع ساعت با انتظار بالای هدف در کنار ربع‌های زیر هدف یافت شد. دورهٔ بلندتری بگیرید.`,
      fewBelow: (least) =>
        `در یک روز هفته و ساعت، کمتر از ${least} ربع ساعت با انتظار در حد هدف برای مقایسه یافت شد. دورهٔ بلندتری بگیرید.`,
      fewDates: (least) => `کمتر از ${least} روز را می‌توان مقایسه کرد. دورهٔ بلندتری بگیرید.`,
      uncertain: 'نرخ تبدیل با انتظار بیش از آنچه تصادف توضیح می‌دهد پایین نیامده است: زیانی از این ارقام برنمی‌آید.',
      later:
        'هنگام انتظار خریدها کم شد و پس از آن برگشت: تا جایی که این ارقام می‌گویند خریدها دیرتر انجام شده‌اند و از دست نرفته‌اند.',
    },
    period: (from, to) => `از ${from} تا ${to}`,
  },

  targets: {
    title: 'هدف‌ها',
    lead: 'مردم چقدر می‌توانند منتظر بمانند، و چه سهمی از آن‌ها. تعداد صندوق‌های لازم با این هدف‌ها حساب می‌شود.',
    change: 'تغییر هدف‌ها',
    cancel: 'بدون تغییر بماند',
    name: 'نام',
    nameOf: (queue) => `نام ${queue}`,
    seconds: 'حداکثر انتظار، ثانیه',
    secondsOf: (queue) => `${queue}: حداکثر انتظار، ثانیه`,
    share: 'سهم افراد، ٪',
    shareOf: (queue) => `${queue}: سهم افراد، ٪`,
    save: 'ذخیرهٔ هدف‌ها',
    saving: 'در حال ذخیره…',
    saved: 'ذخیره شد. تعداد کسانی که زیاد منتظر مانده‌اند از نو شمرده می‌شود؛ برای گذشتهٔ دور چند دقیقه طول می‌کشد.',
    unsettable: (queue) => `برای ${queue} نمی‌توان هدف جداگانه گذاشت: نامش چیزی جز حروف کوچک لاتین، رقم و خط تیره دارد.`,
    wrong: 'ثانیه را عددی درست و دست‌کم ۱ و سهم را بین ۱ تا ۹۹٪ وارد کنید.',
  },
};
