import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Builds of whole dossiers and property tests take longer than the default of 5 seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
