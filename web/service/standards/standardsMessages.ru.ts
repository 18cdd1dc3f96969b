import { plural } from '../../language/plural.ts';
import type { Translation } from '../../language/translation.ts';
import type { standardsMessages as english } from './standardsMessages.ts';

export const standardsMessages: Translation<typeof english> = {
  title: 'Стандарты сервиса',
  lead: 'Что такое хороший сервис в числах: по процессам и шагам — когда зелёный, жёлтый или красный и кто отвечает. Действуют для всех магазинов.',
  failed: 'Не удалось загрузить стандарты',
  viewer: 'Стандарты меняет только владелец; видят их все.',

  templates: {
    title: 'Начать с шаблона',
    titleMore: 'Добавить из шаблона',
    lead: 'Шаблон добавляет то, чего ещё нет, и не меняет того, что есть. Потом можно изменить каждую строку.',
    locale: 'Язык формулировок',
    contents: (processes, criteria, checklists) => {
      const of = plural(processes, {
        one: `${processes} процесс`,
        few: `${processes} процесса`,
        other: `${processes} процессов`,
      });
      const by = plural(criteria, {
        one: `${criteria} критерий`,
        few: `${criteria} критерия`,
        other: `${criteria} критериев`,
      });
      const lists = plural(checklists, {
        one: `${checklists} чек-лист`,
        few: `${checklists} чек-листа`,
        other: `${checklists} чек-листов`,
      });
      return `${of}, ${by}, ${lists}`;
    },
    show: 'Что в нём',
    take: 'Взять шаблон',
    takeOf: (name) => `Взять шаблон: ${name}`,
    nothingNew: 'Всё это уже было.',
    taken: (count) => `Добавлено или изменено: ${count}.`,
  },

  table: {
    title: 'Стандарты',
    none: 'Стандартов пока нет. Возьмите шаблон или добавьте свой.',
    criterion: 'Критерий',
    thresholds: 'Зелёный и жёлтый',
    weight: 'Вес',
    owner: 'Кто отвечает',
    add: 'Добавить стандарт',
    edit: 'Изменить',
    editOf: (name) => `Изменить: ${name}`,
    remove: 'Удалить',
    removeOf: (name) => `Удалить: ${name}`,
    removeSure: (name) =>
      `Удалить стандарт «${name}»? Наблюдения останутся, но больше не будут делиться на зелёные, жёлтые и красные.`,
    csi: 'Веса индекса удовлетворённости',
    requests: 'Обращения и жалобы',
  },

  form: {
    addTitle: 'Добавить стандарт',
    editTitle: 'Изменить стандарт',
    process: 'Код процесса (пусто — из названия)',
    processName: 'Процесс, как его называют люди',
    criterion: 'Код критерия (пусто — из названия)',
    criterionName: 'Критерий, как его называют люди',
    step: 'Шаг процесса',
    unit: 'Единица (s — секунды, min — минуты, h — часы, %, yes/no — да или нет…)',
    green: 'Зелёный',
    yellow: 'Жёлтый',
    lowerIsBetter: 'Чем меньше, тем лучше',
    idsHint: 'Устройства и файлы называют процессы и критерии их кодами.',
    thresholdsHint: 'До этого значения, если лучше меньше; от этого значения, если лучше больше; само значение входит.',
    order: 'Жёлтый порог должен быть мягче: выше зелёного, если лучше меньше, и ниже, если лучше больше.',
    weight: 'Вес (в индексе удовлетворённости)',
    owner: 'Должность, которая отвечает',
    level: 'Уровень',
    noLevel: 'не указан',
    levels: { 1: '1, первая линия', 2: '2, специалист', 3: '3, руководство' },
    save: 'Сохранить',
    cancel: 'Отмена',
  },

  checklists: {
    title: 'Чек-листы',
    lead: 'Что смотрят тайный покупатель или своя проверка. Заполняются на телефоне, в том числе без сети.',
    none: 'Чек-листов пока нет. Возьмите шаблон или добавьте свой.',
    items: (count) => plural(count, { one: `${count} пункт`, few: `${count} пункта`, other: `${count} пунктов` }),
    add: 'Добавить чек-лист',
    addTitle: 'Добавить чек-лист',
    editTitle: 'Изменить чек-лист',
    name: 'Название',
    item: (place) => `Пункт ${place}`,
    addItem: 'Добавить пункт',
    removeItem: (place) => `Удалить пункт ${place}`,
    removeShort: 'Удалить',
    removeSure: (name) => `Удалить чек-лист «${name}»? Проверки по нему останутся.`,
  },
};
