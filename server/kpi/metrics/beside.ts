import type { Metric } from './metric.ts';

const entries = { en: 'Entries', ru: 'Входы', fa: 'ورودی' };
const purchases = { en: 'Purchases', ru: 'Покупки', fa: 'خریدها' };
const passersBy = { en: 'Passers-by', ru: 'Прохожие', fa: 'رهگذران' };

const missed = 'Σ over the step’s devices and their gaps of usual rate × missing time × level of the date';

/** What is estimated, shown beside the measured figures and marked: never in their place, in no rate and in no rank. */
export const besideMetrics = [
  {
    key: 'estimates',
    name: { en: 'Estimated in gaps', ru: 'Оценка пропусков', fa: 'برآورد وقفه‌ها' },
    formula:
      'What is missing in gaps inside opening hours: the same weekday’s rate in each quarter of an hour over the last 8 weeks, times the time missing, times how busy the date is; with a 95 % interval from the errors the same method makes on those dates',
    unit: 'group',
    inputs: ['passersBy', 'entries', 'purchases', 'coverage', 'store.openingHours'],
    leftOut:
      'Only with estimates=true. null where nothing is missing. Not estimated with fewer than 4 earlier dates that cover the same quarters. In no rate, rank, usual, alert or export column but its own.',
    fields: [
      { key: 'passersBy', name: passersBy, formula: missed, unit: 'people' },
      { key: 'entries', name: entries, formula: missed, unit: 'people' },
      { key: 'purchases', name: purchases, formula: missed, unit: 'receipts' },
    ],
  },
  {
    key: 'occupancy',
    name: { en: 'People inside', ru: 'Посетителей внутри', fa: 'افراد داخل' },
    formula:
      'Σ in − Σ out since the date began, never below 0; the direction that the doors miss made up for by the median of (in − out) / max(in, out) at the closings of the last 14 dates',
    unit: 'group',
    inputs: ['counts.in', 'counts.out', 'counts.staffIn', 'counts.staffOut', 'coverage'],
    leftOut:
      'null where a door counts one direction only, coverage is below 70 %, in and out differ by more than a quarter, or the store is closed. An estimate: in no rate and in no rank.',
    fields: [
      {
        key: 'people',
        name: { en: 'Inside now', ru: 'Сейчас внутри', fa: 'اکنون داخل' },
        formula: 'Corrected Σ in − Σ out at the end of the quarter of an hour, or now',
        unit: 'people',
      },
      {
        key: 'averagePeople',
        name: { en: 'Inside on average', ru: 'В среднем внутри', fa: 'میانگین افراد داخل' },
        formula: 'Time-weighted mean of the people inside over the quarters that are known',
        unit: 'people',
      },
      {
        key: 'averageStaySeconds',
        name: { en: 'Average stay', ru: 'Среднее время в магазине', fa: 'میانگین مدت حضور' },
        formula: 'Little’s law W = L / λ: mean people inside / entries in a unit of time',
        unit: 'seconds',
      },
    ],
  },
] as const satisfies readonly Metric[];
