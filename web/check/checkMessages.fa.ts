import type { Translation } from '../language/translation.ts';
import type { checkMessages as english } from './checkMessages.ts';

export const checkMessages: Translation<typeof english> = {
  title: 'بازرسی یک استاندارد',
  lead: 'چک‌لیست را در فروشگاه پر کنید. در این مدت به شبکه نیاز نیست؛ عکسی گرفته نمی‌شود و نامی پرسیده نمی‌شود.',
  list: 'چک‌لیست',
  items: (count) => `${count} بند`,
  start: 'آغاز بازرسی',
  noLists: 'هنوز چک‌لیستی نیست',
  noListsText: 'مالک می‌تواند یکی را از الگوی فروشگاه، کافه، داروخانه یا شعبهٔ بانک بردارد و تغییر دهد.',
  noStore: 'هنوز فروشگاهی نیست. نخست یکی بسازید.',

  progress: (done, all) => `${done} از ${all} دیده شد`,
  passed: 'رعایت شد',
  failed: 'رعایت نشد',
  clear: 'پاک کردن این پاسخ',
  agree: 'توافق بر سر اقدام',
  agreed: 'آنچه توافق شد',
  what: 'چه کاری باید انجام شود',
  role: 'چه کسی انجام می‌دهد (نقش، نه نام)',
  dueOn: 'تا چه زمانی',
  dropAction: 'توافقی نشد',
  incomplete: 'بگویید چه کاری باید انجام شود و کدام نقش انجام می‌دهد، یا «توافقی نشد» را بزنید.',
  pastDue: 'این تاریخ گذشته است. امروز یا روزی دیرتر را انتخاب کنید.',
  finish: 'پایان بازرسی',
  nothing: 'هنوز چیزی دیده نشده: دست‌کم یک بند را علامت بزنید.',
  leftOut: (count) => `${count} بند دیده نشده و به شمار نمی‌آید.`,
  discard: 'دور انداختن',
  discardSure: 'این بازرسی دور انداخته شود؟ دیگر برنمی‌گردد.',
  result: (passed, items, share) => `${passed} از ${items} رعایت شد، ${share}`,
  actions: (count) => `${count} توافق`,
};
