import type { Translation } from '../language/translation.ts';
import type { observeMessages as english } from './observeMessages.ts';

export const observeMessages: Translation<typeof english> = {
  title: 'مشاهده',
  lead: 'مسیر یک مشتری را در کنار استاندارد اندازه بگیرید. در این مدت به شبکه نیاز نیست و از کسی نام برده نمی‌شود.',
  process: 'فرایند',
  noStandards: 'هنوز استانداردی نیست',
  noStandardsText: 'مالک می‌تواند آن‌ها را از الگوی فروشگاه، کافه، داروخانه یا شعبهٔ بانک بردارد.',
  noStore: 'هنوز فروشگاهی نیست. نخست یکی بسازید.',
  yes: 'بله',
  no: 'نه',
  start: 'آغاز زمان‌سنج',
  stop: 'توقف زمان‌سنج',
  startOf: (name) => `آغاز زمان‌سنج: ${name}`,
  stopOf: (name) => `توقف زمان‌سنج: ${name}`,
  clear: 'پاک کردن',
  clearOf: (name) => `پاک کردن: ${name}`,
  wrong: 'یک عدد بنویسید.',
  faults: {
    belowZero: 'این هرگز کمتر از صفر نیست: صفر یا بیشتر بنویسید.',
    aboveHundred: 'سهم هرگز بیش از ۱۰۰٪ نیست: از ۰ تا ۱۰۰ بنویسید.',
    notYesOrNo: 'بله یا نه را انتخاب کنید.',
  },
  correctFirst: (name) => `هنوز چیزی نگه داشته نشده: نخست «${name}» را اصلاح کنید.`,
  far: (name, value) => `${name}\n\nاین از استاندارد بسیار دور است: ${value}. درست است؟`,
  save: 'ذخیره و مشتری بعدی',
  nothing: 'هنوز چیزی اندازه گرفته نشده: دست‌کم یک سطر را پر کنید.',
  isRunning: 'زمان‌سنجی هنوز کار می‌کند: نخست آن را متوقف کنید.',
  kept: (count) => `${count} مشاهده نگه داشته شد.`,
  observed: (name, value) => `${name}: ${value}`,
};
