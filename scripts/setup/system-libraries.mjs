/** Step: what Electron needs from a Linux system, and a virtual display where there is no real one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { isRoot } from '../lib/project.mjs'
import { run } from '../lib/run.mjs'
import { hasDisplay } from './display.mjs'
import { installedElectron } from './electron.mjs'

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
const TIME_LIMIT_SECONDS = 10 * 60

/** @type {import('../lib/progress.mjs').Step} */
export const systemStep = {
  name: 'system libraries',
  missing() {
    const missing = findMissing()
    return missing.length ? missing.join(' ') : undefined
  },
  bring: () => install(findMissing()),
}

/** Debian packages that are missing. */
function findMissing() {
  if (process.platform !== 'linux') return []
  return [...(unresolved().length ? LIBRARIES : []), ...(hasDisplay() || isCommand('Xvfb') ? [] : ['xvfb'])]
}

/** Shared libraries the runtime asks for in vain. */
function unresolved() {
  const { stdout } = spawnSync('ldd', [installedElectron().executable], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return [...(stdout ?? '').matchAll(/(\S+) => not found/g)].map((match) => match[1])
}

const isCommand = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

async function install(names) {
  if (!isCommand('apt-get')) {
    const what = [...unresolved(), ...(names.includes('xvfb') ? ['Xvfb'] : [])].join(', ')
    throw new Failure(`Missing on this system: ${what}. Install them with its package manager, then run this again.`)
  }
  const packages = names.map(currentName)
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  if (!isRoot) throw new Failure(`Missing on this system, and only root can install it. Run: sudo ${command.join(' ')}`)
  const limits = { env: { DEBIAN_FRONTEND: 'noninteractive' }, seconds: TIME_LIMIT_SECONDS }
  await run('apt-get', ['update', '-o', 'DPkg::Lock::Timeout=300'], limits)
  const { output, stopped } = await run(command[0], [...command.slice(1), '-o', 'DPkg::Lock::Timeout=300'], limits)
  if (findMissing().length === 0) return
  const reason = stopped ?? output.match(/^E: (.+)/m)?.[1] ?? 'apt-get failed'
  throw new Failure(`The system libraries could not be installed (${reason}). Run: ${command.join(' ')}`)
}

/** Newer Debian and Ubuntu renamed packages when time became 64 bits wide. */
function currentName(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', `${name}t64`], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return /Candidate: \d/.test(stdout ?? '') ? `${name}t64` : name
}
