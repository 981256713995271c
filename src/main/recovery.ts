/** A page that crashed, or hangs before it has begun, is loaded again: nothing lives in it alone. */
import { app, type BrowserWindow } from 'electron'
import type { Translate } from '../i18n/index.ts'
import { ask } from './dialogs.ts'

const MOST_CRASHES = 3
const WITHIN_MS = 60_000
/** Reading the page from the disk takes a tenth of a second; a process that hangs at its start never gets there. */
const BEGINS_WITHIN_MS = 15_000

export const recoverPage = (window: BrowserWindow, say: () => Translate) => {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    console.error(`The page ended: ${reason}`)
    crashes = [...crashes.filter((at) => at > Date.now() - WITHIN_MS), Date.now()]
    if (crashes.length <= MOST_CRASHES) window.webContents.reload()
    else void askForMore()
  })

  let begins: NodeJS.Timeout | undefined
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return
    clearTimeout(begins)
    begins = setTimeout(() => window.webContents.forcefullyCrashRenderer(), BEGINS_WITHIN_MS)
  })
  window.webContents.on('did-navigate', () => clearTimeout(begins))
  window.once('closed', () => clearTimeout(begins))

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
