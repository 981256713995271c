/** `npm run dev`: the program with its window reloading as the sources change. */
import { electronArguments } from './lib/electron-arguments.mjs'
import { main } from './lib/failure.mjs'
import { inPackages } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { forgetBuild } from './setup/build.mjs'
import { withDisplay } from './setup/display.mjs'
import { ensureSetup } from './setup/index.mjs'
import { nodePath } from './setup/node.mjs'

await main(async () => {
  await ensureSetup()
  forgetBuild()
  const electronVite = inPackages('electron-vite', 'bin', 'electron-vite.js')
  const args = [electronVite, 'dev', '--watch', '--', ...electronArguments(), ...process.argv.slice(2)]
  return withDisplay(async (env) => (await run(nodePath(), args, { env, show: true })).code)
})
