/** `npm run setup`: brings everything a fresh machine needs, and tries again what could not be reached before. */
import { main } from './lib/failure.mjs'
import { ensureSetup } from './setup/index.mjs'

await main(async () => {
  const electron = await ensureSetup({ again: true, verbose: true })
  console.log(`Ready, with Electron ${electron.version}${electron.isFallback ? ' (fallback)' : ''}. Next: npm start`)
})
