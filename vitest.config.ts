import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // For what hangs only: on a busy machine a property test or the build of a whole dossier may take minutes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
