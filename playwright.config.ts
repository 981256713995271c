import { defineConfig } from '@playwright/test'

/** Virtual displays that were started for the tests (`npm test`): as many workers, each on its own. */
const displays = (process.env['ACTANT_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '')
const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
if (display !== undefined) process.env['DISPLAY'] = display

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  // Each test drives a whole program of four processes, which takes a bit more than half of two cores.
  workers: Math.max(1, displays.length),
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // Real windows on machines that do much else: what fails once and then holds is listed as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
