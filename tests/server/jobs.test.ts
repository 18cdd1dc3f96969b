import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../db/vocabulary/errors.ts';
import { startJobs } from '../../server/compose/jobs.ts';
import { openFaults } from '../../server/faults.ts';
import { openTelemetry } from '../../server/metrics.ts';

let end: () => void = () => undefined;
afterEach(() => end());

test('a job that only reads does not say that an outage is over which another has noticed', async () => {
  const log = pino({ level: 'silent' });
  const faults = openFaults(log, openTelemetry());
  const runs = { writing: 0, reading: 0 };
  end = startJobs(
    [
      {
        name: 'writing',
        pattern: '* * * * * *',
        run: async () => {
          runs.writing += 1;
          throw new AppError('unavailable', 'The database is locked by another program.');
        },
      },
      {
        name: 'reading',
        pattern: '* * * * * *',
        run: async () => {
          runs.reading += 1;
        },
      },
    ],
    { log, faults },
  );
  await expect.poll(() => Math.min(runs.writing, runs.reading), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  expect(faults.standing()).toEqual(['The database is locked by another program.']);
});
