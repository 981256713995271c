/** `ACTANT_PICTURE=FILE.png`: a picture of the window once it shows something; the program ends then, unless it is to stay. */
import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'

/** The first frames after the page says it is ready may still be without their fonts. */
const SETTLE_MS = 500

export const takePicture = async (window: BrowserWindow) => {
  const file = process.env['ACTANT_PICTURE']
  if (!file) return
  window.show()
  await wait(SETTLE_MS)
  const picture = await window.webContents.capturePage()
  writeFileSync(file, picture.toPNG())
  if (!process.env['ACTANT_PICTURE_STAY']) app.quit()
}
