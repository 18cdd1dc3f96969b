import type { Translation } from '../language/translation.ts';
import type { adjustedMessages as english } from './adjustedMessages.ts';

export const adjustedMessages: Translation<typeof english> = {
  title: 'اگر شمارشگرها همه را می‌دیدند',
  lead: 'تعدیل‌شده با شمارش‌های دستی. شاخص‌های بالا همان اندازه‌گیری‌شده‌ها هستند.',
  entriesAdjusted: 'ورودی',
  captureRateAdjusted: 'نرخ جذب',
  conversionRateAdjusted: 'نرخ تبدیل',
  salesPerVisitorAdjustedMinor: 'فروش به‌ازای هر نفر',
  measured: (value) => `اندازه‌گیری‌شده ${value}`,
  toAudits: 'شمارشگرها چقدر درست می‌شمارند',
};
