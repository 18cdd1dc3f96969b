import { plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { besideMessages as english } from './besideMessages.ts';

export const besideMessages: Translation<typeof english> = {
  queue: {
    title: 'Очередь',
    more: 'Подробнее об очереди',
    now: 'Сейчас в очереди',
    nowText: (people, wait) => (wait === null ? people : `${people}, ждать около ${wait}`),
    tills: 'Открыто касс',
    tillsText: (open, needed) => `${open} (нужно ${needed})`,
    meanWait: 'Среднее ожидание',
    p90: '9 из 10 ждали не больше',
    serviceLevel: 'Ждали не дольше цели',
    abandonment: 'Ушли, не дождавшись',
    length: 'В среднем в очереди',
    openMore: (tills) =>
      plural(tills, {
        one: `Откройте ещё ${tills} кассу сейчас.`,
        few: `Откройте ещё ${tills} кассы сейчас.`,
        other: `Откройте ещё ${tills} касс сейчас.`,
      }),
    openMoreAt: (queue, tills) =>
      plural(tills, {
        one: `${queue}: откройте ещё ${tills} кассу сейчас.`,
        few: `${queue}: откройте ещё ${tills} кассы сейчас.`,
        other: `${queue}: откройте ещё ${tills} касс сейчас.`,
      }),
    enough: 'Открытых касс пока достаточно.',
    nothing: 'Об очереди пока ничего не сообщалось.',
    nothingPast: 'В этот день об очереди ничего не сообщалось.',
  },
  service: {
    title: 'Сервис',
    more: 'Подробнее о сервисе',
    lights: { green: 'Хорошо', yellow: 'Следить', red: 'Действовать' },
    zones: (green, yellow, red) => `По стандартам: зелёных ${green}, жёлтых ${yellow}, красных ${red}.`,
    nps: 'Готовы рекомендовать (NPS)',
    npsNote: (low, high, answers) => `от ${low} до ${high}, ${answers}`,
    tooFew: 'слишком мало',
    answers: (count) => plural(count, { one: `${count} ответ`, few: `${count} ответа`, other: `${count} ответов` }),
    csat: 'Довольны (CSAT)',
    csi: 'Индекс удовлетворённости (CSI)',
    requests: 'Открытых обращений',
    checks: 'Выполнено при проверках',
    nothing: 'О сервисе пока ничего не сообщалось.',
    nothingPast: 'В этот день о сервисе ничего не сообщалось.',
  },
  waits: { green: 'Ждать недолго', yellow: 'Дольше цели', red: 'Слишком долго' },
  tillsShort: 'Нужны ещё кассы',
  failed: 'Не удалось загрузить очередь и сервис',
  columns: {
    wait: 'Среднее ожидание',
    serviceLevel: 'В пределах цели',
    green: 'Сервис: зелёных',
    nps: 'NPS (интервал 95 %; ответов)',
  },
};
