import type { Translation } from '../language/translation.ts';
import type { zoneMessages as english } from './zoneMessages.ts';

export const zoneMessages: Translation<typeof english> = {
  title: 'ناحیه‌هایی که صف هستند',
  lead: 'ناحیه‌هایی که این دستگاه از آن‌ها خبر داده است. صفی را که در هر کدام می‌ایستد انتخاب کنید؛ بقیه جایی شمرده نمی‌شوند.',
  noQueues: 'این فروشگاه هنوز صفی ندارد: در صفحهٔ «صف» یکی بیفزایید و سپس اینجا انتخاب کنید.',
  none: 'بدون صف',
  own: (zone) => `صف جداگانه: ${zone}`,
  label: (zone) => (zone === '' ? 'تنها ناحیهٔ آن' : `ناحیهٔ ${zone}`),
  waiting: (count) => `آخرین بار ${count} نفر منتظر`,
  unseen: 'در این مدت دیده نشده',
  save: 'ذخیرهٔ صف‌ها',
  saving: 'در حال ذخیره…',
  saved: 'ذخیره شد. هرچه از این پس برسد آنجا شمرده می‌شود.',
};
