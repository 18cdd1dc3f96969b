import { Spoken } from './checkTold.ts';
import type { PlanWords } from './planText.ts';

const ru = new Spoken('ru');
const units: Readonly<Record<string, string>> = { s: 'с', min: 'мин', h: 'ч' };

export const russianPlan: PlanWords = {
  notDone: ({ name, missed, of }) =>
    `${name}: не сделано ${ru.many(missed, ['раз', 'раза', 'раз'])} из ${ru.count(of)} (${ru.percent(missed / of)}).`,
  standing: ({ name, outside, red, of, mean, green, unit, isLowerBetter }) => {
    const reds = red === 0 ? 'красных среди них нет' : `из них красных ${ru.count(red)}`;
    const bound = `${isLowerBetter ? 'не больше' : 'не меньше'} ${value(green, unit)}`;
    return `${name}: вне зелёной зоны ${ru.count(outside)} из ${ru.count(of)} (${ru.percent(outside / of)}), ${reds}; зелёная зона — ${bound}. Считается эта доля, а не среднее (${value(mean, unit)}).`;
  },
  turn: (was, is) =>
    `Становится ${is > was ? 'хуже' : 'лучше'}: красных было ${ru.percent(was)}, в последние недели ${ru.percent(is)}.`,
  next: (level) => {
    if (level === 1) return 'Покажите первой линии, как это делается, и понаблюдайте ещё раз на следующей неделе.';
    if (level === 2) return 'Пусть специалист найдёт, что мешает, и понаблюдайте ещё раз на следующей неделе.';
    if (level === 3) return 'Решите на уровне руководства, что менять: людей, часы, оборудование или сам стандарт.';
    return 'Назначьте в стандартах ответственного и уровень, чтобы кто-то это исправил.';
  },
};

function value(number: number | null, unit: string | null): string {
  return `${ru.decimal(number ?? 0)}${unit === null || unit === '' ? '' : ` ${units[unit] ?? unit}`}`;
}
