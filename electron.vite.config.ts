import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = { '@shared': at('shared'), '@resources': at('resources') }

/** Every font comes twice, for browsers of long ago too; Chromium reads WOFF2. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    /@fontsource.*\.css/.test(id) ? code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '') : null,
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          host: at('electron/data/host.ts'),
          worker: at('electron/data/worker.ts'),
          cli: at('electron/cli/main.ts'),
          'print-host': at('electron/cli/print-host.ts'),
        },
        // What is loaded when it is first needed stands beside the bundle: electron/data/language-tools.ts.
        external: ['electron', 'better-sqlite3', 'pinyin-pro', 'snowball-stemmers'],
        output: { format: 'es' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload script must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react(), onlyWoff2],
    build: {
      target: 'chrome130',
      minify: true,
      // Fonts and pictures stay files: the content security policy refuses `data:` fonts.
      assetsInlineLimit: 0,
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
})
