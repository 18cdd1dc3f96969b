import type { Metric, MetricField } from './metric.ts';

const zoneFields: MetricField[] = [
  {
    key: 'green',
    name: { en: 'Green', ru: 'Зелёный', fa: 'سبز' },
    formula: 'Values within the green threshold, which is included',
    unit: 'observations',
  },
  {
    key: 'yellow',
    name: { en: 'Yellow', ru: 'Жёлтый', fa: 'زرد' },
    formula: 'Values within the yellow threshold, which is included, and not green',
    unit: 'observations',
  },
  {
    key: 'red',
    name: { en: 'Red', ru: 'Красный', fa: 'قرمز' },
    formula: 'All others that have a standard',
    unit: 'observations',
  },
  {
    key: 'shares',
    name: { en: 'Shares', ru: 'Доли', fa: 'سهم‌ها' },
    formula: 'Each of them / all three; null without any',
    unit: 'ratio',
  },
];

/** Standards kept and not, the customers’ voice, requests and checks. By business date; not cut by the window. */
export const serviceMetrics = [
  {
    key: 'zones',
    name: { en: 'Traffic light', ru: 'Светофор', fa: 'چراغ وضعیت' },
    formula: 'Observations sorted by the standard of their process and criterion, as it is set now; counts and shares',
    unit: 'group',
    inputs: ['service.value', 'standard.green', 'standard.yellow', 'standard.lowerIsBetter'],
    leftOut: 'Observations without a standard: kept, counted under observations, sorted nowhere.',
    fields: zoneFields,
  },
  {
    key: 'light',
    name: { en: 'Light', ru: 'Цвет светофора', fa: 'رنگ چراغ' },
    formula:
      'Of a criterion: red where more than 10 % are red, else green where at least 80 % are green, else yellow. Of a process, store or chain: the worst of its criteria’s',
    unit: 'light',
    inputs: ['zones'],
    leftOut: 'null with fewer than 5 observations.',
  },
  {
    key: 'nps',
    name: { en: 'Net promoter score (NPS)', ru: 'Индекс лояльности (NPS)', fa: 'شاخص خالص مروجان (NPS)' },
    formula:
      '% of 9–10 less % of 0–6. Interval: the adjusted Wald, three answers added of which ¾ promoters and ¾ detractors (Rocks 2016)',
    unit: 'points',
    inputs: ['service.score'],
    leftOut: 'null without answers; no interval below 2. Also before and after a contact, where answers say so.',
  },
  {
    key: 'csat',
    name: { en: 'Satisfied customers (CSAT)', ru: 'Удовлетворённость (CSAT)', fa: 'رضایت مشتری (CSAT)' },
    formula: 'Answers of 4–5 / all answers, of 1–5. Interval: Wilson’s',
    unit: 'ratio',
    inputs: ['service.score'],
    leftOut: 'null without answers; no interval below 2. Also before and after a contact, where answers say so.',
  },
  {
    key: 'csi',
    name: { en: 'Satisfaction index (CSI)', ru: 'Индекс удовлетворённости (CSI)', fa: 'شاخص رضایت مشتری (CSI)' },
    formula:
      'Σ weight·score / Σ weight·10. Interval: Student’s, the errors of the criteria added up since one customer answers several',
    unit: 'ratio',
    inputs: ['service.score', 'service.criterion', 'standard.weight'],
    leftOut:
      'A criterion’s weight is that of the standard of its name, first of process csi; 1 without one. null without answers; no interval below 2 to one criterion.',
  },
  {
    key: 'requests',
    name: { en: 'Requests and complaints', ru: 'Обращения и жалобы', fa: 'درخواست‌ها و شکایت‌ها' },
    formula: 'Each counts as opened, answered and resolved on its own dates; also by level',
    unit: 'group',
    inputs: ['service.openedAt', 'service.answeredAt', 'service.resolvedAt', 'service.level', 'service.category'],
    leftOut: 'Medians leave out those without both times, and those answered before they were opened.',
    fields: [
      {
        key: 'opened',
        name: { en: 'Opened', ru: 'Поступило', fa: 'ثبت‌شده' },
        formula: 'openedAt in the period',
        unit: 'requests',
      },
      {
        key: 'answered',
        name: { en: 'Answered', ru: 'Отвечено', fa: 'پاسخ‌داده‌شده' },
        formula: 'answeredAt in the period',
        unit: 'requests',
      },
      {
        key: 'resolved',
        name: { en: 'Resolved', ru: 'Решено', fa: 'حل‌شده' },
        formula: 'resolvedAt in the period',
        unit: 'requests',
      },
      {
        key: 'openNow',
        name: { en: 'Open now', ru: 'Открыто сейчас', fa: 'اکنون باز' },
        formula: 'Opened and not resolved at this moment, whatever the period',
        unit: 'requests',
      },
      {
        key: 'handedOver',
        name: { en: 'Handed over', ru: 'Передано на другой уровень', fa: 'ارجاع‌شده' },
        formula: 'Of those opened, those that more than one level was named of',
        unit: 'requests',
      },
      {
        key: 'medianHoursToAnswer',
        name: { en: 'Hours to the first answer', ru: 'Часов до ответа', fa: 'ساعت تا نخستین پاسخ' },
        formula: 'Median of answeredAt − openedAt of those answered in the period',
        unit: 'hours',
      },
      {
        key: 'medianHoursToResolve',
        name: { en: 'Hours to the solution', ru: 'Часов до решения', fa: 'ساعت تا حل' },
        formula: 'Median of resolvedAt − openedAt of those resolved in the period',
        unit: 'hours',
      },
      {
        key: 'firstContactRate',
        name: { en: 'Resolved at first contact', ru: 'Решено с первого обращения', fa: 'حل در نخستین تماس' },
        formula: 'Of those resolved: never at another level than the first, and resolved with the first answer',
        unit: 'ratio',
      },
      {
        key: 'answerZones',
        name: { en: 'Answers in time', ru: 'Ответы в срок', fa: 'پاسخ به‌موقع' },
        formula: 'Hours to answer sorted by the standard requests / hours-to-answer; null without it',
        unit: 'requests',
      },
      {
        key: 'resolveZones',
        name: { en: 'Solutions in time', ru: 'Решения в срок', fa: 'حل به‌موقع' },
        formula: 'Hours to resolve sorted by the standard requests / hours-to-resolve; null without it',
        unit: 'requests',
      },
      {
        key: 'causes',
        name: { en: 'Causes', ru: 'Причины', fa: 'علت‌ها' },
        formula: 'Those opened by category, the most frequent first, with their share and that of all up to them',
        unit: 'requests',
      },
    ],
  },
  {
    key: 'standards',
    name: { en: 'Standards checks', ru: 'Проверки стандартов', fa: 'بازرسی استانداردها' },
    formula: 'Mystery visits and audits by a checklist',
    unit: 'group',
    inputs: ['service.standard', 'service.items'],
    leftOut: 'null without items; no interval of one check.',
    fields: [
      {
        key: 'checks',
        name: { en: 'Checks', ru: 'Проверки', fa: 'بازرسی‌ها' },
        formula: 'Number of checks in the period',
        unit: 'checks',
      },
      {
        key: 'passedShare',
        name: { en: 'Items passed', ru: 'Доля выполненных пунктов', fa: 'سهم بندهای رعایت‌شده' },
        formula:
          'Items passed / items. Interval: Wilson’s over as many items as they are worth by the design effect between checks',
        unit: 'ratio',
      },
      {
        key: 'repeatedFailures',
        name: { en: 'Repeated failures', ru: 'Повторные нарушения', fa: 'خطاهای تکراری' },
        formula: 'Items failed in two or more checks, and in how many of the latest in a row',
        unit: 'checks',
      },
    ],
  },
] as const satisfies readonly Metric[];
