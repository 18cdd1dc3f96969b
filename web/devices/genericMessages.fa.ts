import type { Translation } from '../language/translation.ts';
import type { genericMessages as english } from './genericMessages.ts';

export const genericMessages: Translation<typeof english> = {
  title: 'نشان دادن فیلدها',
  lead: 'یک پیام دستگاه را بچسبانید. یک نقش را انتخاب کنید و سپس مقداری از پیام را که آن نقش را دارد.',
  sample: 'یک پیام دستگاه',
  sampleWrong: 'این JSON نیست. یک پیام کامل را از { تا } بچسبانید.',
  role: 'چه چیزی نشان داده شود',
  unset: 'تعیین‌نشده',
  clear: 'پاک کردن',
  clearOf: (role) => `پاک کردن ${role}`,
  point: (path, role) => `استفاده از ${path} برای «${role}»`,
  result: 'آنچه Lintel می‌خواند',
  pick: (role) => `اکنون مقدار «${role}» را انتخاب کنید`,
  tree: 'پیام',
  example: 'شروع از یک نمونه (اختیاری)',
  noExample: 'بدون نمونه: فیلدها را نشان می‌دهم',
  more: 'واژه‌ها، واحدها، ساعت و پالایه‌ها',
};
