import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By itself Vitest leaves one processor to others: on a machine with two, every file would wait for the one before.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/editor/**', 'test/view/**'],
          // Generous: some cases run the real pack on a busy two-core machine.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'view',
          include: ['test/browser/**/*.test.ts', 'test/view/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'editor',
          include: ['test/editor/**/*.test.ts'],
          exclude: ['test/editor/host.test.ts', 'test/editor/soak.test.ts'],
          // A workbench for each file, whose cases follow one another in one session.
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'soak',
          // Minutes to hours: `npm run soak`, not `npm test`.
          include: ['test/editor/soak.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'hosts',
          // Apart from the other editor tests: `npm run test:offline` runs it where there is no network.
          include: ['test/editor/host.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
