/** `npm run build`: makes the bundles in `out/`. */
import { main } from './lib/failure.mjs'
import { buildStep } from './setup/build.mjs'
import { ensureSetup } from './setup/index.mjs'

await main(async () => {
  await ensureSetup({ electron: false, further: [buildStep({ always: true })] })
})
