import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { entries, root } from './project.js';

// `clientele` in tests, examples and documents is the source. Whole specifiers only, so that nothing deeper resolves.
const alias = [
  ...entries.map(({ specifier, source }) => ({ find: new RegExp(`^${specifier}$`), replacement: join(root, source) })),
  { find: /^clientele\/policy\.schema\.json$/, replacement: join(root, 'policy.schema.json') },
];

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package/**', 'test/**/fixtures/**', '**/node_modules/**'],
          testTimeout: 60_000,
          // Each file would load the whole source again, and vitest leaves one core idle: together more than half the time.
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        root,
        test: {
          name: 'package',
          maxConcurrency: 2,
          include: ['test/package/**/*.test.ts'],
          exclude: ['test/package/fixtures/**'],
          globalSetup: 'test/package/global-setup.ts',
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
