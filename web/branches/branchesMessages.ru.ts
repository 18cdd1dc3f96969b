import { type Count, plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { branchesMessages as english } from './branchesMessages.ts';

const came = (people: Count): string =>
  plural(people, {
    one: `вошёл ${people} человек`,
    few: `вошли ${people} человека`,
    many: `вошли ${people} человек`,
    other: `вошли ${people} человека`,
  });

const inBranches = (branches: Count): string =>
  plural(branches, {
    one: `В ${branches} магазин`,
    few: `В ${branches} магазина`,
    many: `В ${branches} магазинов`,
    other: `В ${branches} магазина`,
  });

const branchesOf = (branches: Count): string =>
  plural(branches, { one: `${branches} магазина`, other: `${branches} магазинов` });

export const branchesMessages: Translation<typeof english> = {
  title: 'Магазины',
  failed: 'Не удалось загрузить магазины',
  seriesFailed: 'Не удалось загрузить графики. На показатели это не влияет.',
  none: 'Магазинов пока нет',
  noneText: 'Как только появится магазин, он встанет здесь рядом с другими.',
  noneViewer: 'Вам ещё не открыли ни одного магазина. Попросите доступ у владельца.',
  setUp: 'Добавить первый магазин',
  add: 'Добавить магазин',
  notYet: (stores) => `Этот день ещё не начался: ${stores}.`,

  head: {
    conversion: (people, branches, conversion) => `${inBranches(branches)} ${came(people)}, купили ${conversion}.`,
    unlike: (better, worse) =>
      `Не случайно выше общей конверсия у ${branchesOf(better)}, ниже — у ${branchesOf(worse)}.`,
    alike: 'Все различия конверсии между магазинами можно объяснить случайностью.',
  },

  views: {
    label: 'Вид',
    table: 'Таблица',
    plot: 'Входы и конверсия',
    multiples: 'Рядом',
  },

  filter: {
    find: 'Найти магазин',
    region: 'Регион',
    allRegions: 'Все регионы',
    tags: 'Метки',
    clear: 'Показать все магазины',
    nothing: 'Ни один магазин не подходит',
    nothingText: 'Уберите название, регион или метку.',
    shown: (shown, all) => `${shown} из ${branchesOf(all)}`,
  },

  chooser: {
    open: 'Показатели',
    title: 'Показатели в таблице',
    usual: 'Обычный набор',
    groups: {
      funnel: 'С улицы до кассы',
      sales: 'Продажи',
      queue: 'Очередь',
      service: 'Сервис',
      data: 'Насколько можно верить',
    },
    metric: 'Линия показывает',
  },

  columns: {
    passersBy: 'Прохожие',
    captureRate: 'Доля зашедших',
    entries: 'Входы',
    exits: 'Выходы',
    purchases: 'Покупки',
    conversionRate: 'Конверсия',
    place: 'Место по конверсии',
    netSalesMinor: 'Чистая выручка',
    grossSalesMinor: 'Валовая выручка',
    returnsMinor: 'Возвраты',
    netSalesExTaxMinor: 'Выручка без налога',
    averageCheckMinor: 'Средний чек',
    salesPerVisitorMinor: 'Выручка на посетителя',
    items: 'Продано товаров',
    unitsPerTransaction: 'Товаров в чеке',
    queueWait: 'Среднее ожидание',
    queueP90: '9 из 10 ждали не больше',
    queueLevel: 'В пределах цели',
    queueLeft: 'Ушли, не дождавшись',
    queueLength: 'В очереди',
    serviceGreen: 'Сервис: зелёный',
    nps: 'NPS',
    csat: 'Довольны (CSAT)',
    csi: 'Индекс CSI',
    requests: 'Открыто обращений',
    checks: 'Стандарты выполнены',
    coverage: 'Полнота данных',
  },

  table: {
    branch: 'Магазин',
    course: (span) => `График, ${span}`,
    sort: (figure) => `Сортировать: ${figure}`,
    all: (branches) =>
      branches.value === 2
        ? 'Оба магазина'
        : plural(branches, {
            one: `${branches} магазин`,
            few: `Все ${branches} магазина`,
            many: `Все ${branches} магазинов`,
            other: `Все ${branches} магазина`,
          }),
    change: 'Изменение',
    changeOf: (figure, then) => `${figure}: изменение по сравнению с ${then}`,
    low: 'Данные есть меньше чем за 70 % времени: показатель может сильно отличаться и в порядке не участвует.',
    places: (best, worst) => `${best}–${worst}`,
    placesHint: 'Где интервалы пересекаются, порядок неизвестен, а значит, и место.',
    standings: {
      farBelow: 'намного ниже, чем объясняет случайность',
      below: 'ниже, чем объясняет случайность',
      within: 'в пределах случайности',
      above: 'выше, чем объясняет случайность',
      farAbove: 'намного выше, чем объясняет случайность',
    },
    hint: '▲ и ▼: конверсия за пределами, в которые попали бы одинаковые магазины. Рядом с долей — её интервал 95 %. Полнота данных — по входам; под ней — что ещё измерено меньше чем на 70 %.',
    courseOf: (branch, figure) => `${branch}: график, ${figure}`,
  },

  plot: {
    title: 'Входы и конверсия',
    lead: (rate) =>
      `Если бы все магазины были одинаковы, 95 из 100 лежали бы между внутренними пределами вокруг ${rate}, и почти все — между внешними. Чем меньше людей вошло, тем дальше магазин может оказаться случайно. Различия внутри пределов — случайность: выводов из них делать нельзя.`,
    outside: (outside, all, expected) =>
      `За внутренними пределами: ${outside} из ${branchesOf(all)}; одной случайностью там оказалось бы около ${expected}.`,
    leftOut: (count) =>
      plural(count, {
        one: `Не показан ${count} магазин: конверсия неизвестна, больше 100 % или данные есть меньше чем за 70 % времени.`,
        few: `Не показаны ${count} магазина: конверсия неизвестна, больше 100 % или данные есть меньше чем за 70 % времени.`,
        other: `Не показаны ${count} магазинов: конверсия неизвестна, больше 100 % или данные есть меньше чем за 70 % времени.`,
      }),
    axisX: 'Входы',
    axisY: 'Конверсия',
    all: (rate) => `все магазины: ${rate}`,
    point: (branch, conversion, entries) =>
      `${branch}: ${conversion} из ${plural(entries, { one: `${entries} входа`, other: `${entries} входов` })}`,
    pointStanding: (point, standing) => `${point}, ${standing}`,
    explore: 'Стрелки ведут по магазинам, Enter открывает магазин',
    tooFew: 'Нужны хотя бы два магазина с известной конверсией',
    tooFewText: 'Картину дают входы и покупки двух и более магазинов.',
    asTable: 'Магазины за пределами, таблицей',
    marks: '▲ — конверсия выше, чем объясняет случайность, ▼ — ниже. Круглые точки лежат в пределах.',
    nobody: 'За пределами нет ни одного.',
    standing: 'Относительно пределов',
  },

  multiples: {
    title: (figure) => `${figure} по магазинам, в одном масштабе`,
    scale: (least, most, span) =>
      `За ${span} каждый график — от ${least} до ${most}. Серым позади — все магазины вместе.`,
    scaleOfCounts: (least, most, span) => `За ${span} каждый график — от ${least} до ${most}.`,
    more: (count) => `Показать ещё ${count}`,
    now: (figure) => `за период: ${figure}`,
    asTable: 'Таблицей',
    date: 'По',
    currencies: 'У сумм в разных валютах нет общего масштаба. Выберите другой показатель или регион.',
  },

  /** Beside the coverage of entries. */
  lacking: {
    passersBy: (share) => `прохожие ${share}`,
    purchases: (share) => `покупки ${share}`,
  },

  file: {
    covered: (coverage, figure) => `${coverage}, ${figure}`,
    seconds: (figure) => `${figure}, секунды`,
    currency: 'Валюта',
    all: 'Все магазины',
    changeOf: (figure) => `${figure}, изменение`,
    low: (figure) => `${figure}, интервал 95 % от`,
    high: (figure) => `${figure}, интервал 95 % до`,
    best: (place) => `${place}, лучшее`,
    worst: (place) => `${place}, худшее`,
  },
};
