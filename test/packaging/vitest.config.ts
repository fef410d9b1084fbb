import { defineConfig } from 'vitest/config'

// One package is made and then looked at and used, by one file after the other, each step as long as it takes.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: 'make-package.ts',
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
