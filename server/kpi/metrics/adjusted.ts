import type { Metric } from './metric.ts';

/** What the counters would have counted by their audits: beside the measured figures, never in their place. */
export const adjustedMetrics = [
  {
    key: 'adjusted',
    name: {
      en: 'Adjusted by counts by hand',
      ru: 'С поправкой на ручной подсчёт',
      fa: 'تعدیل‌شده با شمارش دستی',
    },
    formula:
      'Every counter’s people multiplied with Σ manual / Σ device over its audits of the last 90 days, direction by direction; the rates follow from them by the formulas of the measured ones',
    unit: 'group',
    inputs: ['entries', 'audits'],
    leftOut:
      'Everything where a counter has counted in the period that no audit speaks for (named in withoutAudit). Only on the funnel, with adjusted=true.',
    fields: [
      {
        key: 'entriesAdjusted',
        name: { en: 'Entries, adjusted', ru: 'Входы с поправкой', fa: 'ورودی تعدیل‌شده' },
        formula: 'Σ entries of each counter × its factor; parts of a person are kept',
        unit: 'people',
      },
      {
        key: 'captureRateAdjusted',
        name: { en: 'Capture rate, adjusted', ru: 'Доля зашедших с поправкой', fa: 'نرخ جذب تعدیل‌شده' },
        formula: 'adjusted entries / passersBy over the buckets valid for both',
        unit: 'ratio',
      },
      {
        key: 'conversionRateAdjusted',
        name: { en: 'Conversion rate, adjusted', ru: 'Конверсия с поправкой', fa: 'نرخ تبدیل تعدیل‌شده' },
        formula: 'purchases / adjusted entries over the buckets valid for both',
        unit: 'ratio',
      },
      {
        key: 'salesPerVisitorAdjustedMinor',
        name: {
          en: 'Sales per visitor, adjusted',
          ru: 'Выручка на посетителя с поправкой',
          fa: 'فروش به‌ازای هر نفر، تعدیل‌شده',
        },
        formula: 'netSales / adjusted entries over the buckets valid for both, rounded half away from zero',
        unit: 'minor',
      },
    ],
  },
] as const satisfies readonly Metric[];
