import { Spoken } from './checkTold.ts';
import type { PlanWords } from './planText.ts';

const fa = new Spoken('fa-u-ca-persian-nu-arabext');
const units: Readonly<Record<string, string>> = { s: 'ثانیه', min: 'دقیقه', h: 'ساعت', '%': '٪' };

export const persianPlan: PlanWords = {
  notDone: ({ name, missed, of }) =>
    `${apart(name)}: ${fa.count(missed)} بار از ${fa.count(of)} بار انجام نشده (${fa.percent(missed / of)}).`,
  standing: ({ name, outside, red, of, mean, green, unit, isLowerBetter }) => {
    const reds = red === 0 ? 'هیچ‌کدام قرمز نیست' : `${fa.count(red)} تای آن قرمز است`;
    const bound = `${isLowerBetter ? 'حداکثر' : 'دست‌کم'} ${value(green, unit)}`;
    return `${apart(name)}: ${fa.count(outside)} از ${fa.count(of)} بیرون از سبز (${fa.percent(outside / of)})، ${reds}؛ سبز یعنی ${bound}. ملاک همین سهم است، نه میانگین (${value(mean, unit)}).`;
  },
  turn: (was, is) =>
    `رو به ${is > was ? 'بدتر' : 'بهتر'} شدن است: پیش‌تر ${fa.percent(was)} قرمز بود و در هفته‌های اخیر ${fa.percent(is)}.`,
  next: (level) => {
    if (level === 1) return 'به خط نخست نشان دهید چگونه انجام می‌شود و هفتهٔ آینده دوباره مشاهده کنید.';
    if (level === 2) return 'از کارشناس بخواهید بیابد چه چیزی مانع سبز شدن است و هفتهٔ آینده دوباره مشاهده کنید.';
    if (level === 3) return 'در سطح مدیریت تصمیم بگیرید چه چیزی عوض شود: افراد، ساعت‌ها، تجهیزات یا خود استاندارد.';
    return 'در استانداردها پاسخ‌گو و سطحی برایش تعیین کنید تا کسی درستش کند.';
  },
};

/** A name in another script does not turn the sentence round: it is set between the marks of an isolate. */
function apart(name: string): string {
  return `\u2068${name}\u2069`;
}

function value(number: number | null, unit: string | null): string {
  return `${fa.decimal(number ?? 0)}${unit === null || unit === '' ? '' : ` ${units[unit] ?? unit}`}`;
}
