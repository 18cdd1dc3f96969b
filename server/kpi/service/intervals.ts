import { studentAt975 } from '../probability.ts';
import { wilsonInterval, z } from '../wilson.ts';

/*
 * 95 % intervals of what few answers say. tests/server/kpi/service/intervals.test.ts shows how often each holds the truth.
 */

type Interval = [number, number];

interface Answered {
  readonly promoters: number;
  readonly detractors: number;
  readonly answers: number;
}

/** Rocks's three answers put to the real ones, and how much of them are promoters, and as much detractors. */
const addedAnswers = 3;
const addedEach = 3 / 4;

/**
 * Of the net promoter score, in points. The adjusted Wald interval: three quarters of a promoter, three quarters of a detractor and one
 * and a half passives are added, then p̂ − q̂ ± z·√((p̂ + q̂ − (p̂ − q̂)²) / n̂). It was the best of six in B. Rocks, "Interval Estimation
 * for the Net Promoter Score", The American Statistician 70 (2016) 365–372. null below 2 answers.
 */
export function npsInterval({ promoters, detractors, answers }: Answered): Interval | null {
  if (answers < 2) return null;
  const n = answers + addedAnswers;
  const [up, down] = [(promoters + addedEach) / n, (detractors + addedEach) / n];
  const centre = up - down;
  const spread = z * Math.sqrt((up + down - centre * centre) / n);
  // The centre is drawn to 0; where nearly everybody is of one mind the figure itself must stay inside.
  const nps = (promoters - detractors) / answers;
  return [100 * Math.max(-1, Math.min(nps, centre - spread)), 100 * Math.min(1, Math.max(nps, centre + spread))];
}

/** Answers on a scale, to one question. */
export interface Scored {
  readonly weight: number;
  readonly answers: number;
  /** Σ score and Σ score². */
  readonly total: number;
  readonly squares: number;
}

const [lowestScore, highestScore] = [1, 10];
/** One answer more, half of it at either end of the scale: a few equal answers do not make certain. */
const addedSquares = ((highestScore - lowestScore) / 2) ** 2;

/**
 * Of the customer satisfaction index, in fractions of 1: csi ± t·Σ weight·√answers·s / (Σ weight·answers·10), where s is the standard
 * deviation of a question's scores with one answer added, half of it at either end of the scale, and t is Student's with as many
 * degrees of freedom as the question that was answered most has answers. The questions' errors are added up, not their squares: one
 * customer answers several, and is content or not with all of them. That is the most they can depend on each other, so the interval
 * of many questions is too wide rather than too narrow. null below 2 answers to any question.
 */
export function csiInterval(questions: readonly Scored[]): Interval | null {
  const asked = questions.filter(({ answers, weight }) => answers > 0 && weight > 0);
  const most = Math.max(0, ...asked.map(({ answers }) => answers));
  if (most < 2) return null;
  const weights = sum(asked.map(({ weight, answers }) => weight * answers));
  const csi = sum(asked.map(({ weight, total }) => weight * total)) / weights / highestScore;
  const error = sum(asked.map((one) => one.weight * Math.sqrt(one.answers) * deviation(one))) / weights / highestScore;
  const spread = studentAt975(most) * error;
  return [Math.max(lowestScore / highestScore, csi - spread), Math.min(1, csi + spread)];
}

function deviation({ answers, total, squares }: Scored): number {
  // Whole scores: their sums are exact, and this is never below 0.
  return Math.sqrt((squares - (total * total) / answers + addedSquares) / answers);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

/** A check's items, how many of them were passed. */
export interface CheckedItems {
  readonly items: number;
  readonly passed: number;
}

/**
 * Of the share of items passed. Items of one check are alike (one day, one team), so they count for fewer than they are: by the
 * design effect, (variance of the share between checks) / (p·(1 − p) / items), never below 1, as in E. L. Korn, B. I. Graubard,
 * "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey
 * Methodology 24 (1998) 193–201, with Wilson's interval in place of the exact one. null below 2 checks: of one nobody can say how far
 * checks differ.
 */
export function checksInterval(checks: readonly CheckedItems[]): Interval | null {
  const made = checks.filter(({ items }) => items > 0);
  if (made.length < 2) return null;
  const items = sum(made.map((check) => check.items));
  const share = sum(made.map((check) => check.passed)) / items;
  const squares = sum(made.map((check) => (check.passed - share * check.items) ** 2));
  const between = (made.length / (made.length - 1)) * (squares / (items * items));
  const simple = (share * (1 - share)) / items;
  const effect = simple === 0 ? 1 : Math.max(1, between / simple);
  // However alike the items of a check, it counts for one.
  const effective = Math.max(made.length, (items / effect) * (z / studentAt975(made.length - 1)) ** 2);
  return wilsonInterval(share * effective, effective);
}
