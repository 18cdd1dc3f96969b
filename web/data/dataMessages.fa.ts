import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { dataMessages as english } from './dataMessages.ts';

export const dataMessages: Translation<typeof english> = {
  instant: (day, clock) => `${day}، ساعت ${clock}`,
  title: 'داده‌ها',
  failed: 'دستگاه‌ها بارگذاری نشد',
  noDevices: 'هنوز دستگاهی راه‌اندازی نشده است',
  noDevicesText: 'شمارشگر بالای در یا صندوق فروشگاه را اضافه کنید؛ ساعت‌های آن خودبه‌خود اینجا پیدا می‌شود.',
  addDevice: 'افزودن دستگاه یا صندوق',
  measureNames: { entries: 'ورودی', passersBy: 'رهگذران', queue: 'صف', sales: 'فروش', service: 'خدمات' },

  coverage: {
    title: 'ساعت‌های پوشش‌داده‌شده',
    failed: 'ساعت‌های پوشش‌داده‌شده بارگذاری نشد',
    allGood: 'در ساعت کاری ۷ روز گذشته هیچ شمارشگر یا صندوقی یک ربع ساعت بی‌صدا نبوده است.',
    allGoodSince: (when) =>
      `از ${when} که نخستین دستگاه شروع به گزارش دادن کرد، هیچ شمارشگر یا صندوقی در ساعت کاری یک ربع ساعت بی‌صدا نبوده است.`,
    someGaps: (devices) =>
      plural(devices, { other: `${devices} دستگاه در ۷ روز گذشته وقفه داشته؛ اکنون همه گزارش می‌دهند.` }),
    someSilent: (devices) => plural(devices, { other: `${devices} دستگاه اکنون گزارش نمی‌دهد.` }),
    nothingDue: 'در ۷ روز گذشته داده‌ای انتظار نمی‌رفت: فروشگاه بسته بود یا هنوز چیزی نصب نشده است.',
    device: 'دستگاه',
    total: '۷ روز',
    legend: { covered: 'پوشش‌داده‌شده', missing: 'بدون داده', closed: 'بسته' },
    notJudged: 'ساعت‌ها سنجیده نمی‌شود: فقط وقتی داده می‌فرستد که چیزی برای گفتن باشد.',
    cell: (day, share) => `${day}: پوشش ${share}`,
    cellNothing: (day) => `${day}: داده‌ای انتظار نمی‌رفت`,
    hour: (from, to, share) => `${from} تا ${to}: پوشش ${share}`,
    hourNothing: (from, to) => `${from} تا ${to}: داده‌ای انتظار نمی‌رفت`,
    days: 'ساعت‌های ۷ روز گذشته',
    day: 'روز',
  },

  gaps: {
    title: 'وقفه‌ها و سکوت‌ها',
    lead: 'بخشی از ساعت کاری ۷ روز گذشته که دستگاه در آن دیده نشده است. وقفه هرگز صفر شمرده نمی‌شود.',
    none: 'در ۷ روز گذشته وقفه‌ای نبود',
    since: (when) => `از ${when}`,
    sinceBefore: (day) => `از پیش از ${day}`,
    until: (when) => `تا ${when}`,
    span: (from, to) => `${from} تا ${to}`,
    missing: (length) => `${length} از ساعت کاری`,
    going: 'هنوز گزارش نمی‌دهد',
    why: {
      taken_out: 'با دست کنار گذاشته شده',
      problem: 'دستگاه مشکلی را اعلام کرده',
      offline: 'دستگاه گفته آفلاین است',
      lintel_away: 'خود Lintel چیزی دریافت نکرده',
      never_reported: 'هنوز گزارشی نداده',
      silent: 'چیزی نرسیده',
    },
    problem: (problem) => `دستگاه مشکلی را اعلام کرده: ${problem}`,
    more: (count) => `نمایش ${count} مورد دیگر`,
  },

  aside: {
    title: 'بیرون از آمار',
    quarantine: 'در قرنطینه',
    held: 'معلق تا تصمیم‌گیری',
    takenOut: 'زمان کنار گذاشته‌شده',
    audited: 'شمارشگر بررسی‌شده با شمارش دستی در ۹۰ روز',
    ofAll: (some, all) => `${some} از ${all}`,
  },

  checks: {
    title: 'آنچه باید بررسی شود',
    lead: 'Lintel شاخص‌ها را با هم و با حالت معمول می‌سنجد و می‌گوید چه چیزی جور درنمی‌آید.',
    failed: 'بررسی‌ها بارگذاری نشد',
    none: 'همه چیز با هم جور است',
    noneText: 'هیچ دستگاهی یک ربع ساعت از ساعت کاری بی‌صدا نبوده و هیچ شمارشی با شمارش دیگر تناقض ندارد.',
    quarantined: (messages) => plural(messages, { other: `${messages} پیام در قرنطینه منتظر است` }),
    seeGaps: 'هیچ شمارشی با شمارش دیگر تناقض ندارد، ولی دستگاهی گزارش نمی‌دهد: وقفه‌ها را در کنار ببینید.',
    severities: { high: 'فوری', medium: 'نیازمند بررسی', low: 'به‌زودی' },
    since: (when) => `از ${when}`,
    span: (from, to) => `${from} تا ${to}`,
    over: (span) => `${span}، تمام شده`,
    wholeStore: 'کل فروشگاه',
    count: (count) => plural(count, { other: `${count} مورد برای بررسی` }),
    elsewhere: 'در فروشگاه‌های دیگر',
  },

  device: {
    coverage: '۷ روز گذشته',
    checks: 'بررسی‌ها',
    noChecks: 'داده‌های این دستگاه با چیز دیگری در تناقض نیست.',
    about: 'بیشتر دربارهٔ دستگاه',
    profile: 'پروفایل',
    mode: 'گزارش می‌دهد',
    modes: { interval: 'افراد در هر بازه', cumulative: 'جمع انباشته', event: 'هر عبور جداگانه' },
    entrance: 'در',
    installed: 'نصب',
    removed: 'برداشتن',
    lastReport: 'آخرین گزارش دربارهٔ',
    battery: 'باتری',
    firmware: 'میان‌افزار',
    corrections: 'گزارش‌های اصلاح‌شده',
    unplaced: 'معلق، بدون زمان',
    unplacedText: (people) =>
      plural(people, {
        other: `${people} نفر از وقفه‌های بیش از یک روز. زمان آمدنشان معلوم نیست، پس در هیچ آماری نیستند.`,
      }),
    noUnplaced: 'هیچ: میان خوانش‌های آن هرگز بیش از یک روز فاصله نبوده است.',
  },

  held: {
    title: 'معلق',
    lead: 'جمع آن بیش از شمار کسانی بالا رفت که می‌توانستند در آن زمان بگذرند. تا تصمیم شما چیزی از آن شمرده نمی‌شود.',
    none: 'اختلاف معلقی برای این شمارشگر نیست.',
    noneHere: 'چیزی معلق نیست: هیچ شمارشگری در این فروشگاه بیش از توان عبور افراد بالا نرفته است.',
    dropped: 'کنار گذاشته‌شده',
    count: (what, from, to) => `${what} از ${from} تا ${to}`,
    in: (count) => `${count} ورود`,
    out: (count) => `${count} خروج`,
    passersBy: (count) => `${count} رهگذر`,
    line: (line) => `خط ${line}`,
    accept: 'پذیرفتن',
    drop: 'کنار گذاشتن',
    acceptTitle: 'این افراد با این همه شمرده شوند؟',
    acceptText: (what) =>
      `${what} در آمار آن زمان می‌آید و روزهای گذشته شاید بازنگری شود. بعداً هم می‌توانید آن را کنار بگذارید.`,
    dropTitle: 'این افراد کنار گذاشته شوند؟',
    dropText: (what) => `${what} هرگز در هیچ آماری نمی‌آید. خود خوانش نگه داشته می‌شود.`,
    cancel: 'انصراف',
    accepted: 'پذیرفته شد؛ آمار به‌روز می‌شود.',
    droppedNow: 'کنار گذاشته شد؛ چیزی از آن شمرده نمی‌شود.',
  },

  corrections: {
    title: 'اصلاح‌ها',
    lead: 'آنچه معلق، کنار گذاشته یا در صندوق کم است. همهٔ این‌ها بازگشت‌پذیر است و در گزارش تغییرات می‌آید.',
  },
};
