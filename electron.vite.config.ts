import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

// Every runtime the program supports understands this: Electron 33 (the fallback) and all newer ones.
const NODE = 'node20.18'
const CHROME = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE,
      rolldownOptions: {
        input: {
          index: path('src/main/index.ts'),
          service: path('src/service/index.ts'),
          reader: path('src/readers/process.ts'),
          cli: path('src/cli/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      // A sandboxed preload can load nothing but Electron: one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: path('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('src/renderer'),
    plugins: [react()],
    build: {
      target: CHROME,
      minify: true,
      // Fonts and pictures stay files: the content security policy lets no font in from a `data:` address.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: path('src/renderer/index.html') } },
    },
  },
})
