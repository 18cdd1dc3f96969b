import type { StepName } from '../api-types.ts';
import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { dayMessages as english } from './dayMessages.ts';

const stepNames: Record<StepName, string> = { passersBy: 'Прохожие', entries: 'Входы', purchases: 'Покупки' };
const usualWeekdays = [
  'обычным понедельником',
  'обычным вторником',
  'обычной средой',
  'обычным четвергом',
  'обычной пятницей',
  'обычной субботой',
  'обычным воскресеньем',
] as const;

export const dayMessages: Translation<typeof english> = {
  steps: stepNames,

  funnel: {
    title: 'Путь в магазин',
    captureName: 'Доля зашедших',
    conversionName: 'Конверсия',
    intervalTitle: 'Интервал 95 %: в этих пределах долю меняет одна случайность',
    usual: (value) => `обычно ${value}`,
    comparedUsual: (days, weekday) =>
      plural(days, {
        one: `Изменения — по сравнению с ${usualWeekdays[weekday]} (медиана за ${days} день); серые — в обычных пределах.`,
        few: `Изменения — по сравнению с ${usualWeekdays[weekday]} (медиана за ${days} дня); серые — в обычных пределах.`,
        other: `Изменения — по сравнению с ${usualWeekdays[weekday]} (медиана за ${days} дней); серые — в обычных пределах.`,
      }),
    comparedByNow: (days, weekday) =>
      plural(days, {
        one: `Изменения — по сравнению с ${usualWeekdays[weekday]} к этому времени (медиана за ${days} день); серые — в обычных пределах.`,
        few: `Изменения — по сравнению с ${usualWeekdays[weekday]} к этому времени (медиана за ${days} дня); серые — в обычных пределах.`,
        other: `Изменения — по сравнению с ${usualWeekdays[weekday]} к этому времени (медиана за ${days} дней); серые — в обычных пределах.`,
      }),
    comparedNothing: 'Сравнимых дней пока слишком мало, чтобы знать обычный уровень.',
    toScale: 'Нарисовано в масштабе.',
    noOutside: 'Людей на улице никто не считает, поэтому воронка начинается от двери.',
    noOutsideHow: 'Добавьте счётчик прохожих, чтобы видеть, сколько из них заходит.',
    noTill: 'Касса не подключена, поэтому покупки и конверсия неизвестны.',
    noTillHow: 'Добавьте кассу, чтобы видеть, сколько из вошедших покупает.',
    leftOut: 'В долях не учтены четверти часа, за которые нет данных счётчика или кассы.',
    notMeasured: 'не измеряется',
    noData: 'нет данных',
    noRate: 'неизвестно',
    sentence: (parts) => `Воронка: ${parts.join(', ')}.`,
    figure: (name, value) => `${name} ${value}`,
    step: 'Показатель',
    value: 'Значение',
    intervalLow: (rate) => `${rate}, интервал 95 %, нижняя граница`,
    intervalHigh: (rate) => `${rate}, интервал 95 %, верхняя граница`,
    low: 'Интервал 95 %, нижняя граница',
    high: 'Интервал 95 %, верхняя граница',
    usualColumn: 'Обычно',
    changeColumn: 'Изменение',
  },

  sales: {
    title: 'Продажи',
    netSales: 'Чистая выручка',
    averageCheck: 'Средний чек',
    salesPerVisitor: 'Выручка на посетителя',
    unitsPerTransaction: 'Товаров в чеке',
    returns: (amount) => `за вычетом возвратов на ${amount}`,
  },

  hours: {
    title: 'По часам',
    entries: 'Входы',
    conversion: 'Конверсия',
    ghost: (date) => `неделей раньше (${date})`,
    gap: 'Нет данных',
    lowCoverage: 'Данные неполные',
    interval: 'Интервал 95 %',
    value: (name, value) => `${name}: ${value}`,
    before: (value, ghost) => `${value} ${ghost}`,
    entriesSentence: (busiest, count) => `Входы по часам. Больше всего — в час с ${busiest}: ${count}.`,
    entriesNone: 'Входы по часам. Ни один час ещё не подсчитан.',
    conversionSentence: (low, high) => `Конверсия по часам с интервалами 95 %, от ${low} до ${high}.`,
    conversionNone: 'Конверсия по часам. Пока она не известна ни за один час.',
    asTable: 'То же в таблице',
    hour: 'Час',
    purchases: 'Покупки',
    passersBy: 'Прохожие',
    netSales: 'Чистая выручка',
    coverage: 'Полнота данных о входах',
  },

  quality: {
    title: 'Качество данных',
    levels: { good: 'Хорошее', fair: 'Среднее', poor: 'Плохое', none: 'Неизвестно' },
    fine: 'Все счётчики и кассы передавали данные как положено.',
    nothing: 'Судить пока не о чем.',
    coverage: 'За какое время есть данные',
    notMeasured: 'не измеряется',
    nobodyMeasures: (step) => `${stepNames[step]}: здесь их никто не считает.`,
    notDue: 'пока не ожидается',
    outside: (entries, purchases) => `Вне часов работы: входов ${entries}, покупок ${purchases}.`,
    lowCoverage: (step, covered) => `${stepNames[step]}: данные есть лишь за ${covered} часов работы.`,
    flags: {
      coarse: 'Часть подсчётов пришла кусками длиннее часа, поэтому часы не различить.',
      conversion_over_100: 'Покупок больше, чем входов: счётчик на входе, вероятно, пропускает людей.',
      capture_over_100: 'Входов больше, чем прохожих: уличный счётчик, вероятно, пропускает людей.',
      sales_without_entries: 'Есть продажи без входов: счётчик на входе, возможно, не работает.',
      entry_exit_imbalance:
        'Входы и выходы расходятся больше чем на 10 %: счётчик, возможно, закрыт или неверно установлен.',
    },
  },
};
