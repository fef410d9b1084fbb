import { defineConfig } from 'vitest/config'

// One package is made and then looked at and used: in order, in one file, each step as long as it takes.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
