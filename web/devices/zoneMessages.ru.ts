import type { Translation } from '../language/translation.ts';
import type { zoneMessages as english } from './zoneMessages.ts';

export const zoneMessages: Translation<typeof english> = {
  title: 'Зоны, где стоят очереди',
  lead: 'Зоны и области, о которых сообщало это устройство. Выберите для каждой очередь, которая в ней стоит; остальные нигде не считаются.',
  noQueues: 'В этом магазине ещё нет очереди: добавьте её на странице «Очередь», затем выберите здесь.',
  none: 'без очереди',
  own: (zone) => `своя очередь: ${zone}`,
  label: (zone) => (zone === '' ? 'Единственная зона' : `Зона ${zone}`),
  waiting: (count) => `в последний раз в очереди: ${count}`,
  unseen: 'за время наблюдения не появлялась',
  save: 'Сохранить очереди',
  saving: 'Сохранение…',
  saved: 'Сохранено. Всё, что придёт дальше, считается там.',
};
