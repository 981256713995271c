/** Electron's security checklist (electronjs.org/docs/latest/tutorial/security), item by item, on the running program. */
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type App, createHome, endApp, expect, keepSettings, launchApp, root, test } from './app.ts'

// One program for all: what is tried here must leave no trace.
let app: App
test.beforeAll(async () => {
  const home = createHome()
  keepSettings(home)
  app = await launchApp({ home })
})
test.afterAll(async () => {
  await endApp(app)
  rmSync(app.home.folder, { recursive: true, force: true })
})

/** A server that counts who asks. */
const counting = async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, requests: () => requests, close: () => server.close() }
}

test('1, 18: everything comes from our own protocol, nothing from file: or http:', async () => {
  expect(await app.page.evaluate(() => location.href)).toBe('app://actant/index.html')
  const loaded: string[] = []
  app.page.on('request', (request) => loaded.push(request.url()))
  await app.page.reload()
  await app.page.evaluate(() => document.fonts.ready)
  expect(loaded.length).toBeGreaterThan(2)
  expect(loaded.filter((url) => !url.startsWith('app://actant/'))).toEqual([])
})

test('1, 18: the protocol serves the page’s files and nothing else', async () => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const status = async (url: string) => (await net.fetch(url)).status
    return {
      page: await status('app://actant/index.html'),
      missing: await status('app://actant/missing.js'),
      above: await status('app://actant/..%2f..%2fpackage.json'),
      above2: await status('app://actant/%2e%2e/%2e%2e/package.json'),
      folder: await status('app://actant/'),
      nul: await status('app://actant/index%00.html'),
    }
  })
  expect(statuses).toEqual({ page: 200, missing: 404, above: 404, above2: 404, folder: 404, nul: 404 })
})

test('2, 20: the page has no Node and nothing of Electron but its api', async () => {
  const found = await app.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    api: Object.keys(window.actant).sort(),
    isFrozen: (() => {
      try {
        ;(window as { actant: unknown }).actant = {}
      } catch {
        // Refused by throwing.
      }
      return 'start' in window.actant
    })(),
  }))
  expect(found).toEqual({
    globals: [],
    api: [
      'ask',
      'changeSettings',
      'close',
      'contextMenu',
      'copyText',
      'dropped',
      'keepView',
      'onClosing',
      'onCommand',
      'onFiles',
      'onService',
      'onSettings',
      'pick',
      'ready',
      'requestPort',
      'setEdited',
      'setMenu',
      'settings',
      'showInFolder',
      'start',
      'view',
    ],
    isFrozen: true,
  })
})

test('3, 4, 6, 8, 9, 10, 11, 12: the window’s preferences', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
  expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
  expect(await app.page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false)
})

test('5: every permission is denied', async () => {
  const answers = await app.page.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'granted',
        () => 'refused',
      )
    return {
      notifications: await Notification.requestPermission(),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('refused'),
        ),
      ),
      clipboard: await refused(navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    camera: 'refused',
    screen: 'refused',
    place: 'refused',
    clipboard: 'refused',
  })
})

test('7: a strict content security policy comes as a header with every file', async () => {
  const headers = await app.electron.evaluate(async ({ net }) => {
    const { headers } = await net.fetch('app://actant/index.html')
    return { policy: headers.get('content-security-policy'), sniff: headers.get('x-content-type-options') }
  })
  expect(headers.policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
  )
  expect(headers.sniff).toBe('nosniff')
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    const handler = document.createElement('img')
    handler.setAttribute('onerror', 'window.ran = true')
    handler.src = 'data:image/png,broken'
    document.body.append(handler)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return 'ran' in window
  })
  expect(ran).toBe(false)
})

test('13: the page cannot be led elsewhere', async () => {
  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'app://other/index.html',
  ]) {
    await app.page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.remove()
      location.href = url
    }, target)
    await app.page.waitForTimeout(150)
    expect(await app.page.evaluate(() => location.href)).toBe('app://actant/index.html')
  }
})

test('14: no window can be opened', async () => {
  expect(await app.page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(await app.page.evaluate(() => window.open('app://actant/index.html') === null)).toBe(true)
  expect(app.electron.windows()).toHaveLength(1)
})

test('15: nothing is handed to other programs', () => {
  expect(readFileSync(join(root, 'out/main/index.mjs'), 'utf8')).not.toMatch(/openExternal|openPath/)
})

test('16: Electron is pinned to a version that is still maintained', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
})

test('17: messages from any other document are refused', async () => {
  const preload = join(root, 'out/preload/index.cjs')
  const answers = await app.electron.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } })
    await stranger.loadURL('data:text/html,stranger')
    const settings = await stranger.webContents.executeJavaScript(
      'window.actant.settings().then(() => "answered", (error) => String(error))',
    )
    await stranger.webContents.executeJavaScript('window.actant.setMenu({ items: [] }); window.actant.close()')
    stranger.destroy()
    return settings
  }, preload)
  expect(answers).toContain('refused')
  expect(app.output()).toMatch(/Refused message: settings from data:/)
  expect(app.output()).toMatch(/Refused message: close from data:/)
  await expect.poll(() => app.electron.windows().length).toBe(1)
})

test('17: what does not parse is refused', async () => {
  const answer = await app.page.evaluate(() =>
    window.actant.changeSettings({ theme: 'pink' as 'dark' }).then(
      () => 'answered',
      (error) => String(error),
    ),
  )
  expect(answer).toContain('refused')
  expect((await app.page.evaluate(() => window.actant.settings())).theme).toBe('system')
})

test('no request leaves the program: neither the page’s nor its own', async () => {
  const server = await counting()
  expect(await (await fetch(server.url)).text()).toBe('here')
  const outcomes = await app.page.evaluate(async (url) => {
    const loads = (element: HTMLImageElement | HTMLScriptElement | HTMLIFrameElement) =>
      new Promise((resolve) => {
        element.onload = () => resolve('loaded')
        element.onerror = () => resolve('refused')
        element.src = url
        document.body.append(element)
        setTimeout(resolve, 1000, 'nothing')
      })
    return {
      fetch: await fetch(url, { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'refused',
      ),
      image: await loads(new Image()),
      script: await loads(document.createElement('script')),
      beacon: navigator.sendBeacon(url, 'x') && 'queued',
    }
  }, server.url)
  expect(outcomes).toMatchObject({ fetch: 'refused', image: 'refused', script: 'refused' })
  const own = await app.electron.evaluate(
    ({ net }, url) =>
      net.fetch(url).then(
        () => 'loaded',
        (error) => String(error),
      ),
    server.url,
  )
  expect(own).toContain('ERR_BLOCKED_BY_CLIENT')
  await app.page.waitForTimeout(300)
  expect(server.requests()).toBe(1)
  server.close()
})
