import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    // What is timed runs alone: `npm run budgets`.
    exclude: [...configDefaults.exclude, 'tests/budgets/**'],
    globalSetup: ['tests/setup/global.ts'],
    pool: 'forks',
    // One more than cores: a good part of the tests waits for processes, timers and retries.
    maxWorkers: 3,
    testTimeout: 30_000,
    // A server may take 90 s to be ready where the machine is busy (tests/setup/server.ts).
    hookTimeout: 120_000,
    // A test without an assertion proves nothing, and a file left on `.only` hides the others.
    expect: { requireAssertions: true },
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
  },
});
