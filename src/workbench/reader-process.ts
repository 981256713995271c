/** A reader process under plain Node, for the command line and for a service that is a process of Node. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReaderProcess } from './reader-worker.ts'

/** V8's heap. Reading the largest file that is taken needs a quarter of it. */
export const readerHeapMegabytes = 512

/**
 * Without environment and network names; of files it can read only its own code and packages.
 * @param entry a test's own, in place of `readers/process.ts`
 */
export const startReaderProcess = (entry = readerEntry(), heapMegabytes = readerHeapMegabytes): ReaderProcess => {
  const child = spawn(process.execPath, [...permissions(entry), `--max-old-space-size=${heapMegabytes}`, entry], {
    // What a process without memory says before it dies is for nobody's eyes.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: environment(),
    windowsHide: true,
  })
  return {
    send: (message) => void (child.connected && child.send(message, () => {})),
    onMessage: (handler) => child.on('message', handler),
    onExit(handler) {
      child.once('error', () => handler('crashed'))
      child.once('exit', (_, signal) => handler(signal === 'SIGABRT' ? 'too-much-memory' : 'crashed'))
    },
    kill: () => child.kill('SIGKILL'),
  }
}

/** Beside the sources, or in the folder of the bundles. */
const readerEntry = (): string => {
  const source = join(import.meta.dirname, '..', 'readers', 'process.ts')
  if (existsSync(source)) return source
  const bundled = join(import.meta.dirname, 'reader.mjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, '..', 'reader.mjs')
}

/** An entry stands two folders below the root: `src/readers`, `out/main`. */
const permissions = (entry: string): string[] => {
  if (!process.allowedNodeEnvironmentFlags.has('--permission')) return []
  const root = join(dirname(entry), '..', '..')
  const read = ['package.json', 'src', 'out', 'node_modules'].map((name) => `--allow-fs-read=${join(root, name)}`)
  return ['--permission', '--allow-worker', ...read, `--allow-fs-read=${entry}`, '--disable-warning=PERM0006']
}

const environment = (): NodeJS.ProcessEnv => {
  const { SystemRoot, TZ } = process.env
  return { ...(SystemRoot && { SystemRoot }), ...(TZ && { TZ }) }
}
