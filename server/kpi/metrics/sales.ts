import type { Metric } from './metric.ts';

/** Receipts and money. Amounts are goods after discounts, with tax, without tips, gift-card loads and deposits. */
export const salesMetrics = [
  {
    key: 'purchases',
    name: { en: 'Purchases', ru: 'Покупки', fa: 'خریدها' },
    formula:
      'How many times somebody bought something. Exactly: Number of sales (of 0 too) and of exchanges with total > 0',
    unit: 'receipts',
    inputs: ['sales.type', 'sales.total', 'sales.channel'],
    leftOut:
      'Voided receipts, training, channels other than store, and what fell outside the window. null where no till feeds the store, or none was observed and none sent one.',
  },
  {
    key: 'grossSalesMinor',
    name: { en: 'Gross sales', ru: 'Валовая выручка', fa: 'فروش ناخالص' },
    formula: 'Σ total of purchases',
    unit: 'minor',
    inputs: ['sales.type', 'sales.total'],
    leftOut: 'As purchases.',
  },
  {
    key: 'returnsMinor',
    name: { en: 'Returns', ru: 'Возвраты', fa: 'مرجوعی‌ها' },
    formula: 'Σ total of returns + Σ |total| of exchanges with total ≤ 0, each on its own date',
    unit: 'minor',
    inputs: ['sales.type', 'sales.total'],
    leftOut: 'Voided receipts, training, channels other than store, and what fell outside the window.',
  },
  {
    key: 'netSalesMinor',
    name: { en: 'Net sales', ru: 'Чистая выручка', fa: 'فروش خالص' },
    formula:
      'What customers paid for goods, less what they got back for returned ones. Exactly: grossSalesMinor − returnsMinor',
    unit: 'minor',
    inputs: ['grossSalesMinor', 'returnsMinor'],
    leftOut: 'As gross sales and returns.',
  },
  {
    key: 'netSalesExTaxMinor',
    name: { en: 'Net sales without tax', ru: 'Чистая выручка без налога', fa: 'فروش خالص بدون مالیات' },
    formula: 'netSalesMinor − (Σ tax of purchases − Σ tax of returns)',
    unit: 'minor',
    inputs: ['netSalesMinor', 'sales.tax'],
    leftOut: 'null unless every receipt with an amount other than 0 carries its tax.',
  },
  {
    key: 'items',
    name: { en: 'Items sold', ru: 'Продано товаров', fa: 'اقلام' },
    formula: 'Σ items of purchases',
    unit: 'items',
    inputs: ['sales.items'],
    leftOut: 'Receipts that carry no items. null where there are purchases and none carries any.',
  },
  {
    key: 'unitsPerTransaction',
    name: { en: 'Units per transaction', ru: 'Товаров в чеке', fa: 'اقلام در هر خرید' },
    formula: 'How many pieces one purchase has on average. Exactly: items / purchases that carry items',
    unit: 'items per receipt',
    inputs: ['items', 'purchases'],
    leftOut: 'Purchases that carry no items; null where none does.',
  },
  {
    key: 'averageCheckMinor',
    name: { en: 'Average check', ru: 'Средний чек', fa: 'میانگین خرید' },
    formula: 'How much one purchase brings on average. Exactly: netSalesMinor / purchases, rounded half away from zero',
    unit: 'minor',
    inputs: ['netSalesMinor', 'purchases'],
    leftOut: 'null without purchases.',
  },
  {
    key: 'salesPerVisitorMinor',
    name: { en: 'Sales per visitor', ru: 'Выручка на посетителя', fa: 'فروش به‌ازای هر نفر' },
    formula:
      'How much each person who came in brings on average, whether they bought or not. Exactly: netSalesMinor / entries, both over the 15-minute buckets valid for entries and purchases, rounded half away from zero',
    unit: 'minor',
    inputs: ['netSalesMinor', 'entries', 'coverage'],
    leftOut: 'Buckets of which a device of either step covers less than 80 %; null where nobody came in in valid ones.',
  },
] as const satisfies readonly Metric[];
