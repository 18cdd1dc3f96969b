import type { Translation } from '../language/translation.ts';
import type { figureMessages as english } from './figureMessages.ts';

export const figureMessages: Translation<typeof english> = {
  ask: (figure) => `${figure}: این شاخص چیست؟`,
  formula: 'روش محاسبه',
  leftOut: 'آنچه در نظر گرفته نمی‌شود',
  failed: 'توضیح این شاخص بارگذاری نشد. این پنجره را ببندید و دوباره تلاش کنید.',
  unknown: 'هنوز چیزی دربارهٔ این شاخص نوشته نشده است.',
  download: 'دریافت آنچه نمایش داده می‌شود',
  csv: 'CSV',
  xlsx: 'اکسل',
  asCsv: 'دریافت آنچه نمایش داده می‌شود با قالب CSV',
  asXlsx: 'دریافت آنچه نمایش داده می‌شود به‌صورت پروندهٔ اکسل',
  notSaved: 'پرونده ساخته نشد. صفحه را تازه کنید و باز تلاش کنید.',
};
