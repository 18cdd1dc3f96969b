import { expect, it } from 'vitest';
import { answers } from '../../server/answers/answers.ts';
import { type CoverageAnswer, coverageAnswer, coverageQuery } from '../../server/contracts/coverage.ts';
import { manager, viewer } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, message, openHouse } from '../ingest/house.ts';

const at = (time: string): string => `2026-03-20T${time}:00+03:00`;

describeOnBothDialects('hours covered', (open) => {
  it('are told of the last 7 dates where nobody says which, with gaps from a quarter of an hour on', async () => {
    const { sql, send } = await openHouse(await open());
    await send(
      message('counts', { start: at('12:00'), end: at('13:00'), in: 10, passersBy: 40 }),
      message('counts', { start: at('13:10'), end: at('13:30'), in: 10, passersBy: 40 }),
      message('counts', { start: at('14:00'), end: at('15:00'), in: 10, passersBy: 40 }),
    );
    const ask = { storeId: 'arbat', query: coverageQuery.parse({}), now: clock };
    const told: CoverageAnswer = coverageAnswer.parse(JSON.parse(await answers.coverageJson(sql, manager, ask)));
    expect([told.from, told.to, told.hours.length]).toEqual(['2026-03-14', '2026-03-20', 7 * 24]);
    const device = told.devices.find(({ gaps }) => gaps.some(({ end }) => end !== null));
    // Ten minutes at 13:00 are in the share, and no gap of their own.
    expect(device?.gaps.filter(({ start }) => start > at('12:00'))).toEqual([
      {
        ...{ start: at('13:30'), end: at('14:00'), why: 'silent', problem: null },
        ...{ missingSeconds: 1800, isFromBefore: false },
      },
    ]);
    expect(await answers.coverageJson(sql, viewer, ask)).toContain('"store":"arbat"');
  });

  it('are asked for in stretches of 35 dates at most, from one to another', () => {
    const wrong = [
      { from: '2026-03-02', to: '2026-03-01' },
      { from: '2026-01-01', to: '2026-03-01' },
      { from: '2026-03-01' },
    ];
    for (const query of wrong) expect(coverageQuery.safeParse(query).success, JSON.stringify(query)).toBe(false);
    expect(coverageQuery.safeParse({ to: '2026-03-01' }).success).toBe(true);
  });
});
