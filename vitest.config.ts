import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    // Processes rather than threads: the tests load a native module and some kill what they started.
    pool: 'forks',
    // Many tests wait for programs they started: on two cores one worker, as is usual, leaves a core idle.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
