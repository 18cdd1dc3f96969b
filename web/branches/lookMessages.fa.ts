import type { Translation } from '../language/translation.ts';
import type { lookMessages as english } from './lookMessages.ts';

export const lookMessages: Translation<typeof english> = {
  title: 'نخست این‌ها را ببینید',
  looking: 'در حال یافتن نکته‌های مهم…',
  failed: 'نکته‌های مهم بارگذاری نشد.',
  some: (branches) => `${branches} شعبه نیاز به بررسی دارد`,
  nothing:
    'نکتهٔ خاصی نیست: هیچ شمارشگری بی‌صدا نیست و هیچ شعبه‌ای پایین‌تر از حد معمول خود یا بسیار پایین‌تر از دیگران نیست.',
  nothingUnjudged:
    'هیچ شمارشگری بی‌صدا نیست و هیچ شعبه‌ای بسیار پایین‌تر از دیگران نیست. حد معمول چنین دوره‌ای هنوز معلوم نیست.',
  withoutToday: 'شاخص‌ها بدون امروز؛ دستگاه‌ها چنان که اکنون هستند.',
  more: (branches) => `و ${branches} شعبهٔ دیگر`,
  belowOthers: (value, low) =>
    `سهم کمتری از واردشدگان نسبت به شعبه‌های دیگر خرید می‌کنند: ${value}؛ فقط با تصادف دست‌کم ${low} می‌بود.`,
  noOtherBranch: 'هیچ شعبهٔ دیگری نیاز به بررسی ندارد.',
  otherBranches: (branches) => `${branches} شعبهٔ دیگر نیاز به بررسی دارد`,
};
