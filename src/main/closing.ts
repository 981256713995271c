/** Before the window closes, the page finishes what it has not written yet, and may say that it must stay open. */
import { app, type BrowserWindow } from 'electron'
import { push } from './ipc.ts'

/** A page that hangs or crashed does not answer; what it had acknowledged is in the file. */
const HEARD_WITHIN_MS = 2_000
/** At the end of the session nobody may be there to answer a question. */
const URGENT_WITHIN_MS = 5_000

export type Closing = {
  /** The page works on its answer. */
  heard(): void
  answer(mayClose: boolean): void
  /** Closes whatever the page says or fails to say in time. */
  urgent(): void
}

export const guardClosing = (window: BrowserWindow): Closing => {
  let mayClose = false
  let limit: NodeJS.Timeout | undefined
  let isUrgent = false

  const close = () => {
    mayClose = true
    clearTimeout(limit)
    window.close()
  }

  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    if (limit) return
    limit = setTimeout(close, isUrgent ? URGENT_WITHIN_MS : HEARD_WITHIN_MS)
    push(window.webContents, 'closing')
  })
  window.once('closed', () => clearTimeout(limit))
  window.webContents.on('render-process-gone', () => {
    if (limit || isUrgent) close()
  })

  return {
    heard() {
      if (!isUrgent) clearTimeout(limit)
    },
    answer(yes) {
      if (yes || isUrgent) return close()
      clearTimeout(limit)
      limit = undefined
    },
    urgent() {
      isUrgent = true
      clearTimeout(limit)
      limit = undefined
      app.quit()
    },
  }
}
