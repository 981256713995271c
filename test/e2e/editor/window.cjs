/** A window on the built test page, under a policy as strict as the program's. */
const { app, BrowserWindow, net, protocol } = require('electron')
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

// As in `src/main/graphics.ts`.
if (!existsSync('/dev/dri')) app.disableHardwareAcceleration()

const folder = process.env.ACTANT_TEST_PAGE
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.whenReady().then(() => {
  protocol.handle('app', (request) => net.fetch(pathToFileURL(join(folder, new URL(request.url).pathname)).href))
  const window = new BrowserWindow({
    width: 1000,
    height: 700,
    useContentSize: true,
    webPreferences: { sandbox: true },
  })
  window.loadURL('app://page/index.html')
})
app.on('window-all-closed', () => app.quit())
