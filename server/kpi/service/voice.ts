import type { ServiceTally } from '../../../db/rollup/serviceTally.ts';
import type { Survey, SurveyStage } from '../../../db/vocabulary/event.ts';
import type { Standard } from '../../../db/vocabulary/place.ts';
import { wilsonInterval } from '../wilson.ts';
import { csiInterval, npsInterval } from './intervals.ts';
import type { CsatFigure, CsiFigure, NpsFigure, Voice } from './schema.ts';

type Standards = readonly Standard[];

/** What customers say: of all answers, and of those before and after a contact where there are any. */
export function voiceOf(tallies: readonly ServiceTally[], standards: Standards): Voice {
  const csi = (some: readonly ServiceTally[]): CsiFigure => csiOf(some, standards);
  return {
    nps: staged(tallies, 'nps', npsOf),
    csat: staged(tallies, 'csat', csatOf),
    csi: staged(tallies, 'csi', csi),
  };
}

interface Staged<Figure> {
  readonly all: Figure;
  readonly before: Figure | null;
  readonly after: Figure | null;
}

function staged<Figure>(
  tallies: readonly ServiceTally[],
  survey: Survey,
  figureOf: (some: readonly ServiceTally[]) => Figure,
): Staged<Figure> {
  const answers = tallies.filter(({ kind }) => kind === survey);
  const at = (stage: SurveyStage): Figure | null => {
    const some = answers.filter((one) => one.stage === stage);
    return some.length === 0 ? null : figureOf(some);
  };
  return { all: figureOf(answers), before: at('before'), after: at('after') };
}

/** Net promoter score: % of 9–10 less % of 0–6, in points; null without answers. */
export function npsOf(tallies: readonly ServiceTally[]): NpsFigure {
  const [promoters, passives, detractors] = [sum(tallies, 'good'), sum(tallies, 'middling'), sum(tallies, 'bad')];
  const answers = sum(tallies, 'answers');
  return {
    nps: answers === 0 ? null : (100 * (promoters - detractors)) / answers,
    interval: npsInterval({ promoters, detractors, answers }),
    ...{ answers, promoters, passives, detractors },
  };
}

/** Customer satisfaction: the share of 4–5 of 1–5, with Wilson's interval; null without answers. */
export function csatOf(tallies: readonly ServiceTally[]): CsatFigure {
  const [satisfied, answers] = [sum(tallies, 'good'), sum(tallies, 'answers')];
  const csat = answers === 0 ? null : satisfied / answers;
  return { csat, interval: answers < 2 ? null : wilsonInterval(satisfied, answers), answers, satisfied };
}

/** Customer satisfaction index: Σ weight·score / Σ weight·10; null without answers that weigh anything. */
export function csiOf(tallies: readonly ServiceTally[], standards: Standards): CsiFigure {
  const criteria = [...new Set(tallies.map(({ criterion }) => criterion))].map((criterion) => {
    const some = tallies.filter((one) => one.criterion === criterion);
    const standard = weighing(criterion, standards);
    const [answers, total, squares] = [sum(some, 'answers'), sum(some, 'total'), sum(some, 'squares')];
    return { criterion, name: standard?.criterionName ?? null, weight: standard?.weight ?? 1, answers, total, squares };
  });
  const weighed = criteria.reduce((all, { weight, answers }) => all + weight * answers, 0);
  const scored = criteria.reduce((all, { weight, total }) => all + weight * total, 0);
  return {
    csi: weighed === 0 ? null : scored / (weighed * 10),
    interval: csiInterval(criteria),
    answers: sum(tallies, 'answers'),
    criteria: criteria.toSorted(byCriterion).map(({ criterion, name, weight, answers, total }) => ({
      criterion: criterion === '' ? null : criterion,
      ...{ name, weight, mean: answers === 0 ? null : total / answers, answers },
    })),
  };
}

/** Whose weight a criterion has: that of the process `csi`, else of the first standard of its name. */
function weighing(criterion: string, standards: Standards): Standard | undefined {
  const named = standards.filter((one) => one.criterion === criterion);
  return named.find(({ process }) => process === 'csi') ?? named[0];
}

function byCriterion(a: { criterion: string }, b: { criterion: string }): number {
  return a.criterion < b.criterion ? -1 : Number(a.criterion > b.criterion);
}

function sum(
  tallies: readonly ServiceTally[],
  field: 'answers' | 'total' | 'squares' | 'good' | 'middling' | 'bad',
): number {
  return tallies.reduce((all, one) => all + one[field], 0);
}
