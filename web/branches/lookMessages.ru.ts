import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { lookMessages as english } from './lookMessages.ts';

export const lookMessages: Translation<typeof english> = {
  title: 'На кого взглянуть сначала',
  looking: 'Смотрим, что выделяется…',
  failed: 'Не удалось загрузить, что выделяется.',
  some: (branches) =>
    plural(branches, {
      one: `${branches} магазин требует внимания`,
      few: `${branches} магазина требуют внимания`,
      many: `${branches} магазинов требуют внимания`,
      other: `${branches} магазина требуют внимания`,
    }),
  nothing:
    'Ничего необычного: счётчики не молчат, ни один магазин не ниже своего обычного уровня и не намного ниже других.',
  nothingUnjudged:
    'Счётчики не молчат, и ни один магазин не намного ниже других. Каков обычный уровень за такой период, пока неизвестно.',
  withoutToday: 'Показатели — без сегодняшнего дня, устройства — как сейчас.',
  more: (branches) => `и ещё ${branches}`,
  belowOthers: (value, low) =>
    `Из вошедших покупает меньше, чем в других магазинах: ${value}, а одной случайностью было бы не меньше ${low}.`,
  noOtherBranch: 'Другие магазины внимания не требуют.',
  otherBranches: (branches) =>
    plural(branches, {
      one: `Ещё ${branches} магазин требует внимания`,
      few: `Ещё ${branches} магазина требуют внимания`,
      many: `Ещё ${branches} магазинов требуют внимания`,
      other: `Ещё ${branches} магазина требуют внимания`,
    }),
};
