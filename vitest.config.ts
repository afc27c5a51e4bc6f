import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node', isolate: false, ...more },
});

/**
 * Four levels, cheapest first; the last two need the servers that test/support/servers.ts starts, and take two files at a
 * time because each waits for a server half of its time. Files of one worker share its modules: loading them again for
 * each file cost as much as a third of the tests.
 */
export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract', { testTimeout: 30_000 }),
      project('integration', {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        globalSetup: ['test/support/servers.ts'],
        maxWorkers: 2,
      }),
      project('scenario', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        globalSetup: ['test/support/servers.ts'],
        maxWorkers: 2,
      }),
    ],
  },
});
