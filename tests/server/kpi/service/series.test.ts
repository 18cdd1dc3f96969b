import { describe, expect, it } from 'vitest';
import { tallyService } from '../../../../db/rollup/serviceTally.ts';
import { standardsOf } from '../../../../db/rollup/zones.ts';
import { type ServiceStepSize, serviceSeriesOf } from '../../../../server/kpi/service/series.ts';
import { makeStandard } from './tallied.ts';

const standards = [makeStandard('hotline', 'answer', { green: 30, yellow: 60 })];
const standardOf = standardsOf(standards);

/** A day's waits on the hotline and recommendations. */
function day(values: readonly number[], scores: readonly number[] = []) {
  const observations = values.map((value) => ({ process: 'hotline', criterion: 'answer', value }));
  const answers = scores.map((score) => ({ survey: 'nps' as const, score, criterion: null, stage: null }));
  return tallyService({ observations, answers, checks: [] }, standardOf);
}

const days = new Map([
  ['2026-02-27', day([10, 20, 50, 90])],
  ['2026-03-02', day([10], [10, 10, 3, 8])],
]);
const period = { from: '2026-02-26', to: '2026-03-03' };
const series = (by: ServiceStepSize) => serviceSeriesOf({ days, standards, ...period }, by);

describe('service over time', () => {
  it('has every step, those of which nothing is known too', () => {
    expect(series('day').map(({ start, observations }) => [start, observations])).toEqual([
      ['2026-02-26', 0],
      ['2026-02-27', 4],
      ['2026-02-28', 0],
      ['2026-03-01', 0],
      ['2026-03-02', 1],
      ['2026-03-03', 0],
    ]);
    expect(series('day')[0]).toMatchObject({ greenShare: null, greenInterval: null, nps: null, passedShare: null });
  });

  it('is cut to the period by week from Monday and by month', () => {
    const cut = (by: ServiceStepSize) => series(by).map(({ start, end }) => [start, end]);
    expect(cut('week')).toEqual([
      ['2026-02-26', '2026-03-01'],
      ['2026-03-02', '2026-03-03'],
    ]);
    expect(cut('month')).toEqual([
      ['2026-02-26', '2026-02-28'],
      ['2026-03-01', '2026-03-03'],
    ]);
  });

  it('has shares with their intervals, and recommendations of those who answered', () => {
    const [february, march] = series('month');
    expect(february).toMatchObject({ observations: 4, greenShare: 0.5 });
    expect(february?.greenInterval?.[0]).toBeCloseTo(0.15, 2);
    expect(march).toMatchObject({ observations: 1, greenShare: 1, greenInterval: null, nps: 25, npsAnswers: 4 });
  });
});
