/** Step: the npm packages of the lock file. */
import { existsSync } from 'node:fs'
import { Failure } from '../lib/failure.mjs'
import { fromRoot, inPackages, readJson } from '../lib/project.mjs'
import { npm } from './npm.mjs'

const TIME_LIMIT_SECONDS = 20 * 60

/** @type {import('../lib/progress.mjs').Step} */
export const packagesStep = { name: 'packages', missing: missingPackages, bring: installPackages }

/**
 * Compares the lock file with what npm wrote down about `node_modules` itself, so that neither a repeated run nor an
 * `npm install` done by hand leads to a second installation.
 */
function missingPackages() {
  const wanted = readJson(fromRoot('package-lock.json')).packages
  const record = inPackages('.package-lock.json')
  if (!existsSync(record)) return 'installing'
  const present = readJson(record).packages
  const isCurrent = ([path, entry]) =>
    path === '' ||
    (path in present
      ? present[path].version === entry.version && existsSync(fromRoot(path))
      : entry.optional || entry.devOptional || entry.peer)
  return Object.entries(wanted).every(isCurrent) ? undefined : 'bringing up to date'
}

async function installPackages() {
  // No package here needs an install script, and better-sqlite3 would start a compiler by npm's own inference.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { code, output, stopped } = await npm(args, { seconds: TIME_LIMIT_SECONDS })
  if (code === 0) return
  const reason =
    stopped ??
    output.match(/npm (?:error|ERR!) (?!code|errno|syscall|A complete log)(.+)/)?.[1] ??
    output.trim().split('\n').at(-1)
  throw new Failure(
    `npm could not install the packages (${reason}). Check the connection to the npm registry, then run: npm run setup`,
  )
}
