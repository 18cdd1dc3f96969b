import type { StandingFigure } from '../../server/kpi/day/figures.ts';
import type { Interval, Kpis, Measure, StepName } from '../api-types.ts';
import { dayMessages } from './dayMessages.ts';
import { type DayView, stepNames } from './dayView.ts';

interface ComparedPart {
  readonly compared: number | null;
  readonly change: number | null;
  /** The change is no more than usual days differ by. */
  readonly isUsual: boolean;
}

export interface FunnelStagePart extends ComparedPart {
  readonly step: StepName;
  readonly count: number | null;
  /** Why there is no count; null where there is one. */
  readonly missing: string | null;
}

export interface FunnelRatePart extends ComparedPart {
  readonly metric: 'captureRate' | 'conversionRate';
  readonly name: string;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface FunnelParts {
  readonly stages: readonly FunnelStagePart[];
  /** One less than stages: what leads from each to the next. */
  readonly rates: readonly FunnelRatePart[];
  /** What is not installed, and what to do about it. */
  readonly hint: string | null;
  /** A rate is not the quotient of the counts beside it: quarters of an hour that were not covered are left out of it. */
  readonly isPartLeftOut: boolean;
}

const measureOf: Readonly<Record<StepName, Measure>> = {
  passersBy: 'passersBy',
  entries: 'entries',
  purchases: 'sales',
};

/** The stages of a store's funnel: without an outside counter it begins at the door. `measured`: what its devices measure now. */
export function funnelParts(view: DayView, measured: readonly Measure[]): FunnelParts {
  const { total } = view;
  const isMeasured = (step: StepName): boolean => total[step] !== null || measured.includes(measureOf[step]);
  const shown = stepNames.filter((step) => step !== 'passersBy' || isMeasured(step));
  const stages = shown.map((step) => ({
    step,
    count: total[step],
    ...comparedOf(step, view),
    missing:
      total[step] !== null ? null : isMeasured(step) ? dayMessages.funnel.noData : dayMessages.funnel.notMeasured,
  }));
  const rates = [captureOf(view), conversionOf(view)].slice(-(stages.length - 1));
  return { stages, rates, hint: hintOf(shown, isMeasured('purchases')), isPartLeftOut: isPartLeftOut(total) };
}

function hintOf(shown: readonly StepName[], hasTill: boolean): string | null {
  const text = dayMessages.funnel;
  const hints = [
    ...(shown.includes('passersBy') ? [] : [text.noOutside, text.noOutsideHow]),
    ...(hasTill ? [] : [text.noTill, text.noTillHow]),
  ];
  return hints.length === 0 ? null : hints.join(' ');
}

/** By as much as is seen in a percentage with one decimal. */
const leastSeen = 0.0005;

function isPartLeftOut(total: Kpis): boolean {
  const differs = (rate: number | null, [of, among]: readonly [StepName, StepName]): boolean => {
    const [part, whole] = [total[of], total[among]];
    if (rate === null || part === null || !whole) return false;
    const isCovered = (total.coverage[of] ?? 1) === 1 && (total.coverage[among] ?? 1) === 1;
    return !isCovered && Math.abs(rate - part / whole) >= leastSeen;
  };
  return (
    differs(total.captureRate, ['entries', 'passersBy']) || differs(total.conversionRate, ['purchases', 'entries'])
  );
}

function captureOf(view: DayView): FunnelRatePart {
  return {
    metric: 'captureRate',
    name: dayMessages.funnel.captureName,
    rate: view.total.captureRate,
    interval: view.total.captureInterval,
    ...comparedOf('captureRate', view),
  };
}

function conversionOf(view: DayView): FunnelRatePart {
  return {
    metric: 'conversionRate',
    name: dayMessages.funnel.conversionName,
    rate: view.total.conversionRate,
    interval: view.total.conversionInterval,
    ...comparedOf('conversionRate', view),
  };
}

/** Fewer usual people or purchases than these make a change of nothing: one of three that are late is no −33 %. */
const leastUsual = 10;
const rateOf: Readonly<Partial<Record<StandingFigure, StepName>>> = {
  captureRate: 'passersBy',
  conversionRate: 'entries',
};

function comparedOf(name: StandingFigure, { compared, standing }: DayView): ComparedPart {
  const whole = rateOf[name];
  const usual = compared?.values[whole ?? name] ?? null;
  if (usual !== null && usual < leastUsual) {
    return { compared: whole === undefined ? usual : null, change: null, isUsual: true };
  }
  return {
    compared: compared?.values[name] ?? null,
    change: compared?.change[name] ?? null,
    isUsual: standing[name].verdict === 'within',
  };
}
