import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { trendsMessages as english } from './trendsMessages.ts';

const strongestOn = [
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
] as const;

export const trendsMessages: Translation<typeof english> = {
  title: (store) => `${store}: динамика`,
  noStore: 'Магазинов пока нет',
  noStoreText:
    'Здесь видно, как меняются показатели магазина. Они появятся, когда магазин будет настроен и его устройства начнут считать.',
  failed: 'Не удалось загрузить показатели',

  options: 'Вид',
  kpi: 'Показатель',
  kpis: {
    passersBy: 'Прохожие',
    captureRate: 'Доля зашедших',
    entries: 'Входы',
    exits: 'Выходы',
    conversionRate: 'Конверсия',
    purchases: 'Покупки',
    netSalesMinor: 'Чистая выручка',
    averageCheckMinor: 'Средний чек',
    salesPerVisitorMinor: 'Выручка на посетителя',
    unitsPerTransaction: 'Товаров в чеке',
    grossSalesMinor: 'Валовая выручка',
    returnsMinor: 'Возвраты',
    waitSeconds: 'Среднее ожидание',
    serviceLevel: 'Ждали не дольше цели',
    abandonmentRate: 'Ушли, не дождавшись',
    served: 'Обслужено',
    averageLength: 'Людей в очереди',
    green: 'Наблюдения в зелёной зоне',
    nps: 'NPS',
    csat: 'CSAT',
    csi: 'CSI',
    passedShare: 'Стандарты выполнены',
  },
  groups: { people: 'Люди', sales: 'Продажи', queue: 'Очередь', service: 'Сервис' },
  by: 'Шаг',
  sizes: { '15m': '15 мин', hour: 'Часы', day: 'Дни', week: 'Недели', month: 'Месяцы' },
  figures: 'Вид данных',
  restated: 'Уточнено',
  reported: 'Как в отчёте',
  restatedHint: 'Показатели на сегодня: с опоздавшими данными и исправлениями.',
  reportedHint: 'Каждый день таким, каким он был, когда закончился.',
  withoutReport: (dates) =>
    plural(dates, {
      one: `Отчёта нет за ${dates} день: он показан как сейчас.`,
      few: `Отчёта нет за ${dates} дня: они показаны как сейчас.`,
      many: `Отчёта нет за ${dates} дней: они показаны как сейчас.`,
      other: `Отчёта нет за ${dates} дня: они показаны как сейчас.`,
    }),
  estimates: 'Оценка пропусков',
  zoomOut: 'Шире',
  helpPick: {
    hour: 'Нажмите на час, чтобы увидеть его по четвертям.',
    day: 'Нажмите на день, чтобы увидеть его по часам.',
    week: 'Нажмите на неделю, чтобы увидеть её по дням.',
    month: 'Нажмите на месяц, чтобы увидеть его по дням.',
  },
  helpRange: 'Проведите мышью по графику, чтобы приблизить; с клавиатуры — Shift со стрелками, затем Enter.',
  helpFinger: 'Проведите пальцем вбок по графику, чтобы приблизить.',

  bySize: {
    '15m': 'по четвертям часа',
    hour: 'по часам',
    day: 'по дням',
    week: 'по неделям',
    month: 'по месяцам',
  },
  chartName: (kpi, bySize) => `${kpi} ${bySize}`,
  sentence: (kpi, span, total) => `${kpi}, ${span}: всего ${total}.`,
  sentenceRange: ({ least, leastAt, most, mostAt }) =>
    `Меньше всего — ${least}, ${leastAt}; больше всего — ${most}, ${mostAt}.`,
  soFar: {
    '15m': 'На данный момент: последняя четверть часа ещё не закончилась.',
    hour: 'На данный момент: последний час ещё не закончился.',
    day: 'На данный момент: последний день ещё не закончился.',
    week: 'На данный момент: последняя неделя ещё не закончилась.',
    month: 'На данный момент: последний месяц ещё не закончился.',
  },
  listed: (parts) => parts.join(', '),
  at: (date, time) => `${date}, ${time}`,
  nothing: 'За это время ничего не измерено.',
  nothingText:
    'Выберите другое время или другой показатель либо посмотрите в разделе «Данные», что прислали устройства.',

  versus: { previous: 'чем за предыдущий период', year: 'чем год назад', usual: 'чем обычно' },
  more: (change, versus) => `На ${change} больше, ${versus}`,
  less: (change, versus) => `На ${change} меньше, ${versus}`,
  morePoints: (points, versus) =>
    plural(points, {
      one: `На ${points} пункт больше, ${versus}`,
      few: `На ${points} пункта больше, ${versus}`,
      many: `На ${points} пунктов больше, ${versus}`,
      other: `На ${points} пункта больше, ${versus}`,
    }),
  lessPoints: (points, versus) =>
    plural(points, {
      one: `На ${points} пункт меньше, ${versus}`,
      few: `На ${points} пункта меньше, ${versus}`,
      many: `На ${points} пунктов меньше, ${versus}`,
      other: `На ${points} пункта меньше, ${versus}`,
    }),
  same: (versus) => `Не больше и не меньше, ${versus}`,
  behind: { previous: 'Предыдущий период', year: 'Год назад', usual: 'Обычно' },
  tooLittle: {
    previous: 'За предыдущий период данных слишком мало, чтобы сравнить итоги.',
    year: 'За прошлый год данных слишком мало, чтобы сравнить итоги.',
    usual: 'Данных слишком мало, чтобы сравнить итоги с обычными.',
  },
  noUsual:
    'Обычное значение известно по дням, часам и четвертям часа: это медиана тех же дней недели за восемь недель.',
  compare: 'Сравнить',
  compared: { none: 'Без сравнения', previous: 'Предыдущий период', year: 'Год назад', usual: 'Обычно' },
  interval: (interval) => `Интервал 95 %: ${interval}`,

  legend: {
    figure: 'Измерено',
    partial: 'На данный момент',
    estimate: 'Оценка пропущенного',
    interval: 'Интервал 95 %',
    gap: 'Нет данных',
  },
  tooltip: {
    behind: (name, value) => `${name}: ${value}`,
    estimated: (people) => `По оценке, пропущено ещё ${people}`,
    partial: 'ещё не закончилось',
    gap: 'Нет данных: ничего не измерено',
    none: 'Показателя нет',
    ahead: 'Ещё впереди',
  },

  table: {
    title: 'То же в таблице',
    time: 'Время',
    change: 'Изменение',
    low: 'Интервал, от',
    high: 'Интервал, до',
    estimate: 'Оценка пропущенного',
    marks: 'Праздники и заметки',
    open: (time) => `Открыть: ${time}`,
    total: 'Всего',
  },

  week: {
    title: 'Неделя',
    mean: 'В среднем за каждый час',
    rate: 'По каждому часу недели за все дни вместе',
    sentence: (kpi, span) => `${kpi} по дням недели и часам, ${span}`,
    corner: 'День недели',
    cornerHours: 'Час',
    cell: ({ weekday, clock, value }, hours) =>
      plural(hours, {
        one: `${weekday}, ${clock}: ${value}, по ${hours} часу`,
        other: `${weekday}, ${clock}: ${value}, по ${hours} часам`,
      }),
    closedCell: (weekday, clock) => `${weekday}, ${clock}: закрыто`,
    noCell: (weekday, clock) => `${weekday}, ${clock}: нет данных`,
    pattern: ({ strongest, above, weakest, below }) =>
      `Больше всего — по ${strongestOn[strongest]}, на ${above} выше среднего дня; меньше всего — по ${strongestOn[weakest]}, на ${below} ниже.`,
    patternRate: ({ strongest, high, weakest, low }) =>
      `Выше всего — по ${strongestOn[strongest]}, ${high}; ниже всего — по ${strongestOn[weakest]}, ${low}.`,
    noPattern: 'Ни один день недели не выделяется, или дней слишком мало, чтобы судить.',
    tooShort: 'Часы недели видны начиная с одной недели: выберите период длиннее.',
    tooLong: 'Часы недели складываются не больше чем за год: выберите период короче.',
    byDayOnly: 'Сервис хранится по дням: по часам показать нечего.',
  },

  notes: {
    title: 'Праздники и заметки',
    add: 'Добавить заметку',
    none: 'На это время ничего не отмечено.',
    hint: 'Запишите, что повлияло на показатели: ярмарка, ремонт улицы, новые цены.',
    noCountry: 'Праздники для этого магазина неизвестны. Страна выбирается в настройках.',
    unknownCountry: (country) => `Для «${country}» праздники неизвестны. Выберите другую страну в настройках.`,
    holiday: 'Праздник',
    of: { all: 'Все магазины', region: 'Регион', store: 'Этот магазин' },
    stores: (stores) =>
      plural(stores, {
        one: `${stores} магазин`,
        few: `${stores} магазина`,
        many: `${stores} магазинов`,
        other: `${stores} магазина`,
      }),
    by: (author) => `автор: ${author}`,
    change: (words) => `Изменить заметку «${words}»`,
    dialogNew: 'Новая заметка',
    dialogChange: 'Изменить заметку',
    words: 'Что произошло',
    from: 'С',
    to: 'По',
    about: 'Для чего',
    save: 'Сохранить',
    cancel: 'Отмена',
    remove: 'Удалить',
    order: 'Последний день не может быть раньше первого.',
    missing: 'Напишите, что произошло.',
    saved: 'Заметка сохранена.',
    removed: 'Заметка удалена.',
  },
};
