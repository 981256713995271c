/** A page that crashed is loaded again: nothing lives in it alone. */
import { app, type BrowserWindow } from 'electron'
import type { Translate } from '../i18n/index.ts'
import { ask } from './dialogs.ts'

const MOST_CRASHES = 3
const WITHIN_MS = 60_000

export const recoverPage = (window: BrowserWindow, say: () => Translate) => {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    console.error(`The page ended: ${reason}`)
    crashes = [...crashes.filter((at) => at > Date.now() - WITHIN_MS), Date.now()]
    if (crashes.length <= MOST_CRASHES) window.webContents.reload()
    else void askForMore()
  })

  const askForMore = async () => {
    const text = say()
    const answer = await ask(window, {
      kind: 'error',
      message: text('main.page-broken'),
      detail: text('main.page-broken.detail'),
      buttons: [text('main.page-broken.again'), text('main.page-broken.close')],
      default: 0,
      cancel: 1,
    })
    if (answer === 1) return app.quit()
    crashes = []
    window.webContents.reload()
  }
}
