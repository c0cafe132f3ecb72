import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vite takes the package's "./*/*" for a match of "./en" and looks for a file that is not there; Node and Next.js do not.
  resolve: { alias: { 'chrono-node/en': fileURLToPath(new URL('node_modules/chrono-node/dist/esm/locales/en/index.js', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 20_000,
  },
})
