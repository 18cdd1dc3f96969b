import type { Translation } from '../language/translation.ts';
import type { figureMessages as english } from './figureMessages.ts';

export const figureMessages: Translation<typeof english> = {
  ask: (figure) => `${figure}: что это за показатель?`,
  formula: 'Как считается',
  leftOut: 'Что не входит',
  failed: 'Не удалось загрузить описание. Закройте окно и попробуйте ещё раз.',
  unknown: 'Об этом показателе пока ничего не написано.',
  download: 'Скачать показанное',
  csv: 'CSV',
  xlsx: 'Excel',
  asCsv: 'Скачать показанное в формате CSV',
  asXlsx: 'Скачать показанное как книгу Excel',
  notSaved: 'Не удалось создать файл. Обновите страницу и попробуйте ещё раз.',
};
