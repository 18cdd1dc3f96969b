import type { Translation } from '../language/translation.ts';
import type { chartMessages as english } from './chartMessages.ts';

export const chartMessages: Translation<typeof english> = {
  failed: 'نمودار بار نشد. عددهای آن در جدول هست.',
  explore: (chart) => `${chart}: با کلیدهای جهت‌نما در نمودار حرکت کنید`,
  pick: 'کلید Enter همان‌جا را باز می‌کند.',
  range: 'با Shift و کلیدهای جهت‌نما بازه‌ای را انتخاب کنید؛ Enter فقط همان را نشان می‌دهد.',
  chosen: (from, to) => `از ${from} تا ${to}`,
  noData: 'بدون داده',
};
