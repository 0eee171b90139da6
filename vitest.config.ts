import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The Apollo packages load graphql's CommonJS build; a second copy of its classes would not know their objects.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['{gateway,schema,system,test}/**/*.test.ts', 'subgraphs/*/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/bench/peers/**'],
    // Left to itself Vitest keeps one core for others, which leaves one of two.
    maxWorkers: '100%',
    // The files of a process share the modules that they import, which were half the time of all tests when each had its own.
    isolate: false,
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
