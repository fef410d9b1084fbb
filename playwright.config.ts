import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.test.ts',
  tsconfig: 'test/tsconfig.json',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
})
