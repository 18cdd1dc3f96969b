import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { shiftMessages as english } from './shiftMessages.ts';

export const shiftMessages: Translation<typeof english> = {
  title: 'Смены касс',
  lead: 'Что касса сообщила при закрытии смены (Z‑отчёт), рядом с чеками, которые пришли. За последние 7 дней.',
  failed: 'Не удалось загрузить смены',
  none: 'За последние 7 дней ни одна касса не сообщала о смене. Это делают те, что шлют Z‑отчёты, например терминалы Эвотор.',
  states: { complete: 'Всё на месте', missing: 'Не хватает чеков', unsaid: 'Сравнить не с чем' },
  sales: (count, sum) =>
    count === null
      ? `продаж: ?, на ${sum}`
      : plural(count, {
          one: `${count} продажа на ${sum}`,
          few: `${count} продажи на ${sum}`,
          other: `${count} продаж на ${sum}`,
        }),
  returns: (count, sum) =>
    count === null
      ? `возвратов: ?, на ${sum}`
      : plural(count, {
          one: `${count} возврат на ${sum}`,
          few: `${count} возврата на ${sum}`,
          other: `${count} возвратов на ${sum}`,
        }),
  receipts: (count) => plural(count, { one: `${count} чек`, few: `${count} чека`, other: `${count} чеков` }),
  said: (what) => `По данным кассы: ${what}.`,
  arrived: (what) => `Пришло: ${what}.`,
  missing: (what) => `Не хватает: ${what}.`,
};
