import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    // Processes rather than threads: the tests load a native module and some kill what they started.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
