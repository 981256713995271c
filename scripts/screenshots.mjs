/** `npm run screenshots`: the window with the sample project, for the README: light in English, dark in Russian. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronArguments } from './lib/electron-arguments.mjs'
import { main } from './lib/failure.mjs'
import { fromRoot, root } from './lib/project.mjs'
import { buildStep } from './setup/build.mjs'
import { withDisplay } from './setup/display.mjs'
import { ensureSetup } from './setup/index.mjs'

const pictures = [
  { name: 'window-light', language: 'en', theme: 'light', article: 0 },
  { name: 'window-dark', language: 'ru', theme: 'dark', article: 2 },
]
const identity = { id: '01920000-0000-7000-8000-000000000001', name: 'Anna' }
/** The text is painted and the scroll to the card has come to rest. */
const SETTLED_MS = 800

await main(async () => {
  const { executable } = await ensureSetup({ further: [buildStep()] })
  mkdirSync(fromRoot('docs', 'images'), { recursive: true })
  return withDisplay(async (env) => {
    for (const picture of pictures) await take(executable, env, picture)
    return 0
  })
})

async function take(executablePath, display, { name, language, theme, article }) {
  const { _electron } = await import('@playwright/test')
  const home = mkdtempSync(join(tmpdir(), 'actant-picture-'))
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ language, theme, identity }))
  const env = { ...process.env, ...display, HOME: home, ACTANT_STATE_DIR: home }
  const app = await _electron.launch({ executablePath, args: [...electronArguments(), root], env })
  try {
    const page = await app.firstWindow()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1360, 850))
    await page.getByRole('listbox').first().getByRole('option').nth(article).click()
    await page
      .getByRole('button', { name: /Close|Hide|Закрыть|Скрыть/ })
      .first()
      .click()
    const cards = page.getByRole('grid').getByRole('row')
    await cards
      .filter({ has: page.locator('.card.position, .card.claim') })
      .first()
      .click()
    await page.waitForTimeout(SETTLED_MS)
    await page.screenshot({ path: fromRoot('docs', 'images', `${name}.png`) })
  } finally {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
}
