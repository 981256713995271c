/** `npm run readme`: writes the keyboard table into README.md, from the list that the window itself works by. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'vite'

const readme = new URL('../README.md', import.meta.url)
// The window's modules name components, which Node cannot load by itself.
const vite = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
})
try {
  const { withKeys } = await vite.ssrLoadModule(new URL('readme-keys.ts', import.meta.url).pathname)
  writeFileSync(readme, withKeys(readFileSync(readme, 'utf8')))
} finally {
  await vite.close()
}
