import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { observeMessages as english } from './observeMessages.ts';

export const observeMessages: Translation<typeof english> = {
  title: 'Наблюдение',
  lead: 'Измерьте путь покупателя рядом со стандартом. Сеть в это время не нужна, никого не называют.',
  process: 'Процесс',
  noStandards: 'Стандартов пока нет',
  noStandardsText: 'Владелец может взять их из шаблона — для магазина, кафе, аптеки или отделения банка.',
  noStore: 'Магазина пока нет. Сначала настройте его.',
  yes: 'Да',
  no: 'Нет',
  start: 'Запустить секундомер',
  stop: 'Остановить секундомер',
  startOf: (name) => `Запустить секундомер: ${name}`,
  stopOf: (name) => `Остановить секундомер: ${name}`,
  clear: 'Очистить',
  clearOf: (name) => `Очистить: ${name}`,
  wrong: 'Напишите число.',
  faults: {
    belowZero: 'Меньше 0 не бывает: напишите 0 или больше.',
    aboveHundred: 'Доля не бывает больше 100 %: напишите от 0 до 100.',
    notYesOrNo: 'Выберите «да» или «нет».',
  },
  correctFirst: (name) => `Пока ничего не сохранено: сначала исправьте «${name}».`,
  far: (name, value) => `${name}\n\nЭто далеко от стандарта: ${value}. Всё верно?`,
  save: 'Сохранить, следующий покупатель',
  nothing: 'Ничего не измерено: заполните хотя бы одну строку.',
  isRunning: 'Секундомер ещё идёт: сначала остановите его.',
  kept: (count) =>
    plural(count, {
      one: `Сохранено ${count} наблюдение.`,
      few: `Сохранено ${count} наблюдения.`,
      other: `Сохранено ${count} наблюдений.`,
    }),
  observed: (name, value) => `${name}: ${value}`,
};
