import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/setup/global.ts'],
    pool: 'forks',
    maxWorkers: 2,
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
