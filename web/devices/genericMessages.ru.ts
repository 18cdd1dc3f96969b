import type { Translation } from '../language/translation.ts';
import type { genericMessages as english } from './genericMessages.ts';

export const genericMessages: Translation<typeof english> = {
  title: 'Укажите поля',
  lead: 'Вставьте одно сообщение устройства. Выберите роль, а затем значение в сообщении, которое её исполняет.',
  sample: 'Сообщение устройства',
  sampleWrong: 'Это не JSON. Вставьте сообщение целиком, от { до }.',
  role: 'Что указать',
  unset: 'не указано',
  clear: 'Очистить',
  clearOf: (role) => `Очистить: ${role}`,
  point: (path, role) => `Взять ${path} как «${role}»`,
  result: 'Что прочёл бы Lintel',
  pick: (role) => `Теперь выберите значение: ${role}`,
  tree: 'Сообщение',
  example: 'Начать с примера (необязательно)',
  noExample: 'без примера: указать поля самому',
  more: 'Слова, единицы, часы и отбор',
};
