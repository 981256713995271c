import { run } from '../lib/run.mjs'

/** Runs npm: the one that started this script, else the one on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options)
  if (process.platform === 'win32') return run('cmd', ['/c', 'npm', ...args], options)
  return run('npm', args, options)
}
