import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { shell } from './scripts/shell.mjs'

const backend = `http://127.0.0.1:${process.env.SIMPUL_PORT ?? '8000'}`
const proxy = Object.fromEntries(
  ['/api', '/_allauth'].map((path) => [path, { target: backend, changeOrigin: false }]),
)

// What every page is drawn with. What opens over one (dialogs, menus) is left out: the first page shows none.
const BASE =
  /[\\/]@mantine[\\/](?:hooks|core[\\/]esm[\\/](?:core|components[\\/](?:ActionIcon|CloseButton|FocusTrap|Input|Portal|Transition)[\\/]))/
const UI = /[\\/]src[\\/](?:ui(?![\\/](?:Confirm|Dialog|FilterMenu|FormDialog)\.)|lib|api)[\\/]/

export default defineConfig({
  plugins: [react(), shell()],
  resolve: { alias: { '~': new URL('./src', import.meta.url).pathname } },
  server: { host: '127.0.0.1', port: 5173, proxy },
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    sourcemap: false,
    // Fonts and icons stay files: the content security policy allows no data: scripts and we want them cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        // What nearly every page shares travels together instead of as dozens of small files.
        codeSplitting: {
          groups: [
            { name: 'icons', test: /[\\/]@tabler[\\/]/, minShareCount: 9 },
            { name: 'base', test: BASE, minShareCount: 32 },
            { name: 'ui', test: UI, minShareCount: 32 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    // Tests are quick; a machine that also builds and serves is not.
    testTimeout: 20_000,
    env: { TZ: 'UTC' },
  },
})
