import type { FigureName, Figures, Interval, Measure, StepName } from '../api-types.ts';
import { messages } from '../messages.ts';
import { type DayView, stepNames } from './dayView.ts';

export interface FunnelStagePart {
  readonly step: StepName;
  readonly count: number | null;
  readonly compared: number | null;
  readonly change: number | null;
  /** Why there is no count; null where there is one. */
  readonly missing: string | null;
}

export interface FunnelRatePart {
  readonly name: string;
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly compared: number | null;
  readonly change: number | null;
}

export interface FunnelParts {
  readonly stages: readonly FunnelStagePart[];
  /** One less than stages: what leads from each to the next. */
  readonly rates: readonly FunnelRatePart[];
  /** What is not installed, and what to do about it. */
  readonly hint: string | null;
}

const measureOf: Readonly<Record<StepName, Measure>> = {
  passersBy: 'passersBy',
  entries: 'entries',
  purchases: 'sales',
};

/** The stages of a store's funnel: without an outside counter it begins at the door. `measured`: what its devices measure now. */
export function funnelParts(view: DayView, measured: readonly Measure[]): FunnelParts {
  const { total, compared } = view;
  const isMeasured = (step: StepName): boolean => total[step] !== null || measured.includes(measureOf[step]);
  const shown = stepNames.filter((step) => step !== 'passersBy' || isMeasured(step));
  const stages = shown.map((step) => ({
    step,
    count: total[step],
    ...comparedOf(step, compared),
    missing: total[step] !== null ? null : isMeasured(step) ? messages.funnel.noData : messages.funnel.notMeasured,
  }));
  const rates = [captureOf(view), conversionOf(view)].slice(-(stages.length - 1));
  return { stages, rates, hint: hintOf(shown, isMeasured('purchases')) };
}

function hintOf(shown: readonly StepName[], hasTill: boolean): string | null {
  if (!shown.includes('passersBy')) return `${messages.funnel.noOutside} ${messages.funnel.noOutsideHow}`;
  return hasTill ? null : messages.funnel.noTill;
}

function captureOf({ total, compared }: DayView): FunnelRatePart {
  return {
    name: messages.funnel.captureName,
    rate: total.captureRate,
    interval: total.captureInterval,
    ...comparedOf('captureRate', compared),
  };
}

function conversionOf({ total, compared }: DayView): FunnelRatePart {
  return {
    name: messages.funnel.conversionName,
    rate: total.conversionRate,
    interval: total.conversionInterval,
    ...comparedOf('conversionRate', compared),
  };
}

function comparedOf(
  name: FigureName,
  compared: { readonly values: Figures; readonly change: Figures } | null,
): { compared: number | null; change: number | null } {
  return { compared: compared?.values[name] ?? null, change: compared?.change[name] ?? null };
}
