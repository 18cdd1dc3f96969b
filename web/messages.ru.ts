import type { Translation } from './language/translation.ts';
import type { messages as english } from './messages.ts';

export const messages: Translation<typeof english> = {
  product: 'Lintel',
  loading: 'Загрузка…',
  retry: 'Повторить',

  errors: {
    unreachable: 'Сервер недоступен. Проверьте связь и попробуйте ещё раз.',
    status: (status) => `Сервер ответил ошибкой ${status}.`,
  },

  nav: { devices: 'Устройства и кассы' },

  change: {
    up: (text) => `больше на ${text}`,
    down: (text) => `меньше на ${text}`,
    same: 'без изменений',
  },
};
