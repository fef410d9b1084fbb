import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.test.ts',
  tsconfig: 'test/tsconfig.json',
  outputDir: 'test-results/e2e',
  // Each test runs a whole application of five processes; a second beside it would only be measured waiting.
  workers: 1,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
})
