import { describe, expect, it } from 'vitest';
import type { ServiceTally } from '../../../../db/rollup/serviceTally.ts';
import type { Standard } from '../../../../db/vocabulary/place.ts';
import { planTexts } from '../../../../server/answers/words/planText.ts';
import { pictureOf } from '../../../../server/kpi/service/picture.ts';
import { planOf, worstOf } from '../../../../server/kpi/service/plan.ts';
import { lightOf, zonesFrom } from '../../../../server/kpi/service/zones.ts';
import { makeStandard, tallied } from './tallied.ts';

const standards = [
  makeStandard('hotline', 'answer', {
    processName: 'Hotline',
    criterionName: 'Answer the call',
    unit: 's',
    owner: 'operator',
    level: 1,
  }),
  makeStandard('hotline', 'solved', { green: 90, yellow: 80, lowerIsBetter: false, unit: '%' }),
  makeStandard('checkout', 'minutes', { green: 3, yellow: 5, step: 'Pay', level: 3 }),
  makeStandard('csi', 'speed'),
  makeStandard('requests', 'hours-to-answer'),
];

/** Values of process/criterion by date. */
function days(
  of: Record<string, Record<string, number[]>>,
  by: readonly Standard[] = standards,
): Map<string, ServiceTally[]> {
  return new Map(
    Object.entries(of).map(([date, values]) => {
      const observations = Object.entries(values).flatMap(([key, list]) => {
        const [process = '', criterion = ''] = key.split('/');
        return list.map((value) => ({ process, criterion, value }));
      });
      return [date, tallied({ observations }, by)];
    }),
  );
}

const period = { from: '2026-03-04', to: '2026-03-20' };
/** A Thursday, and the Monday and Friday of the week but one after. */
const [thursday, monday, friday] = ['2026-03-05', '2026-03-16', '2026-03-20'] as const;

describe('the traffic light', () => {
  it('is red above 10 % red, green from 80 % green, and says nothing of fewer than 5', () => {
    const light = (green: number, yellow: number, red: number) => lightOf(zonesFrom({ green, yellow, red }));
    expect(light(90, 0, 10)).toBe('green');
    expect(light(89, 0, 11)).toBe('red');
    expect(light(80, 20, 0)).toBe('green');
    expect(light(79, 21, 0)).toBe('yellow');
    expect([light(0, 0, 4), light(0, 0, 5), light(0, 0, 0)]).toEqual([null, 'red', null]);
  });

  it('has processes and criteria in the order of the standards, thresholds inclusive, and then what has none', () => {
    const observed = days({
      [thursday]: { 'hotline/answer': [30, 30.5, 60, 60.5, 10], 'zoo/feeding': [3], 'hotline/solved': [90, 80] },
    });
    const { processes, zones, light } = pictureOf({ days: observed, standards, ...period });
    expect(processes.map(({ process, criteria }) => [process, criteria.map(({ criterion }) => criterion)])).toEqual([
      ['hotline', ['answer', 'solved']],
      ['checkout', ['minutes']],
      ['zoo', ['feeding']],
    ]);
    const [hotline, checkout, zoo] = processes;
    expect(hotline?.criteria[0]).toMatchObject({
      ...{ name: 'Answer the call', observations: 5, mean: 38.2, light: 'red', owner: 'operator', level: 1 },
      zones: { green: 2, yellow: 2, red: 1, shares: { green: 0.4, yellow: 0.4, red: 0.2 } },
    });
    expect(hotline?.criteria[1]).toMatchObject({ zones: { green: 1, yellow: 1, red: 0 }, light: null });
    expect(hotline).toMatchObject({ name: 'Hotline', light: 'red', zones: { green: 3, yellow: 3, red: 1 } });
    expect(checkout).toMatchObject({
      light: null,
      criteria: [{ observations: 0, mean: null, trend: [expect.anything()] }],
    });
    expect(zoo?.criteria[0]).toMatchObject({ observations: 1, green: null, zones: { shares: null }, light: null });
    expect([zones.green, zones.yellow, zones.red, light]).toEqual([3, 3, 1, 'red']);
  });

  it('has a trend by weeks from Monday, cut to the period, and a week without observations is a gap', () => {
    const observed = days({
      [thursday]: { 'hotline/answer': [1] },
      [monday]: { 'hotline/answer': [99] },
      [friday]: { 'hotline/answer': [99] },
    });
    const trend = pictureOf({ days: observed, standards, ...period }).processes[0]?.criteria[0]?.trend;
    expect(trend?.map(({ start, end, zones }) => [start, end, zones.green, zones.red])).toEqual([
      ['2026-03-04', '2026-03-08', 1, 0],
      ['2026-03-09', '2026-03-15', 0, 0],
      ['2026-03-16', '2026-03-20', 0, 2],
    ]);
  });
});

describe('what to plan', () => {
  const observed = days({
    [thursday]: {
      'hotline/answer': Array<number>(20).fill(10),
      'checkout/minutes': [1, 1, 1, 1, 4, 4],
      'hotline/solved': [1, 1],
    },
    [monday]: { 'hotline/answer': [...Array<number>(10).fill(100), ...Array<number>(10).fill(10)] },
  });
  const { processes } = pictureOf({ days: observed, standards, ...period });

  it('names the steps that are not green, red ones first, of those observed often enough', () => {
    const told = worstOf(processes).map(({ criterion, light, redShare, observations }) => ({
      ...{ criterion, light, redShare, observations },
    }));
    expect(told).toEqual([
      { criterion: 'answer', light: 'red', redShare: 0.25, observations: 40 },
      { criterion: 'minutes', light: 'yellow', redShare: 0, observations: 6 },
    ]);
  });

  it('puts a red light before a greater share outside green, and leaves a green one with some red out', () => {
    const some = ['red', 'yellow', 'yellower', 'green'].map((criterion) => makeStandard('desk', criterion, {}));
    const of = (green: number, yellow: number, red: number): number[] => [
      ...Array<number>(green).fill(1),
      ...Array<number>(yellow).fill(40),
      ...Array<number>(red).fill(99),
    ];
    const seen = { red: of(17, 0, 3), yellow: of(15, 4, 1), yellower: of(14, 6, 0), green: of(19, 0, 1) };
    const named = Object.fromEntries(Object.entries(seen).map(([name, values]) => [`desk/${name}`, values]));
    const observedAll = days({ [thursday]: named }, some);
    const all = pictureOf({ days: observedAll, standards: some, ...period }).processes;
    expect(worstOf(all).map(({ criterion, outsideShare }) => [criterion, outsideShare])).toEqual([
      ['red', 0.15],
      ['yellower', 0.3],
      ['yellow', 0.25],
    ]);
    expect(planOf(all).map(({ criterion }) => criterion)).toEqual(['red', 'yellower', 'yellow']);
  });

  it('says of what is done or not how often it was not', () => {
    const greeting = makeStandard('checkout', 'greeting', {
      unit: 'yes/no',
      green: 1,
      yellow: 1,
      lowerIsBetter: false,
    });
    const seen = days({ [thursday]: { 'checkout/greeting': [1, 1, 1, 0, 1, 0] } }, [greeting]);
    const [planned] = planTexts(planOf(pictureOf({ days: seen, standards: [greeting], ...period }).processes), 'en');
    expect(planned?.text).toContain('checkout, greeting: not done 2 times of 6 (33%). Give it an owner');
  });

  it('says it in Russian and Persian too', () => {
    const [russian] = planTexts(planOf(processes), 'ru');
    expect(russian?.text.replace(/\u00a0/g, ' ')).toBe(
      'Hotline, Answer the call: вне зелёной зоны 10 из 40 (25 %), из них красных 10; зелёная зона — не больше 30 с. Считается эта доля, а не среднее (32,5 с). Становится хуже: красных было 0 %, в последние недели 50 %. Покажите первой линии, как это делается, и понаблюдайте ещё раз на следующей неделе.',
    );
    const [persian] = planTexts(planOf(processes), 'fa');
    expect(persian?.text).toContain('۱۰ از ۴۰ بیرون از سبز (۲۵٪)، ۱۰ تای آن قرمز است');
  });

  it('says of each that is not green how it stands, whether it gets worse, and what whoever mends it should do', () => {
    expect(planTexts(planOf(processes), 'en')).toEqual([
      {
        ...{ process: 'hotline', criterion: 'answer', owner: 'operator', level: 1 },
        text: 'Hotline, Answer the call: 10 of 40 outside green (25%), 10 of them red; green is at most 30 s. This share counts, not the average of 32.5 s. It is getting worse: 0% red before, 50% in the later weeks. Show the first line how it is done, and observe it again next week.',
      },
      {
        ...{ process: 'checkout', criterion: 'minutes', owner: null, level: 3 },
        text: 'checkout, minutes: 2 of 6 outside green (33%), none of them red; green is at most 3. This share counts, not the average of 2. Decide in management what has to change: people, hours, equipment or the standard itself.',
      },
    ]);
  });
});
