import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { checkMessages as english } from './checkMessages.ts';

export const checkMessages: Translation<typeof english> = {
  title: 'Проверить стандарт',
  lead: 'Пройдите по чек-листу в магазине. Сеть в это время не нужна; фотографии не делаются, имена не спрашиваются.',
  list: 'Чек-лист',
  items: (count) => plural(count, { one: `${count} пункт`, few: `${count} пункта`, other: `${count} пунктов` }),
  start: 'Начать проверку',
  noLists: 'Чек-листов пока нет',
  noListsText: 'Владелец может взять его из шаблона — для магазина, кафе, аптеки или отделения банка — и изменить.',
  noStore: 'Магазина пока нет. Сначала настройте его.',

  progress: (done, all) => `Отмечено ${done} из ${all}`,
  passed: 'Выполнено',
  failed: 'Не выполнено',
  clear: 'Убрать ответ',
  agree: 'Договориться, что сделать',
  agreed: 'Договорённость',
  what: 'Что нужно сделать',
  role: 'Кто делает (должность, не имя)',
  dueOn: 'К какому сроку',
  dropAction: 'Ни о чём не договорились',
  incomplete: 'Укажите, что нужно сделать и какая должность это делает, или выберите «Ни о чём не договорились».',
  pastDue: 'Срок уже прошёл. Выберите сегодня или более позднюю дату.',
  finish: 'Закончить проверку',
  nothing: 'Ничего не отмечено: отметьте хотя бы один пункт.',
  leftOut: (count) =>
    plural(count, {
      one: `${count} пункт не отмечен и не считается.`,
      few: `${count} пункта не отмечены и не считаются.`,
      other: `${count} пунктов не отмечены и не считаются.`,
    }),
  discard: 'Удалить',
  discardSure: 'Удалить эту проверку? Вернуть её будет нельзя.',
  result: (passed, items, share) => `Выполнено ${passed} из ${items}, ${share}`,
  actions: (count) =>
    plural(count, {
      one: `${count} договорённость`,
      few: `${count} договорённости`,
      other: `${count} договорённостей`,
    }),
};
