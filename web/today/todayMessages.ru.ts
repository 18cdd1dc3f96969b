import type { StepName } from '../api-types.ts';
import { type Count, plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { CountedDay, WeekdayNumber } from './headline.ts';
import type { todayMessages as english } from './todayMessages.ts';

/** «чем в …» */
const usualWeekdays = [
  'обычный понедельник',
  'обычный вторник',
  'обычную среду',
  'обычный четверг',
  'обычную пятницу',
  'обычную субботу',
  'обычное воскресенье',
] as const;

/** «пока слишком мало …» */
const fewWeekdays = ['понедельников', 'вторников', 'сред', 'четвергов', 'пятниц', 'суббот', 'воскресений'] as const;

/** «по 1 …», «по 8 …» */
const byOneWeekday = ['понедельнику', 'вторнику', 'среде', 'четвергу', 'пятнице', 'субботе', 'воскресенью'] as const;
const byWeekdays = [
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
] as const;

function led({ step, count, isOver }: CountedDay): string {
  if (count.value === 0) return nobody(step, isOver);
  const some: Record<StepName, string> = {
    entries: plural(count, {
      one: `вошёл ${count} человек`,
      few: `вошли ${count} человека`,
      other: `вошло ${count} человек`,
    }),
    purchases: plural(count, {
      one: `сделана ${count} покупка`,
      few: `сделаны ${count} покупки`,
      other: `сделано ${count} покупок`,
    }),
    passersBy: plural(count, {
      one: `мимо прошёл ${count} человек`,
      few: `мимо прошли ${count} человека`,
      other: `мимо прошло ${count} человек`,
    }),
  };
  const said = some[step];
  return isOver ? `${said.slice(0, 1).toUpperCase()}${said.slice(1)}` : `Пока ${said}`;
}

function nobody(step: StepName, isOver: boolean): string {
  const said: Record<StepName, readonly [string, string]> = {
    entries: ['Никто не вошёл', 'Пока никто не вошёл'],
    purchases: ['Никто ничего не купил', 'Пока никто ничего не купил'],
    passersBy: ['Никто не прошёл мимо', 'Пока никто не прошёл мимо'],
  };
  return said[step][isOver ? 0 : 1];
}

function compared({ change, weekday, isByNow }: CountedDay): string {
  if (change === null) return '';
  const { percent, direction, isUnusual } = change;
  const then = `в ${usualWeekdays[weekday]}${isByNow ? ' к этому времени' : ''}`;
  if (direction === 'same') return `, столько же, сколько ${then}`;
  const more = direction === 'up' ? `на ${percent} больше, чем ${then}` : `на ${percent} меньше, чем ${then}`;
  if (!isUnusual) return `, ${more}`;
  return direction === 'up' ? `, необычно много: ${more}` : `, необычно мало: ${more}`;
}

export const todayMessages: Translation<typeof english> = {
  title: (store) => `${store}: сегодня`,
  pastTitle: (store, date) => `${store}: ${date}`,
  openUntil: (time) => `Открыто до ${time}`,
  open: 'Открыто',
  closed: 'Закрыто',
  closedSince: (time) => `Закрыто с ${time}`,
  opensAt: (time) => `Закрыто, откроется в ${time}`,
  updated: (time) => `на ${time}`,
  wholeDay: 'Весь день',
  failed: 'Не удалось загрузить показатели этого дня',
  noStore: 'Магазинов пока нет',
  noStoreText: 'Добавьте первый магазин, и его показатели появятся здесь.',
  noStoreViewer: 'Вам пока не открыт ни один магазин. Попросите об этом владельца.',
  setUp: 'Добавить магазин',
  nothingTitle: 'Пока ничего не подсчитано',
  nothingToday: 'Как только счётчик или касса этого магазина передаст данные, они сами появятся здесь.',
  nothingClosed: 'Сегодня магазин ещё не открылся. Показатели начнутся с первых посетителей.',
  nothingPast: 'В этот день ни счётчик, ни касса этого магазина ничего не передали.',
  closedText: 'По часам работы он не открывается. Если кто-то всё же войдёт, это будет подсчитано и появится здесь.',
  toDevices: 'Посмотреть устройства',
  toDayBefore: 'Посмотреть предыдущий день',

  headline: {
    counted: (day) => `${led(day)}${compared(day)}`,
    nothing: 'В этот день ничего не подсчитано',
    notBegun: (time) => (time === null ? 'Сегодня магазин ещё не открылся' : `Магазин откроется в ${time}`),
    closed: 'В этот день магазин не работает',
    and: (first, second) => `${first}; ${second}.`,
    alone: (first) => `${first}.`,
    conversion: {
      within: 'конверсия в обычных пределах',
      above: (rate) => `конверсия ${rate} — выше обычных пределов`,
      below: (rate) => `конверсия ${rate} — ниже обычных пределов`,
      tooEarly: 'судить о конверсии пока рано',
      tooFew: 'посетителей слишком мало, чтобы судить о конверсии',
    },
    notCompared: 'данных слишком мало, чтобы сравнивать',
    noUsual: (weekday: WeekdayNumber) => `пока слишком мало ${fewWeekdays[weekday]}, чтобы знать обычный уровень`,
  },

  usual: {
    label: 'Обычные пределы',
    byNow: 'Обычные пределы к этому времени',
    counts: {
      passersBy: (low, high) => `от ${low} до ${high} прохожих`,
      entries: (low, high) => `от ${low} до ${high} входов`,
      purchases: (low, high) => `от ${low} до ${high} покупок`,
    },
    conversion: (range) => `конверсия ${range}`,
    from: (days: Count, weekday: WeekdayNumber) =>
      plural(days, { one: `по ${days} ${byOneWeekday[weekday]}`, other: `по ${days} ${byWeekdays[weekday]}` }),
    all: (parts) => parts.join(', '),
    hint: 'В них попадают 19 из 20 обычных дней',
  },

  attention: {
    title: 'На что обратить внимание',
    others: (count) =>
      plural(count, {
        one: `Выделяется ещё ${count} показатель`,
        few: `Выделяются ещё ${count} показателя`,
        other: `Выделяется ещё ${count} показателей`,
      }),
    nothing: 'Ничего необычного',
    nothingText:
      'Нет сбоев, ни один шаг не ниже обычных пределов, очередь в пределах цели — по тому, что здесь измеряется.',
    tooFewDays: 'Дней пока слишком мало, чтобы знать обычный уровень',
    tooFewDaysText: (days, least) =>
      `Таких же дней недели с данными: ${days} из ${least} нужных. Сбоев нет, очередь в пределах цели.`,
    more: {
      data: 'Посмотреть данные',
      queue: 'Посмотреть очередь',
      trends: 'Посмотреть динамику',
      service: 'Посмотреть сервис',
    },
    outage: {
      silent: (name, since) => `От устройства «${name}» ничего нет с ${since}.`,
      offline: (name, since) => `Устройство «${name}» не на связи с ${since}.`,
      at: (date, time) => `${date}, ${time}`,
      offlineNow: (name) => `Устройство «${name}» не на связи.`,
      problem: (name) => `Устройство «${name}» сообщает о неисправности.`,
      never_reported: (name) => `Устройство «${name}» ещё ничего не передало.`,
      not_delivered: (name) => `Устройство «${name}» ещё не передало вчерашний день.`,
      ingest_gap: (since, until) =>
        until === null
          ? `Сам Lintel ничего не получает с ${since}.`
          : `Сам Lintel ничего не получал с ${since} до ${until}.`,
      low_coverage: {
        passersBy: (share) => `От уличных счётчиков данные есть лишь за ${share} времени.`,
        entries: (share) => `От счётчиков на входах данные есть лишь за ${share} времени.`,
        purchases: (share) => `От касс данные есть лишь за ${share} времени.`,
      },
      means: 'За это время показателей нет, и в доли оно не входит.',
    },
    queueNow: {
      text: (queue, wait, target) => `${queue}: тот, кто встанет сейчас, прождёт около ${wait}; цель — ${target}.`,
      closed: (queue, people) =>
        plural(people, {
          one: `${queue}: ждёт ${people} человек, а касса не открыта.`,
          few: `${queue}: ждут ${people} человека, а касса не открыта.`,
          other: `${queue}: ждёт ${people} человек, а касса не открыта.`,
        }),
    },
    belowUsual: {
      passersBy: (value, low) => `Мимо проходит меньше людей, чем обычно: ${value}, а обычно не меньше ${low}.`,
      entries: (value, low) => `Входит меньше людей, чем обычно: ${value}, а обычно не меньше ${low}.`,
      purchases: (value, low) => `Покупок меньше, чем обычно: ${value}, а обычно не меньше ${low}.`,
      captureRate: (value, low) => `Из прохожих заходит меньше, чем обычно: ${value}, а обычно не меньше ${low}.`,
      conversionRate: (value, low) => `Из вошедших покупает меньше, чем обычно: ${value}, а обычно не меньше ${low}.`,
    },
    serviceLight: 'Светофор сервиса — красный.',
    queueDay: (level, target) => `В пределах цели обслужено лишь ${level}; договорились о ${target}.`,
  },
};
