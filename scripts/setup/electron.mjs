/** Step: Electron's runtime, which its npm package does not contain. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { cacheFolder, inPackages, readJson } from '../lib/project.mjs'
import { run } from '../lib/run.mjs'
import { fallbackVersion, hasFallback, placeFallback } from './fallback-electron.mjs'
import { nodePath } from './node.mjs'

const SILENCE_SECONDS = 30
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000

const electron = (...parts) => inPackages('electron', ...parts)
const pinnedVersion = () => readJson(electron('package.json')).version
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)

/** The runtime in place. @returns {{ version: string, executable: string, isFallback: boolean } | undefined} */
export function installedElectron() {
  const version = readIfThere(electron('dist', 'version'))?.replace(/^v/, '')
  const file = readIfThere(electron('path.txt'))
  if (!version || !file || !existsSync(electron('dist', file))) return undefined
  return { version, executable: electron('dist', file), isFallback: version !== pinnedVersion() }
}

/**
 * @param {{ again?: boolean }} options `again`: ask for the official runtime even if it could not be reached today.
 * @returns {import('../lib/progress.mjs').Step}
 */
export function electronStep({ again = false } = {}) {
  return {
    name: 'Electron',
    missing() {
      const installed = installedElectron()
      if (installed && !installed.isFallback) return undefined
      if (installed && installed.version === fallbackVersion && !again && failedLately()) return undefined
      return pinnedVersion()
    },
    bring: () => bringElectron(again),
  }
}

async function bringElectron(again) {
  const version = pinnedVersion()
  const known = again ? undefined : failedLately()
  const reason = known ?? (await fetchOfficial())
  if (!reason) return rmSync(failureMark(), { force: true })
  if (!hasFallback()) {
    throw new Failure(
      `Electron ${version} could not be fetched from github.com (${reason}). Check the connection, or set ELECTRON_MIRROR, then run: npm run setup`,
    )
  }
  if (!known) writeFileSync(failureMark(), JSON.stringify({ at: Date.now(), reason }))
  if (installedElectron()?.version !== fallbackVersion) await placeFallback(electron())
  return `Electron ${version} could not be fetched (${reason}): Electron ${fallbackVersion} takes its place. It is old: for development and tests only.`
}

/** Runs Electron's own installer. @returns {Promise<string | undefined>} why it failed, or nothing */
async function fetchOfficial() {
  const temporary = mkdtempSync(join(tmpdir(), 'actant-electron-'))
  // The installer would write into the fallback's files, and through their hard links into the cache.
  const aside = electron('dist-fallback')
  rmSync(aside, { recursive: true, force: true })
  if (installedElectron()) renameSync(electron('dist'), aside)
  const grown = { bytes: -1, at: Date.now() }
  const stopIf = () => {
    const bytes = folderSize(temporary) + folderSize(electron('dist'))
    if (bytes !== grown.bytes) Object.assign(grown, { bytes, at: Date.now() })
    return Date.now() - grown.at > SILENCE_SECONDS * 1000 ? `no byte for ${SILENCE_SECONDS} s` : undefined
  }
  const hasProxy = Boolean(process.env.HTTPS_PROXY || process.env.https_proxy)
  const env = {
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
    ELECTRON_GET_NO_PROGRESS: '1',
    ...(hasProxy && { NODE_USE_ENV_PROXY: '1' }),
  }
  const { code, output, stopped } = await run(nodePath(), [electron('install.js')], { env, stopIf })
  rmSync(temporary, { recursive: true, force: true })
  const official = installedElectron()
  if (code === 0 && official && !official.isFallback) {
    rmSync(aside, { recursive: true, force: true })
    return undefined
  }
  if (existsSync(aside)) {
    rmSync(electron('dist'), { recursive: true, force: true })
    renameSync(aside, electron('dist'))
  }
  return stopped ?? output.match(/(?:Error: )(.+)/)?.[1] ?? `exit code ${code}`
}

function folderSize(folder) {
  let bytes = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      bytes += entry.isDirectory() ? folderSize(path) : statSync(path).size
    }
  } catch {
    // Files come and go while the installer works.
  }
  return bytes
}

const failureMark = () =>
  join(cacheFolder(), `electron-${pinnedVersion()}-${process.platform}-${process.arch}.unreachable.json`)

function failedLately() {
  try {
    const { at, reason } = readJson(failureMark())
    const age = Date.now() - at
    return age >= 0 && age < RETRY_AFTER_MS ? reason : undefined
  } catch {
    return undefined
  }
}
