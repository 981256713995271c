/** `node scripts/draw-icon.mjs`: draws `resources/icon.png` from `resources/icon.svg` with the project's own Chromium. */
import { readFileSync, writeFileSync } from 'node:fs'
import { electronArguments } from './lib/electron-arguments.mjs'
import { Failure, main } from './lib/failure.mjs'
import { fromRoot, scratch } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { withDisplay } from './setup/display.mjs'
import { ensureSetup } from './setup/index.mjs'

const SIDE = 512

/** Runs in the page. */
const draw = `(async () => {
  const picture = new Image(${SIDE}, ${SIDE})
  picture.src = 'data:image/svg+xml;base64,' + SVG
  await picture.decode()
  const canvas = new OffscreenCanvas(${SIDE}, ${SIDE})
  canvas.getContext('2d').drawImage(picture, 0, 0, ${SIDE}, ${SIDE})
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
})()`

const painter = (svg) => `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('about:blank')
  const png = await window.webContents.executeJavaScript(${JSON.stringify(draw.replace('SVG', `'${svg}'`))})
  require('node:fs').writeFileSync(process.env.ICON_TARGET, Buffer.from(png, 'base64'))
  app.quit()
})`

await main(async () => {
  const electron = await ensureSetup()
  const script = scratch('draw-icon.cjs')
  writeFileSync(script, painter(readFileSync(fromRoot('resources', 'icon.svg')).toString('base64')))
  const { code, output } = await withDisplay((display) => {
    const env = { ...display, ICON_TARGET: fromRoot('resources', 'icon.png') }
    return run(electron.executable, [...electronArguments(), script], { env, seconds: 60 })
  })
  if (code !== 0) throw new Failure(`The icon could not be drawn: ${output.trim().split('\n').at(-1)}`)
})
