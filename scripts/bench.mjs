/** `npm run bench [-- adding] [-- …]`: drives the built program's own window and measures it (`bench/run.ts`, `bench/adding.ts`). */
import { main } from './lib/failure.mjs'
import { fromRoot } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { buildStep } from './setup/build.mjs'
import { withDisplay } from './setup/display.mjs'
import { ensureSetup } from './setup/index.mjs'
import { nodePath } from './setup/node.mjs'

await main(async () => {
  await ensureSetup({ further: [buildStep()] })
  const [which, ...others] = process.argv.slice(2)
  const args =
    which === 'adding'
      ? [fromRoot('bench', 'adding.ts'), ...others]
      : [fromRoot('bench', 'run.ts'), ...process.argv.slice(2)]
  return withDisplay(async (env) => (await run(nodePath(), args, { env, show: true })).code)
})
