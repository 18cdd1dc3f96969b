import { type Count, plural } from '../language/plural.ts';
import type { Translation } from '../language/translation.ts';
import type { queueMessages as english } from './queueMessages.ts';

type Pressed = Parameters<(typeof english)['now']['why']['tooMany']>[0];

/** «При потоке 120 человек в час», and before it how many wait. */
function pressed({ waiting, anHour }: Pressed): string {
  const come = plural(anHour, {
    one: `потоке ${anHour} человек в час`,
    few: `потоке ${anHour} человека в час`,
    other: `потоке ${anHour} человек в час`,
  });
  if (waiting === null) return `При ${come}`;
  if (waiting.value === 0) return `Сейчас никто не ждёт, но при ${come}`;
  return plural(waiting, {
    one: `Сейчас ждёт только ${waiting} человек, но при ${come}`,
    few: `Сейчас ждут только ${waiting} человека, но при ${come}`,
    other: `Сейчас ждут только ${waiting} человек, но при ${come}`,
  });
}

function peopleAnHour(anHour: Count): string {
  return plural(anHour, {
    one: `Приходит ${anHour} человек в час`,
    few: `Приходят ${anHour} человека в час`,
    other: `Приходят ${anHour} человек в час`,
  });
}

const severalQueues =
  'По чекам не видно, к какой очереди они относятся, поэтому магазину с несколькими очередями они не помогут.';

/** Of the purchases that waiting cost, in the genitive. */
function least(count: Count, [one, many]: readonly [string, string]): string {
  return plural(count, { one: `${count} ${one}`, other: `${count} ${many}` });
}

export const queueMessages: Translation<typeof english> = {
  title: 'Очередь',
  pageTitle: (store) => `${store}: очередь`,
  estimate: 'Оценка',
  failed: 'Не удалось загрузить показатели очереди',
  allQueues: 'Все очереди',
  queue: 'Очередь',

  none: {
    title: 'Очередь здесь пока никто не измеряет',
    text: 'Датчик очереди, электронная очередь или касса могут сообщать, сколько люди ждут. Добавьте их, и показатели появятся здесь сами.',
    add: 'Добавить устройство',
    devices: 'Посмотреть устройства',
  },
  nothing: 'За этот период об очередях ничего не сообщалось.',

  now: {
    title: 'Сейчас',
    failed: 'Не удалось загрузить очереди на этот момент',
    asOf: (time) => `на ${time}`,
    none: 'Ни об одной очереди пока ничего не известно.',
    lengthUnknown: 'За последние 10 минут об этой очереди ничего не сообщалось.',
    waiting: (people) =>
      plural(people, { one: 'человек в очереди', few: 'человека в очереди', other: 'человек в очереди' }),
    nobody: 'В очереди никого нет',
    wait: (wait) => `Кто встанет сейчас, прождёт около ${wait}`,
    noWait: 'Кто встанет сейчас, того обслужат сразу',
    waitUnknown: 'Сколько прождёт тот, кто встанет сейчас, неизвестно',
    target: (wait) => `цель ${wait}`,
    lights: { green: 'Ждать недолго', yellow: 'Дольше цели', red: 'Слишком долго' },
    open: (tills) => plural(tills, { one: 'касса открыта', few: 'кассы открыты', other: 'касс открыто' }),
    openReceipts: (tills) =>
      plural(tills, {
        one: 'касса открыта, по чекам',
        few: 'кассы открыты, по чекам',
        other: 'касс открыто, по чекам',
      }),
    needed: 'нужно сейчас',
    neededSoon: 'нужно через 30 минут',
    openMore: (tills) =>
      plural(tills, {
        one: 'Откройте сейчас ещё одну кассу.',
        few: `Откройте сейчас ещё ${tills} кассы.`,
        other: `Откройте сейчас ещё ${tills} касс.`,
      }),
    openSoon: (tills) =>
      plural(tills, {
        one: 'В ближайшие 30 минут понадобится ещё одна касса.',
        few: `В ближайшие 30 минут понадобятся ещё ${tills} кассы.`,
        other: `В ближайшие 30 минут понадобится ещё ${tills} касс.`,
      }),
    why: {
      waitAlready: (people) =>
        plural(people, {
          one: `Уже ждёт ${people} человек.`,
          few: `Уже ждут ${people} человека.`,
          other: `Уже ждут ${people} человек.`,
        }),
      noneOpen: 'Ни одна касса не открыта.',
      noneSold: 'За последние 15 минут ни одна касса ничего не продала.',
      keeps: (told, share) =>
        plural(told.tills, {
          one: `${pressed(told)} одна касса обслужит в пределах цели только ${share}.`,
          few: `${pressed(told)} ${told.tills} кассы обслужат в пределах цели только ${share}.`,
          other: `${pressed(told)} ${told.tills} касс обслужат в пределах цели только ${share}.`,
        }),
      tooMany: (told) =>
        plural(told.tills, {
          one: `${pressed(told)} одна касса не справится.`,
          few: `${pressed(told)} ${told.tills} кассы не справятся.`,
          other: `${pressed(told)} ${told.tills} касс не справятся.`,
        }),
      soon: (anHour) =>
        plural(anHour, {
          one: `К этому времени ожидается около ${anHour} человека в час.`,
          other: `К этому времени ожидается около ${anHour} человек в час.`,
        }),
    },
    enough: 'Открытых касс хватает, чтобы уложиться в цель.',
    cannot: 'Сколько нужно касс, сказать нельзя.',
    silence: {
      noServiceTime: (visits, isOnly) => {
        const needed = least(visits, ['посещение', 'посещений']);
        return isOnly
          ? `Неизвестно, сколько времени уходит на одного покупателя: нужно не меньше ${needed} с временем вызова и ухода или столько же чеков с номером кассы, которые следуют друг за другом, пока кто-то ждёт.`
          : `Неизвестно, сколько времени уходит на одного покупателя: нужно не меньше ${needed} с временем вызова и ухода. ${severalQueues}`;
      },
      noArrivals: (isOnly) =>
        isOnly
          ? 'Неизвестно, сколько людей приходит сейчас: за четыре часа не было посещений или то, что о них сообщает, молчит, и ни одной кассы в последнее время не слышно.'
          : `Неизвестно, сколько людей приходит сейчас: за четыре часа не было посещений или то, что о них сообщает, молчит. ${severalQueues}`,
      noHistory:
        'Неизвестно, сколько людей придёт через полчаса: нужны данные хотя бы за два из четырёх последних таких же дней недели.',
      tooMany: (most) => `Понадобилось бы больше ${most} касс: проверьте, верно ли измеряется очередь.`,
    },
    basis: {
      visits: (anHour, takes, people) => {
        const over = plural(people, { one: `по ${people} человеку`, other: `по ${people} людям` });
        return anHour === null
          ? `На одного уходит ${takes}, измерено ${over}.`
          : `${peopleAnHour(anHour)}; на одного уходит ${takes}, измерено ${over}.`;
      },
      receipts: (anHour, takes, receipts) => {
        const between = plural(receipts, { one: `${receipts} чеком`, other: `${receipts} чеками` });
        return anHour === null
          ? `На одного уходит ${takes}, по промежуткам между ${between}.`
          : `${peopleAnHour(anHour)}; на одного уходит ${takes}, по промежуткам между ${between}.`;
      },
    },
    promise: (share, wait) => `Нужно, чтобы ${share} людей ждали не дольше ${wait}.`,
  },

  figures: {
    title: 'Ожидание',
    serviceLevel: 'В пределах цели',
    serviceLevelOf: (wait, share) => `ждали не дольше ${wait}; цель — ${share}`,
    serviceLevelAll: 'ждали не дольше цели своей очереди',
    meanWait: 'Среднее ожидание',
    median: (wait) => `половина ждала не дольше ${wait}`,
    p90: '9 из 10 ждали не дольше',
    p95: (wait) => `19 из 20 — не дольше ${wait}`,
    served: 'Обслужено',
    abandoned: 'Ушли, не дождавшись',
    abandonmentRate: (share) => `${share} вставших в очередь`,
    length: 'В очереди в среднем',
    lengthAll: 'В средней очереди',
    most: (people) => `не больше ${people}`,
    service: 'Время обслуживания',
    serviceSpread: (wait) => `9 из 10 — не дольше ${wait}`,
    open: 'Открыто касс в среднем',
    littlesLaw: 'Посчитано по длине очереди и покупкам (закон Литтла), не измерено.',
    unknown: 'не измеряется',
    notYet: 'пока ничего не измерено',
    outside: (served, abandoned) => `Вне часов работы: обслужено ${served}, ушли, не дождавшись, ${abandoned}.`,
    coarse: 'Процентили посчитаны по диапазонам, которые сообщает датчик, поэтому приблизительны.',
    partial: 'Период ещё не закончился.',
  },

  overTime: {
    title: 'По времени',
    by: 'По',
    sizes: { '15m': '15 минутам', hour: 'часам', day: 'дням', week: 'неделям', month: 'месяцам' },
    wait: 'Время ожидания',
    people: 'Люди',
    length: 'В очереди',
    mean: 'Среднее',
    spread: 'От половины до 9 из 10',
    target: 'Цель',
    estimated: 'Оценка среднего',
    served: 'Обслужено',
    abandoned: 'Ушли, не дождавшись',
    average: 'В среднем',
    most: 'Наибольшее',
    gap: 'Нет данных',
    waitSentence: (by, wait, at) => `Время ожидания по ${by}. Наибольшее среднее ожидание — ${wait}: ${at}.`,
    waitNone: (by) => `Время ожидания по ${by}. Данных нет.`,
    peopleSentence: (by, served, abandoned) => `Люди по ${by}: обслужено ${served}, ушли, не дождавшись, ${abandoned}.`,
    lengthSentence: (by, people, at) => `Люди в очереди по ${by}. Самая длинная очередь в среднем — ${people}: ${at}.`,
    asTable: 'То же в таблице',
    columns: {
      step: 'Время',
      served: 'Обслужено',
      abandoned: 'Ушли, не дождавшись',
      abandonmentRate: 'Доля ушедших',
      mean: 'Среднее ожидание',
      p50: 'Половина — не дольше',
      p90: '9 из 10 — не дольше',
      p95: '19 из 20 — не дольше',
      serviceLevel: 'В пределах цели',
      service: 'Время обслуживания',
      averageLength: 'В очереди, среднее',
      maxLength: 'В очереди, наибольшее',
      averageOpen: 'Открыто касс',
      estimated: 'Среднее ожидание, оценка',
    },
  },

  perQueue: {
    title: 'По очередям',
    table: 'Показатели по очередям',
    target: 'Цель',
    targetText: (share, wait) => `${share} не дольше ${wait}`,
    total: 'Все очереди',
  },

  cost: {
    title: 'Во что обошлось ожидание',
    loading: 'Считаем…',
    failed: 'Не удалось посчитать, во что обошлось ожидание',
    sentence: ({ from, to, wait, count, low, high }) =>
      `С ${from} по ${to} ожидание дольше ${wait} стоило, вероятно, около ${count} покупок (интервал 95 %: от ${low} до ${high}).`,
    money: (amount, low, high) => `По среднему чеку того времени это ${amount} (от ${low} до ${high}).`,
    perMinute: (points) => `С каждой минутой сверх цели конверсия была ниже на ${points} процентного пункта.`,
    basis: (quarters, dates, above) => {
      const of = plural(quarters, { one: `${quarters} четверти часа`, other: `${quarters} четвертям часа` });
      const days = plural(dates, { one: `${dates} день`, few: `${dates} дня`, other: `${dates} дней` });
      return `По ${of} за ${days}, из них ${above} выше цели; сравнивается только один и тот же час одного и того же дня недели.`;
    },
    nothing: 'Сказать об этом ничего нельзя.',
    silence: {
      waits:
        'Ожидание не измерялось: нужен датчик очереди или электронная очередь, которые передают посещения или время ожидания; одной длины мало.',
      waitsInside: 'Ожидание измерялось только вне часов работы.',
      entries: 'Входы не считались: нужен счётчик у входа.',
      purchases: 'Покупок не поступало: нужна касса, которая передаёт чеки.',
      together:
        'Входы, покупки и ожидание ни разу не были полными в одну и ту же четверть часа: устройства молчали, никто не входил или входы приходят интервалами длиннее часа.',
      neverAbove: 'Ни в одну четверть часа среднее ожидание не было выше цели: видимых потерь нет.',
      fewAbove: (count) =>
        `В один и тот же день недели и час нашлось меньше ${least(count, ['четверти', 'четвертей'])} часа с ожиданием выше цели рядом с другими, где оно ниже. Возьмите период длиннее.`,
      fewBelow: (count) =>
        `В один и тот же день недели и час нашлось меньше ${least(count, ['четверти', 'четвертей'])} часа с ожиданием в пределах цели, чтобы сравнить. Возьмите период длиннее.`,
      fewDates: (count) => `Сравнить можно меньше ${least(count, ['дня', 'дней'])}. Возьмите период длиннее.`,
      uncertain:
        'Конверсия не снижалась с ожиданием сильнее, чем объясняет одна случайность: потерь по этим данным не видно.',
      later:
        'Пока люди ждали, покупок становилось меньше, а потом они возвращались: судя по данным, их совершали позже, а не теряли.',
    },
    period: (from, to) => `С ${from} по ${to}`,
  },

  targets: {
    title: 'Цели',
    lead: 'Сколько людям можно ждать и скольким из них. По этим целям считается, сколько нужно касс.',
    change: 'Изменить цели',
    cancel: 'Оставить как есть',
    name: 'Название',
    nameOf: (queue) => `Название: ${queue}`,
    seconds: 'Ждать не дольше, секунд',
    secondsOf: (queue) => `${queue}: ждать не дольше, секунд`,
    share: 'Доля людей, %',
    shareOf: (queue) => `${queue}: доля людей, %`,
    save: 'Сохранить цели',
    saving: 'Сохранение…',
    saved:
      'Сохранено. Сколько людей ждали слишком долго, считается заново; за долгое прошлое это займёт несколько минут.',
    unsettable: (queue) =>
      `Для очереди ${queue} нельзя задать свою цель: в её названии есть что-то кроме строчных латинских букв, цифр и дефисов.`,
    wrong: 'Введите целое число секунд не меньше 1 и долю от 1 до 99 %.',
  },
};
