/** `npm run package`: a runnable folder and, where `dpkg-deb` is at hand, a Debian package in `dist/`. */
import { mkdirSync } from 'node:fs'
import { Failure, main } from './lib/failure.mjs'
import { fromRoot } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { makeDeb } from './package/deb.mjs'
import { buildStep } from './setup/build.mjs'
import { installedElectron } from './setup/electron.mjs'
import { ensureSetup } from './setup/index.mjs'
import { nodePath } from './setup/node.mjs'

const TIME_LIMIT_SECONDS = 10 * 60
const out = fromRoot('dist')

await main(async () => {
  if (process.platform !== 'linux') throw new Failure('Packages are made on Linux only, for now.')
  mkdirSync(out, { recursive: true })
  const hasDpkg = (await run('dpkg-deb', ['--version'])).code === 0
  const made = []
  const folderStep = { name: 'package', missing: () => 'folder', bring: async () => void made.push(await pack()) }
  const debStep = {
    name: 'package',
    missing: () => '.deb',
    bring: async () => void made.push(await makeDeb(made[0], out, installedElectron().isFallback)),
  }
  const electron = await ensureSetup({
    system: false,
    further: [buildStep(), folderStep, ...(hasDpkg ? [debStep] : [])],
  })
  for (const path of made) process.stdout.write(`${path}\n`)
  if (electron.isFallback) {
    process.stdout.write(
      `Made with the fallback runtime, Electron ${electron.version}: for development and tests only.\n`,
    )
  }
})

async function pack() {
  const { version, isFallback } = installedElectron()
  const args = [fromRoot('scripts/package/pack.mjs'), version, isFallback ? 'FALLBACK' : 'OFFICIAL', out]
  const { code, stdout, output, stopped } = await run(nodePath(), args, { seconds: TIME_LIMIT_SECONDS })
  if (code !== 0) throw new Failure(`Packing failed${stopped ? ` (${stopped})` : ''}:\n${output.trim()}`)
  return stdout.trim().split('\n').at(-1)
}
