import { currencyDigits } from '../../../db/vocabulary/currency.ts';
import { type CheckText, type CheckWords, lengthOf, openTimeOf, Spoken, type Told } from './checkTold.ts';

const ru = new Spoken('ru');

const unitForms = {
  seconds: ['секунду', 'секунды', 'секунд'],
  minutes: ['минуту', 'минуты', 'минут'],
  hours: ['час', 'часа', 'часов'],
  days: ['день', 'дня', 'дней'],
} as const;

/** What does not fit, and what to do about it, in Russian. */
export const russianChecks: CheckWords = {
  never_reported: ({ name }) => ({
    text: `Устройство «${name}» ещё ничего не прислало.`,
    action: 'Проверьте, есть ли у него питание и сеть и те ли адрес, имя и секрет в нём указаны, что заданы здесь.',
  }),
  silence: (told) => ({
    text: told.isOffline
      ? `Устройство «${told.name}» не на связи${since(told)}: ${openTime(told)}.`
      : `От устройства «${told.name}» ничего не приходило${since(told)}: ${openTime(told)}.`,
    action: 'Проверьте его питание и сеть. Посчитанное за это время ещё может прийти; до тех пор это время — пропуск.',
  }),
  problem: (told) => ({
    text: `Устройство «${told.name}» сообщает о неисправности: ${told.finding.figures['problem']}${since(told)}.`,
    action: 'Осмотрите его на месте. Посчитанное за это время сохраняется, но считается недостоверным.',
  }),
  battery_low: ({ name, finding }) => ({
    text: `В батарее устройства «${name}» осталось ${ru.percent(Number(finding.figures['percent']) / 100)}.`,
    action: 'Замените батарею, пока оно не перестало считать.',
  }),
  clock_skew: clockWords,
  clock_unset: ({ name, finding: { figures } }) => ({
    text: `Часы устройства «${name}» ${figures['reason'] === 'frozen' ? 'стоят' : 'ни разу не выставлялись'}: ${ru.many(figures['reports'], ['его отчёт учтён', 'его отчёта учтены', 'его отчётов учтены'])} по времени поступления.`,
    action: 'Выставьте часы, лучше по сети (NTP): опоздавшее учлось бы не в то время.',
  }),
  flat_line: flatWords,
  in_out_balance: balanceWords,
  conversion_over_100: ({ finding: { figures } }) => ({
    text: `${ru.many(figures['purchases'], ['покупка', 'покупки', 'покупок'])}, а вошло только ${ru.many(figures['entries'], ['человек', 'человека', 'человек'])}, ${days(figures['days'])}: купили больше, чем вошли.`,
    action:
      'Счётчик у двери пропускает людей, или у одного из входов счётчика нет. Посчитайте рядом с ним вручную несколько минут и сравните.',
  }),
  sales_without_traffic: (told) => ({
    text: `${ru.many(told.finding.figures['purchases'], ['покупка', 'покупки', 'покупок'])} ${between(told)}, а у дверей никто не посчитан.`,
    action:
      'Счётчик у двери был закрыт, повёрнут или выключен. Осмотрите его; исключите это время, если данные за него бесполезны.',
  }),
  share_shift: ({ finding: { figures } }) => ({
    text: `На вход «${figures['entrance']}» за его последний день пришлось ${ru.percent(figures['share'])} всех входов, обычно — ${ru.percent(figures['usual'])}.`,
    action:
      'Если у дверей ничего не менялось (закрытый вход, работы снаружи), один из счётчиков сдвинули или закрыли: осмотрите все.',
  }),
  missing_receipts: missingWords,
};

function missingWords({ store, name, finding: { figures } }: Told): CheckText {
  const { shifts, receipts, missingMinor } = figures;
  const sum = { currency: store.currency, digits: currencyDigits(store.currency) };
  const lacking = [
    ...(Number(receipts) > 0 ? [ru.many(receipts, ['чека', 'чеков', 'чеков'])] : []),
    ...(missingMinor === undefined ? [] : [`${ru.money(Number(missingMinor), sum)} выручки`]),
  ];
  return {
    text: `По отчётам кассы «${name}», в ${ru.many(shifts, ['её смене', 'её сменах', 'её сменах'])} за последние 7 дней продано больше, чем пришло: не хватает ${lacking.join(' и ')}.`,
    action:
      'Сравните её Z-отчёты с тем, что пришло, на странице «Данные». Отправьте недостающие чеки с кассы ещё раз или загрузите из файла: то, что уже есть, считается один раз.',
  };
}

function clockWords({ name, finding: { figures } }: Told): CheckText {
  const seconds = Number(figures['seconds']);
  if (Number(figures['refused']) > 0) {
    return {
      text: `Часы устройства «${name}» спешат больше чем на 5 минут: ${ru.many(figures['refused'], ['его отчёт лежит в будущем и не принят', 'его отчёта лежат в будущем и не приняты', 'его отчётов лежат в будущем и не приняты'])}.`,
      action: 'Выставьте часы, лучше по сети (NTP), затем повторите его отчёты из карантина.',
    };
  }
  const { unit, value } = lengthOf(Math.abs(seconds));
  const length = ru.many(value, unitForms[unit]);
  return {
    text:
      seconds < 0
        ? `Часы устройства «${name}» спешат на ${length}.`
        : `Часы устройства «${name}» отстают на ${length}, или его отчёты всегда настолько опаздывают.`,
    action: 'Выставьте часы, лучше по сети (NTP): посещения и чеки попадают не в ту четверть часа.',
  };
}

function flatWords(told: Told): CheckText {
  const { step, usual } = told.finding.figures;
  const isTill = step === 'purchases';
  const what = isTill ? 'ничего не продало' : 'никого не посчитало';
  return {
    text: `Устройство «${told.name}» передаёт данные, но ${what} ${between(told)}; даже в тихий день было бы около ${ru.count(usual)}.`,
    action: isTill
      ? 'Если касса работала, её чеки не доходят: проверьте связь между кассой и Lintel.'
      : 'Посмотрите, не закрыто ли оно, не повёрнуто ли и не слепит ли его свет. Если магазин был закрыт, внесите это в часы работы.',
  };
}

function balanceWords({ name, finding: { deviceId, figures } }: Told): CheckText {
  const isOutMissed = Number(figures['in']) > Number(figures['out']);
  const where = deviceId === null ? 'двери насчитали' : `устройство «${name}» насчитало`;
  return {
    text: `${capital(days(figures['days']))} ${where} вошедших ${ru.count(figures['in'])}, а вышедших ${ru.count(figures['out'])}, расхождение ${ru.percent(figures['share'])}: кто вошёл, тот и выйдет.`,
    action: isOutMissed
      ? 'Выходящие пропускаются, или входящие считаются дважды. Проверьте, как установлен счётчик и не выходят ли люди там, где никто не считает.'
      : 'Входящие пропускаются, или выходящие считаются дважды. Проверьте, как установлен счётчик и не входят ли люди там, где никто не считает.',
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function openTime(told: Told): string {
  const { unit, value } = openTimeOf(told);
  return `${ru.many(value, unit === 'minutes' ? ['минута', 'минуты', 'минут'] : ['час', 'часа', 'часов'])} рабочего времени`;
}

function moment({ store }: Told, at: number): string {
  return ru.moment(store.timezone, at);
}

function since(told: Told): string {
  return told.finding.since === null ? '' : ` с ${moment(told, told.finding.since)}`;
}

function between(told: Told): string {
  const { since: from, until } = told.finding;
  if (from === null) return '';
  if (until === null) return `начиная с ${moment(told, from)}`;
  return `с ${moment(told, from)} до ${ru.clock(told.store.timezone, until)}`;
}

function days(value: number | string | undefined): string {
  return Number(value) === 1
    ? 'за последний полный день'
    : `за последние ${ru.many(value, ['полный день', 'полных дня', 'полных дней'])}`;
}
