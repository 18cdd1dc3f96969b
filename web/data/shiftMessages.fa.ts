import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { shiftMessages as english } from './shiftMessages.ts';

export const shiftMessages: Translation<typeof english> = {
  title: 'نوبت‌های صندوق‌ها',
  lead: 'آنچه هر صندوق هنگام بستن نوبت گفته (گزارش Z)، در کنار رسیدهایی که رسیده. ۷ روز گذشته.',
  failed: 'نوبت‌ها بارگذاری نشد',
  none: 'در ۷ روز گذشته هیچ صندوقی از نوبتی خبر نداده است. صندوق‌هایی که گزارش Z می‌فرستند، مانند پایانه‌های Evotor، خبر می‌دهند.',
  states: { complete: 'کامل', missing: 'رسید کم است', unsaid: 'چیزی برای مقایسه نیست' },
  sales: (count, sum) =>
    count === null ? `فروش به مبلغ ${sum}` : plural(count, { other: `${count} فروش به مبلغ ${sum}` }),
  returns: (count, sum) =>
    count === null ? `مرجوعی به مبلغ ${sum}` : plural(count, { other: `${count} مرجوعی به مبلغ ${sum}` }),
  receipts: (count) => plural(count, { other: `${count} رسید` }),
  said: (what) => `به گفتهٔ صندوق: ${what}.`,
  arrived: (what) => `رسیده: ${what}.`,
  missing: (what) => `کم است: ${what}.`,
};
