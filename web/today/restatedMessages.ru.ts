import type { Translation } from '../language/translation.ts';
import type { restatedMessages as english } from './restatedMessages.ts';

export const restatedMessages: Translation<typeof english> = {
  title: 'После окончания дня',
  sentence: (then, now, why) => `Когда день закончился, было: ${then}. Теперь: ${now}, потому что ${why}.`,
  nothing: 'После окончания дня ни подсчёты, ни продажи не изменились.',
  nothingButRates:
    'После окончания дня ни подсчёты, ни продажи не изменились. Доли немного другие: теперь лучше известно, за какое время есть данные.',
  table: 'Изменения по причинам',
  evened: (why) => `День показывает то же, что и когда закончился, хотя ${why}: изменения уравновесили друг друга.`,
  noReport: 'Показатели на конец дня не сохранены: этот магазин добавлен сюда позже.',
  notYet: 'Показатели на конец дня сохраняются через несколько минут после его окончания.',
  reportedAt: (when) => `Показатели сохранены ${when}.`,
  figures: {
    passersBy: (count) => `прохожих ${count}`,
    entries: (count) => `входов ${count}`,
    exits: (count) => `выходов ${count}`,
    purchases: (count) => `покупок ${count}`,
    netSalesMinor: (amount) => `чистая выручка ${amount}`,
  },
  columns: {
    passersBy: 'Прохожие',
    entries: 'Входы',
    exits: 'Выходы',
    purchases: 'Покупки',
    netSalesMinor: 'Чистая выручка',
  },
  none: 'нет',
  cause: 'Причина',
  device: 'Устройство',
  last: 'Последнее изменение',
  sum: 'Всего',
  outside: (entries, purchases) => `Вне часов работы: входы ${entries}, покупки ${purchases}.`,
  allDevices: 'все',
  failed: 'Не удалось загрузить показатели на конец дня',
  because: {
    late: 'данные пришли с опозданием',
    corrected: 'данные исправили',
    accepted: 'по отложенной разнице приняли решение',
    voided: 'чеки аннулировали',
    takenOut: 'отрезок исключили или вернули',
    settings: 'изменили настройки',
  },
  causes: {
    late: 'Пришло с опозданием',
    corrected: 'Исправлено',
    accepted: 'Решение по отложенному',
    voided: 'Аннулировано',
    takenOut: 'Исключено',
    settings: 'Настройки',
  },
};
