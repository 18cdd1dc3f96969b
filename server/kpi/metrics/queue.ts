import type { Metric, MetricField } from './metric.ts';

const percentile =
  'Nearest rank over a sketch of all of them that adds up exactly over buckets, queues and stores; within 1 %';

function distribution(of: string): MetricField[] {
  return [
    {
      key: 'mean',
      name: { en: 'On average', ru: 'В среднем', fa: 'میانگین' },
      formula: `Σ ${of} / those it is known of`,
      unit: 'seconds',
    },
    {
      key: 'p50',
      name: { en: 'Half wait no longer', ru: 'Медиана', fa: 'میانه' },
      formula: percentile,
      unit: 'seconds',
    },
    {
      key: 'p90',
      name: { en: '9 of 10 no longer', ru: '90-й процентиль', fa: 'صدک ۹۰' },
      formula: percentile,
      unit: 'seconds',
    },
    {
      key: 'p95',
      name: { en: '19 of 20 no longer', ru: '95-й процентиль', fa: 'صدک ۹۵' },
      formula: percentile,
      unit: 'seconds',
    },
  ];
}

/** Waiting, by queue and in all, by the bucket in which somebody joined. */
export const queueMetrics = [
  {
    key: 'served',
    name: { en: 'Served', ru: 'Обслужено', fa: 'خدمت‌گرفته' },
    formula: 'Visits whose outcome is served, or that were called where no outcome is given; plus served of statistics',
    unit: 'people',
    inputs: ['queue.outcome', 'queue.calledAt', 'queue.served'],
    leftOut:
      'Who still waits; who left without being called; what joined outside the window (unless hours=all). null where neither visits nor statistics came.',
  },
  {
    key: 'abandoned',
    name: { en: 'Gave up', ru: 'Ушли, не дождавшись', fa: 'صف را رها کردند' },
    formula: 'Visits whose outcome is abandoned, or that left without being called; plus abandoned of statistics',
    unit: 'people',
    inputs: ['queue.outcome', 'queue.leftAt', 'queue.abandoned'],
    leftOut: 'As served. null where only statistics came that do not say who gave up.',
  },
  {
    key: 'abandonmentRate',
    name: { en: 'Share who gave up', ru: 'Доля ушедших, не дождавшись', fa: 'سهم رهاکنندگان صف' },
    formula: 'abandoned / (served + abandoned)',
    unit: 'ratio',
    inputs: ['abandoned', 'served'],
    leftOut: 'null where nobody was served and nobody gave up, or only statistics came that do not say who gave up.',
  },
  {
    key: 'waitSeconds',
    name: { en: 'Wait', ru: 'Ожидание', fa: 'زمان انتظار' },
    formula:
      'How long people stood in the queue before it was their turn. Exactly: calledAt − joinedAt of the served; means of statistics weighted by their served',
    unit: 'group',
    inputs: ['queue.joinedAt', 'queue.calledAt', 'queue.meanWaitSeconds', 'queue.waitBins'],
    leftOut:
      'Who gave up or still waits; negative times. Never the estimate. Percentiles from bins put people at equal distances inside theirs and carry the flag coarse.',
    fields: distribution('waits'),
  },
  {
    key: 'serviceSeconds',
    name: { en: 'Service time', ru: 'Время обслуживания', fa: 'زمان خدمت' },
    formula: 'leftAt − calledAt of the served',
    unit: 'group',
    inputs: ['queue.calledAt', 'queue.leftAt'],
    leftOut: 'Visits without either time; negative times.',
    fields: distribution('service times'),
  },
  {
    key: 'serviceLevel',
    name: { en: 'Served within the target', ru: 'Обслужено в пределах цели', fa: 'خدمت در حد هدف' },
    formula:
      'How many of those in the queue did not wait longer than you want them to. Exactly: Those who waited no longer than the queue’s target (180 s where none is set) / those whose wait is known',
    unit: 'ratio',
    inputs: ['waitSeconds', 'queue.targetSeconds', 'queue.waitBins'],
    leftOut:
      'Who gave up. Of a bin that the target cuts, the part below it by linear interpolation; of one without end nobody.',
  },
  {
    key: 'averageLength',
    name: { en: 'People waiting', ru: 'Средняя длина очереди', fa: 'میانگین طول صف' },
    formula: 'Σ length × time / Σ known time; of several queues together it is that of an average queue',
    unit: 'people',
    inputs: ['queue.length'],
    leftOut: 'A sample holds until the next of its device and queue, for at most 10 minutes; other time is not known.',
  },
  {
    key: 'maxLength',
    name: { en: 'Longest queue', ru: 'Наибольшая длина очереди', fa: 'بیشترین طول صف' },
    formula: 'The greatest length of any sample',
    unit: 'people',
    inputs: ['queue.length'],
    leftOut: 'null without samples.',
  },
  {
    key: 'averageOpen',
    name: { en: 'Tills open', ru: 'Открыто касс', fa: 'صندوق‌های باز' },
    formula: 'Σ open × time / Σ time of which it is known',
    unit: 'tills',
    inputs: ['queue.open'],
    leftOut: 'null where no sample says how many tills are open.',
  },
  {
    key: 'estimatedWaitSeconds',
    name: { en: 'Wait, estimated', ru: 'Ожидание, оценка', fa: 'زمان انتظار، برآورد' },
    formula: 'Little’s law W = L / λ: average length / purchases in a second of the same known time',
    unit: 'group',
    inputs: ['averageLength', 'purchases'],
    leftOut:
      'Only where lengths are measured and waits are not; by queue only where the store has one. An estimate: never in waitSeconds, serviceLevel or queueCost.',
    fields: [
      {
        key: 'mean',
        name: { en: 'On average', ru: 'В среднем', fa: 'میانگین' },
        formula: 'Σ average lengths / purchases per second',
        unit: 'seconds',
      },
    ],
  },
] as const satisfies readonly Metric[];

/** The queue at this moment, and what it cost: answers of their own. */
export const queueBesideMetrics = [
  {
    key: 'queueNow',
    name: { en: 'Queue now', ru: 'Очередь сейчас', fa: 'صف اکنون' },
    formula:
      'The latest sample of the last 10 minutes; else visits of the last 4 hours that joined and were not called',
    unit: 'group',
    inputs: ['queue.length', 'queue.open', 'queue.joinedAt', 'sales.at', 'sales.till', 'queue.targetSeconds'],
    leftOut: 'null, and why, where it cannot be known. An estimate: in no figure of a period.',
    fields: [
      {
        key: 'length',
        name: { en: 'Waiting now', ru: 'Сейчас ждут', fa: 'اکنون در صف' },
        formula: 'People waiting',
        unit: 'people',
      },
      {
        key: 'openTills',
        name: { en: 'Tills open now', ru: 'Сейчас открыто касс', fa: 'صندوق‌های باز اکنون' },
        formula: 'As the sensor says; else tills with a receipt in the last 15 minutes',
        unit: 'tills',
      },
      {
        key: 'expectedWaitSeconds',
        name: { en: 'Wait of who joins now', ru: 'Ожидание вставшего сейчас', fa: 'انتظار تازه‌وارد' },
        formula: 'length × mean service time / tills open',
        unit: 'seconds',
      },
      {
        key: 'needed',
        name: { en: 'Tills needed', ru: 'Нужно касс', fa: 'صندوق‌های لازم' },
        formula:
          'The fewest with which the target share waits no longer than the target, by Erlang C with the Allen–Cunneen factor (never below 1), now and in 30 minutes; now also length × mean service / target',
        unit: 'tills',
      },
    ],
  },
  {
    key: 'queueCost',
    name: { en: 'What waiting cost', ru: 'Во что обошлось ожидание', fa: 'هزینهٔ انتظار' },
    formula:
      'Conversion by 15 minutes regressed on minutes waited above the target, with weekday and hour held, weighted by entries; 95 % interval by drawing whole dates again',
    unit: 'group',
    inputs: ['conversionRate', 'waitSeconds', 'entries', 'averageCheckMinor', 'queue.targetSeconds'],
    leftOut:
      'Said only of 20 dates or more, with 30 quarters above the target and 30 below it in the same hours of the week, and where the interval leaves 0 out, also with purchases counted when their buyers joined (later is not lost); else null, and why. Estimated waits. Who leaves is seen in part: a careful figure.',
    fields: [
      {
        key: 'lostPurchases',
        name: { en: 'Purchases lost', ru: 'Потеряно покупок', fa: 'خریدهای ازدست‌رفته' },
        formula: '−slope × Σ entries × minutes above the target',
        unit: 'receipts',
      },
      {
        key: 'lostNetSalesMinor',
        name: { en: 'Net sales lost', ru: 'Потеряно выручки', fa: 'فروش خالص ازدست‌رفته' },
        formula: 'lostPurchases × the average check of the same quarters',
        unit: 'minor',
      },
      {
        key: 'conversionPerMinute',
        name: { en: 'Conversion for each minute', ru: 'Конверсия за минуту', fa: 'تغییر نرخ تبدیل در هر دقیقه' },
        formula: 'The slope: change of the conversion rate with each minute above the target',
        unit: 'ratio',
      },
    ],
  },
] as const satisfies readonly Metric[];
