import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node', ...more },
});

/** Four levels, cheapest first; the last two need the servers that test/support/servers.ts starts. */
export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract', { testTimeout: 30_000 }),
      project('integration', {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        globalSetup: ['test/support/servers.ts'],
        fileParallelism: false,
      }),
      project('scenario', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        globalSetup: ['test/support/servers.ts'],
        fileParallelism: false,
      }),
    ],
  },
});
