import type { Translation } from '../language/translation.ts';
import type { genericOptionMessages as english } from './genericOptionMessages.ts';

export const genericOptionMessages: Translation<typeof english> = {
  topic: {
    label: 'Шаблон топика',
    explanation:
      'В каких топиках идут подсчёты; {address}, {line} и {direction} — там, где их называет топик: shop/{line}/{direction}. Несколько — по одному в строке. Если не указано — во всех.',
  },
  items: {
    label: 'Отчёты в сообщении',
    explanation:
      'Если их в сообщении несколько: doors[*]. Остальные пути тогда внутри отчёта или начинаются с $ — от всего сообщения.',
  },
  in: {
    label: 'Вошли',
    explanation: 'Путь к числу: people.in, counts[0].enter. С [*] — сумма.',
  },
  out: {
    label: 'Вышли',
    explanation: 'Путь к числу.',
  },
  passersBy: {
    label: 'Прохожие',
    explanation: 'Путь к числу.',
  },
  direction: {
    label: 'Слово направления',
    explanation:
      'Путь к слову вроде enter или leave, если сообщение его называет; каждое такое сообщение — человек или число из count.',
  },
  count: {
    label: 'Число при слове',
    explanation:
      'Путь к числу, которое идёт со словом направления; если не указано — само сообщение, если оно число, иначе 1.',
  },
  inWords: {
    label: 'Слова для входа',
    explanation:
      'Через запятую. Если не указано: in, enter, entry, entrance, entered. Другие слова (idle) никого не считают.',
  },
  outWords: {
    label: 'Слова для выхода',
    explanation: 'Если не указано: out, exit, leave, left, exited.',
  },
  passersByWords: {
    label: 'Слова для прохожих',
    explanation: 'Если не указано: passerBy, passersBy, pass, passing.',
  },
  present: {
    label: 'Людей сейчас там',
    explanation: 'Путь к числу людей, которые сейчас там: показывает, что устройство живо, и никого не считает.',
  },
  factor: {
    label: 'Множитель',
    explanation: 'На что умножить числа, чтобы получить людей: 0.5, если луч видит и входящих, и выходящих.',
  },
  line: {
    label: 'Линия',
    explanation: 'Путь к имени линии или зоны, или # — её место в списке отчётов.',
  },
  address: {
    label: 'Адрес',
    explanation: 'Путь к тому, что называет устройство, если через один топик приходят несколько.',
  },
  start: {
    label: 'Начало интервала',
    explanation: 'Путь ко времени.',
  },
  end: {
    label: 'Конец интервала',
    explanation: 'Путь ко времени.',
  },
  length: {
    label: 'Длина интервала',
    explanation: 'Число или путь к нему; вместе с началом или концом.',
  },
  lengthUnit: {
    label: 'Единица длины',
    explanation: 'Если не указано — секунды.',
  },
  time: {
    label: 'Время',
    explanation: 'Путь ко времени итогов или прохода. Если не указано — когда сообщение получено.',
  },
  timeFormat: {
    label: 'Как записано время',
    explanation:
      'looks: RFC 3339 со смещением, либо секунды или миллисекунды с 1970 года — по величине. local: без смещения, по часам магазина.',
  },
  id: {
    label: 'Номер',
    explanation:
      'Путь к числу или тексту, которого нет ни у какого другого сообщения: по нему узнаётся сообщение, доставленное дважды.',
  },
  where: {
    label: 'Только сообщения, где',
    explanation: 'Строки вида type = counter, state = on, off; * — что-нибудь есть.',
  },
  availability: {
    label: 'Топик последней воли',
    explanation: 'В нём устройство говорит online и offline; + — любой уровень.',
  },
  availabilityField: {
    label: 'Поле последней воли',
    explanation: 'Где стоит слово в JSON; если не указано: state или само сообщение.',
  },
  onlineWords: {
    label: 'Слова «на связи»',
    explanation: 'Если не указано: online, true, on, 1, connected.',
  },
  offlineWords: {
    label: 'Слова «не на связи»',
    explanation: 'Если не указано: offline, false, off, 0, disconnected, unavailable.',
  },
};
