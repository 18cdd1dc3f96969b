import { currencyDigits } from '../../../db/vocabulary/currency.ts';
import { type CheckText, type CheckWords, lengthOf, openTimeOf, Spoken, type Told } from './checkTold.ts';

const fa = new Spoken('fa-u-ca-persian-nu-arabext');

const units = { seconds: 'ثانیه', minutes: 'دقیقه', hours: 'ساعت', days: 'روز' } as const;

/** What does not fit, and what to do about it, in Persian. */
export const persianChecks: CheckWords = {
  never_reported: ({ name }) => ({
    text: `«${name}» هنوز چیزی نفرستاده است.`,
    action: 'بررسی کنید برق و شبکه دارد و نشانی، نام کاربری و رمزش همان است که اینجا تنظیم شده.',
  }),
  silence: (told) => ({
    text: told.isOffline
      ? `«${told.name}»${since(told)} آفلاین است، ${openTime(told)}.`
      : `از «${told.name}»${since(told)} چیزی نرسیده است، ${openTime(told)}.`,
    action: 'برق و شبکهٔ آن را بررسی کنید. آنچه در این مدت شمرده شاید هنوز برسد؛ تا آن زمان این مدت وقفه است.',
  }),
  problem: (told) => ({
    text: `«${told.name}»${since(told)} می‌گوید مشکلی دارد: ${told.finding.figures['problem']}.`,
    action: 'از نزدیک نگاهش کنید. شمارش‌های این مدت نگه داشته می‌شود ولی قابل اعتماد نیست.',
  }),
  battery_low: ({ name, finding }) => ({
    text: `باتری «${name}» به ${fa.percent(Number(finding.figures['percent']) / 100)} رسیده است.`,
    action: 'پیش از آنکه شمارش قطع شود باتری را عوض کنید.',
  }),
  clock_skew: clockWords,
  clock_unset: ({ name, finding: { figures } }) => ({
    text: `ساعت «${name}» ${figures['reason'] === 'frozen' ? 'ایستاده است' : 'هیچ‌گاه تنظیم نشده است'}: ${fa.count(figures['reports'])} گزارش آن در زمان رسیدن شمرده شد.`,
    action: 'ساعتش را تنظیم کنید، ترجیحاً از شبکه (NTP): آنچه دیر برسد در زمان نادرست شمرده می‌شود.',
  }),
  flat_line: flatWords,
  in_out_balance: balanceWords,
  conversion_over_100: ({ finding: { figures } }) => ({
    text: `${fa.count(figures['purchases'])} خرید، اما تنها ${fa.count(figures['entries'])} نفر وارد شده‌اند، ${days(figures['days'])}: خرید از ورود بیشتر است.`,
    action: 'شمارشگرِ در کسانی را نمی‌شمارد یا دری شمارشگر ندارد. چند دقیقه کنارش دستی بشمارید و مقایسه کنید.',
  }),
  sales_without_traffic: (told) => ({
    text: `${fa.count(told.finding.figures['purchases'])} خرید ${between(told)}، ولی درها کسی را نشمرده‌اند.`,
    action:
      'شمارشگرِ در پوشیده، چرخیده یا خاموش بوده است. نگاهش کنید؛ اگر شمارش این مدت به کار نمی‌آید آن را کنار بگذارید.',
  }),
  share_shift: ({ finding: { figures } }) => ({
    text: `سهم «${figures['entrance']}» از کل ورودی در آخرین روزش ${fa.percent(figures['share'])} بود؛ معمولاً ${fa.percent(figures['usual'])} است.`,
    action:
      'اگر چیزی کنار درها تغییر نکرده (درِ بسته، کارهای ساختمانی)، یکی از شمارشگرها جابه‌جا یا پوشیده شده است: همه را نگاه کنید.',
  }),
  missing_receipts: missingWords,
};

function missingWords({ store, name, finding: { figures } }: Told): CheckText {
  const { shifts, receipts, missingMinor } = figures;
  const sum = { currency: store.currency, digits: currencyDigits(store.currency) };
  const lacking = [
    ...(Number(receipts) > 0 ? [`${fa.count(receipts)} رسید`] : []),
    ...(missingMinor === undefined ? [] : [`${fa.money(Number(missingMinor), sum)} فروش`]),
  ];
  return {
    text: `«${name}» در ${fa.count(shifts)} نوبت از ۷ روز گذشته بیش از آنچه رسیده گزارش کرده است: ${lacking.join(' و ')} کم است.`,
    action:
      'گزارش‌های Z آن را در صفحهٔ «داده‌ها» با آنچه رسیده مقایسه کنید. رسیدهای جامانده را دوباره از صندوق بفرستید یا از پرونده وارد کنید: آنچه هست یک بار شمرده می‌شود.',
  };
}

function clockWords({ name, finding: { figures } }: Told): CheckText {
  const seconds = Number(figures['seconds']);
  if (Number(figures['refused']) > 0) {
    return {
      text: `ساعت «${name}» بیش از ۵ دقیقه جلو است: ${fa.count(figures['refused'])} گزارش آن در آینده است و پذیرفته نشد.`,
      action: 'ساعتش را تنظیم کنید، ترجیحاً از شبکه (NTP)، سپس گزارش‌هایش را در قرنطینه دوباره امتحان کنید.',
    };
  }
  const { unit, value } = lengthOf(Math.abs(seconds));
  const length = `${fa.count(value)} ${units[unit]}`;
  return {
    text:
      seconds < 0
        ? `ساعت «${name}» ${length} جلو است.`
        : `ساعت «${name}» ${length} عقب است، یا گزارش‌هایش همیشه همین‌قدر دیر می‌رسند.`,
    action: 'ساعتش را تنظیم کنید، ترجیحاً از شبکه (NTP): مراجعه‌ها و رسیدها در ربع ساعتِ نادرست می‌افتند.',
  };
}

function flatWords(told: Told): CheckText {
  const { step, usual } = told.finding.figures;
  const isTill = step === 'purchases';
  const what = isTill ? 'چیزی نفروخته' : 'کسی را نشمرده';
  return {
    text: `«${told.name}» گزارش می‌دهد ولی ${between(told)} ${what} است؛ حتی در روزی خلوت حدود ${fa.count(usual)} می‌شد.`,
    action: isTill
      ? 'اگر صندوق کار می‌کرده، رسیدهایش نمی‌رسد: اتصال صندوق و Lintel را بررسی کنید.'
      : 'ببینید پوشیده، چرخیده یا در برابر نور نباشد. اگر فروشگاه بسته بوده، آن را در ساعت کاری وارد کنید.',
  };
}

function balanceWords({ name, finding: { deviceId, figures } }: Told): CheckText {
  const isOutMissed = Number(figures['in']) > Number(figures['out']);
  const where = deviceId === null ? 'درها' : `«${name}»`;
  return {
    text: `${days(figures['days'])} ${where} ${fa.count(figures['in'])} ورود و ${fa.count(figures['out'])} خروج شمرده، با ${fa.percent(figures['share'])} اختلاف: هر که وارد شود باید خارج شود.`,
    action: isOutMissed
      ? 'خارج‌شدگان شمرده نمی‌شوند یا واردشدگان دو بار شمرده می‌شوند. نصب شمارشگر را بررسی کنید و اینکه کسی از جایی بدون شمارشگر خارج نشود.'
      : 'واردشدگان شمرده نمی‌شوند یا خارج‌شدگان دو بار شمرده می‌شوند. نصب شمارشگر را بررسی کنید و اینکه کسی از جایی بدون شمارشگر وارد نشود.',
  };
}

function openTime(told: Told): string {
  const { unit, value } = openTimeOf(told);
  return `${fa.count(value)} ${units[unit]} از ساعت کاری`;
}

function since(told: Told): string {
  return told.finding.since === null ? '' : ` از ${fa.moment(told.store.timezone, told.finding.since)}`;
}

function between({ store, finding: { since: from, until } }: Told): string {
  if (from === null) return '';
  if (until === null) return `از ${fa.moment(store.timezone, from)}`;
  return `از ${fa.moment(store.timezone, from)} تا ${fa.clock(store.timezone, until)}`;
}

function days(value: number | string | undefined): string {
  return Number(value) === 1 ? 'در آخرین روز کامل' : `در ${fa.count(value)} روز کامل گذشته`;
}
