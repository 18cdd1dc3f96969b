import type { Metric } from './metric.ts';

const entries = { en: 'Entries', ru: 'Входы', fa: 'ورودی' };
const purchases = { en: 'Purchases', ru: 'Покупки', fa: 'خریدها' };
const netSales = { en: 'Net sales', ru: 'Чистая выручка', fa: 'فروش خالص' };
const passersBy = { en: 'Passers-by', ru: 'Прохожие', fa: 'رهگذران' };

const shareOfStep = 'observed / expected time of the devices of this step';

/** How far the figures can be trusted, and what they leave aside. */
export const qualityMetrics = [
  {
    key: 'coverage',
    name: { en: 'Coverage', ru: 'Полнота данных', fa: 'پوشش داده' },
    formula:
      'Per step: observed / expected time of its devices inside opening hours, from installed to removed and before now',
    unit: 'group',
    inputs: ['counts.start', 'counts.end', 'status', 'store.openingHours', 'device.installedAt', 'device.removedAt'],
    leftOut:
      'Time with a problem and time when ingest was not connected are not observed. null where nothing is expected.',
    fields: [
      { key: 'passersBy', name: passersBy, formula: shareOfStep, unit: 'ratio' },
      { key: 'entries', name: entries, formula: shareOfStep, unit: 'ratio' },
      { key: 'purchases', name: purchases, formula: shareOfStep, unit: 'ratio' },
    ],
  },
  {
    key: 'outsideHours',
    name: { en: 'Outside opening hours', ru: 'Вне часов работы', fa: 'بیرون از ساعت کاری' },
    formula: 'What fell outside the window: opening hours widened by 30 minutes at both ends',
    unit: 'group',
    inputs: ['entries', 'purchases', 'netSalesMinor', 'store.openingHours'],
    leftOut: 'As the figures of these names. The same with hours=open and hours=all.',
    fields: [
      { key: 'entries', name: entries, formula: 'entries outside the window', unit: 'people' },
      { key: 'purchases', name: purchases, formula: 'purchases outside the window', unit: 'receipts' },
      { key: 'netSalesMinor', name: netSales, formula: 'netSalesMinor outside the window', unit: 'minor' },
    ],
  },
  {
    key: 'otherChannels',
    name: { en: 'Other channels', ru: 'Другие каналы', fa: 'کانال‌های دیگر' },
    formula: 'Receipts whose channel is not store (pickup, delivery, …), by the rules of purchases and net sales',
    unit: 'group',
    inputs: ['sales.channel', 'sales.total', 'sales.type'],
    leftOut: 'Voided receipts and training. null where no till feeds the store.',
    fields: [
      {
        key: 'transactions',
        name: { en: 'Transactions', ru: 'Чеки', fa: 'تراکنش‌ها' },
        formula: 'Number of sales and paying exchanges of other channels',
        unit: 'receipts',
      },
      { key: 'netSalesMinor', name: netSales, formula: 'Their gross sales less their returns', unit: 'minor' },
    ],
  },
  {
    key: 'flags',
    name: { en: 'Flags', ru: 'Отметки', fa: 'نشانه‌ها' },
    formula: 'Warnings that travel with the figures of a period',
    unit: 'flag',
    inputs: ['coverage', 'entries', 'exits', 'purchases', 'passersBy'],
    leftOut: 'A flag that is not raised is not listed.',
    fields: [
      {
        key: 'low_coverage',
        name: { en: 'Low coverage', ru: 'Неполные данные', fa: 'پوشش کم' },
        formula: 'The coverage of any step is below 70 %: figures that use it take no part in ranks and usuals',
        unit: 'flag',
      },
      {
        key: 'coarse',
        name: { en: 'Coarse', ru: 'Грубые интервалы', fa: 'بازه‌های درشت' },
        formula:
          'Intervals longer than an hour were spread over it: 15-minute and hourly rates leave their buckets out',
        unit: 'flag',
      },
      {
        key: 'conversion_over_100',
        name: { en: 'Conversion over 100 %', ru: 'Конверсия больше 100 %', fa: 'نرخ تبدیل بالای ۱۰۰٪' },
        formula: 'conversionRate > 1',
        unit: 'flag',
      },
      {
        key: 'capture_over_100',
        name: { en: 'Capture over 100 %', ru: 'Доля зашедших больше 100 %', fa: 'نرخ جذب بالای ۱۰۰٪' },
        formula: 'captureRate > 1',
        unit: 'flag',
      },
      {
        key: 'sales_without_entries',
        name: { en: 'Sales without entries', ru: 'Продажи без входов', fa: 'فروش بدون ورود' },
        formula: 'purchases > 0 and entries = 0',
        unit: 'flag',
      },
      {
        key: 'entry_exit_imbalance',
        name: { en: 'Entries and exits differ', ru: 'Входы и выходы расходятся', fa: 'ناهمخوانی ورود و خروج' },
        formula:
          'Over dates that are over, of devices that measure both: max(in, out) ≥ 50 and |in − out| / max(in, out) > 10 %; not in 15-minute and hourly steps',
        unit: 'flag',
      },
      {
        key: 'partial',
        name: { en: 'Not over yet', ru: 'Ещё не закончено', fa: 'هنوز تمام نشده' },
        formula: 'The period is not over',
        unit: 'flag',
      },
    ],
  },
] as const satisfies readonly Metric[];
