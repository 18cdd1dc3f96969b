import type { PlanWords } from './planText.ts';

export const englishPlan: PlanWords = {
  notDone: ({ name, missed, of }) => `${name}: not done ${missed} times of ${of} (${percent(missed / of)}).`,
  standing: ({ name, outside, red, of, mean, green, unit, isLowerBetter }) => {
    const bound = `${isLowerBetter ? 'at most' : 'at least'} ${value(green, unit)}`;
    return `${name}: ${outside} of ${of} outside green (${percent(outside / of)}), ${red === 0 ? 'none' : red} of them red; green is ${bound}. This share counts, not the average of ${value(mean, unit)}.`;
  },
  turn: (was, is) =>
    `It is getting ${is > was ? 'worse' : 'better'}: ${percent(was)} red before, ${percent(is)} in the later weeks.`,
  next: (level) => {
    if (level === 1) return 'Show the first line how it is done, and observe it again next week.';
    if (level === 2) return 'Have the specialist find what keeps it from green, and observe it again next week.';
    if (level === 3) return 'Decide in management what has to change: people, hours, equipment or the standard itself.';
    return 'Give it an owner and a level in the standards, so that somebody mends it.';
  },
};

function value(number: number | null, unit: string | null): string {
  const rounded = Math.round((number ?? 0) * 10) / 10;
  if (unit === '%') return `${rounded}%`;
  return unit === null || unit === '' ? `${rounded}` : `${rounded} ${unit}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
