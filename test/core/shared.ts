/** Rights-bound test data beside the project: found through ACTANT_SHARED, never copied; tests that need it skip without it. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(process.env['ACTANT_SHARED'] ?? '../shared')
const there = existsSync(join(root, 'gold'))

export const shared = {
  there,
  /** Stands in a test's name, so that a skipped one says why. */
  note: there ? '' : '(skipped: no test data; set ACTANT_SHARED)',
  path: (name: string): string => join(root, name),
}
