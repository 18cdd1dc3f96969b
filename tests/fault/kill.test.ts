import { expect, test } from 'vitest';
import { type KillPlan, killUnderLoad } from './kills.ts';

/** The short form; `npm run fault` is the long one, over each way and each database. */
const plan = { kills: 2, restartEvery: 2, betweenKills: 300 };
const pairs: readonly Pick<KillPlan, 'way' | 'database'>[] = [
  { way: 'embedded', database: 'sqlite' },
  { way: 'http', database: 'sqlite' },
  { way: 'mosquitto', database: 'postgres' },
];

test.each(pairs)(
  'the server is killed under load ($way, $database): all that was acknowledged counts once',
  async (pair) => {
    const { acknowledged, expected, found } = await killUnderLoad({ ...plan, ...pair });
    expect(acknowledged).toBeGreaterThanOrEqual(plan.kills * plan.betweenKills);
    expect(found).toEqual(expected);
  },
  300_000,
);
