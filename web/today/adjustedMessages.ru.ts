import type { Translation } from '../language/translation.ts';
import type { adjustedMessages as english } from './adjustedMessages.ts';

export const adjustedMessages: Translation<typeof english> = {
  title: 'Если бы счётчики видели всех',
  lead: 'С поправкой по ручным подсчётам. Показатели выше остаются измеренными.',
  entriesAdjusted: 'Входы',
  captureRateAdjusted: 'Доля зашедших',
  conversionRateAdjusted: 'Конверсия',
  salesPerVisitorAdjustedMinor: 'Выручка на посетителя',
  measured: (value) => `измерено: ${value}`,
  toAudits: 'Насколько точны счётчики',
};
