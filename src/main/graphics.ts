/** Where there is nothing to accelerate with, Chromium draws on the processor from the start. */
import { existsSync } from 'node:fs'
import { app } from 'electron'

/**
 * To be called before the program is ready. Without a graphics device, Chromium starts a graphics process, sees it fail and
 * starts another: a page that asks in between can wait for ever (one start in fifteen, on a busy machine).
 */
export const settleGraphics = () => {
  if (process.platform === 'linux' && !existsSync('/dev/dri')) app.disableHardwareAcceleration()
}
