import type { Metric } from './metric.ts';

/** People past the door and through it, and how many of them come in and buy. */
export const peopleMetrics = [
  {
    key: 'passersBy',
    name: { en: 'Passers-by', ru: 'Прохожие', fa: 'رهگذران' },
    formula:
      'How many people walked past the shop. Exactly: Σ passersBy of the devices that measure it; plus entries where the store says passersByIncludesEntrants: false',
    unit: 'people',
    inputs: ['counts.passersBy', 'store.passersByIncludesEntrants', 'entries'],
    leftOut:
      'What fell outside the window (unless hours=all); intervals in quarantine. null where no device measures it, or none was observed and none sent one.',
  },
  {
    key: 'entries',
    name: { en: 'Entries', ru: 'Входы', fa: 'ورودی' },
    formula:
      'How many people came in from the street. Exactly: Σ over street entrances of in − staffIn (countAs: in), out − staffOut (out), or half of both together (average; halves are kept)',
    unit: 'people',
    inputs: ['counts.in', 'counts.staffIn', 'counts.out', 'counts.staffOut', 'entrance.kind', 'entrance.countAs'],
    leftOut:
      'Staff; entrances that are not of kind street; what fell outside the window (see outsideHours). null where no device measures it, or none was observed and none sent one.',
  },
  {
    key: 'exits',
    name: { en: 'Exits', ru: 'Выходы', fa: 'خروجی' },
    formula: 'How many people went out to the street. Exactly: Σ out − staffOut over street entrances',
    unit: 'people',
    inputs: ['counts.out', 'counts.staffOut', 'entrance.kind'],
    leftOut:
      'Staff; entrances that are not of kind street; what fell outside the window. null where nobody measures it.',
  },
  {
    key: 'captureRate',
    name: { en: 'Capture rate', ru: 'Доля зашедших', fa: 'نرخ جذب' },
    formula:
      'How many of those who walked past came in. Exactly: entries / passersBy, both over the 15-minute buckets valid for both',
    unit: 'ratio',
    inputs: ['entries', 'passersBy', 'coverage'],
    leftOut:
      'Buckets of which a device of either step covers less than 80 %. null where no passer-by was counted in valid buckets; above 1 it is shown as it is, with the flag capture_over_100.',
  },
  {
    key: 'conversionRate',
    name: { en: 'Conversion rate', ru: 'Конверсия', fa: 'نرخ تبدیل' },
    formula:
      'How many of those who came in bought. Exactly: purchases / entries, both over the 15-minute buckets valid for both',
    unit: 'ratio',
    inputs: ['purchases', 'entries', 'coverage'],
    leftOut:
      'Buckets of which a device of either step covers less than 80 %. null where nobody came in in valid buckets; above 1 it is shown as it is, with the flag conversion_over_100.',
  },
  {
    key: 'captureInterval',
    name: { en: 'Capture rate, 95 % interval', ru: 'Доля зашедших, интервал 95 %', fa: 'بازهٔ ۹۵٪ نرخ جذب' },
    formula: 'Wilson score interval [low, high] of captureRate, z = 1.959963984540054',
    unit: 'interval',
    inputs: ['captureRate'],
    leftOut: 'null where the numerator exceeds the denominator, either is negative, or there is nothing to divide by.',
  },
  {
    key: 'conversionInterval',
    name: { en: 'Conversion rate, 95 % interval', ru: 'Конверсия, интервал 95 %', fa: 'بازهٔ ۹۵٪ نرخ تبدیل' },
    formula: 'Wilson score interval [low, high] of conversionRate, z = 1.959963984540054',
    unit: 'interval',
    inputs: ['conversionRate'],
    leftOut: 'null where the numerator exceeds the denominator, either is negative, or there is nothing to divide by.',
  },
] as const satisfies readonly Metric[];
