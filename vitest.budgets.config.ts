import { defineConfig } from 'vitest/config';

/** `npm run budgets`: what is timed, one after the other and with nothing beside it. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/budgets/**/*.test.ts'],
    globalSetup: ['tests/setup/budgets.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    expect: { requireAssertions: true },
    allowOnly: false,
    passWithNoTests: false,
  },
});
