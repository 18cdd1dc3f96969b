import type { Translation } from '../language/translation.ts';
import type { chartMessages as english } from './chartMessages.ts';

export const chartMessages: Translation<typeof english> = {
  failed: 'График не загрузился. Его числа есть в таблице.',
  explore: (chart) => `${chart}: двигайтесь по графику стрелками`,
  pick: 'Enter открывает выбранное место.',
  range: 'Shift со стрелками выделяет отрезок, Enter показывает только его.',
  chosen: (from, to) => `С ${from} по ${to}`,
  noData: 'нет данных',
};
