/** The program once Electron is ready: window, service and page put together. */
import { join } from 'node:path'
import { app, clipboard, Menu, nativeTheme, powerMonitor, shell } from 'electron'
import { languageFor, translator } from '../i18n/index.ts'
import type { MenuItem, MenuModel } from '../preload/api.ts'
import type { Arrivals } from './arrivals.ts'
import { guardClosing } from './closing.ts'
import { ask, pick } from './dialogs.ts'
import { createGrants, purposeByName } from './grants.ts'
import { answerPage, push } from './ipc.ts'
import { firstMenu, menuBar, menuTemplate } from './menu.ts'
import { pageUrl, servePage } from './page.ts'
import { applyChange, exists, settingsForPage } from './page-settings.ts'
import { sampleBundle } from './paths.ts'
import { takePicture } from './picture.ts'
import { recoverPage } from './recovery.ts'
import { hardenDefaultSession } from './security.ts'
import { createServiceHost } from './service-host.ts'
import { openSettings, withRecent, withView } from './settings.ts'
import { createWindow, focusWindow } from './window.ts'

export const runProgram = (arrivals: Arrivals) => {
  const stateFolder = app.getPath('userData')
  const settings = openSettings(join(stateFolder, 'settings.json'), languageFor(app.getLocale()))
  const say = () => translator(settings.get().language)
  nativeTheme.themeSource = settings.get().theme
  hardenDefaultSession()
  servePage()
  Menu.setApplicationMenu(Menu.buildFromTemplate(firstMenu(process.platform, say())))

  const window = createWindow(settings)
  const page = window.webContents
  const closing = guardClosing(window)
  recoverPage(window, say)

  /** What the page in the window has said and asked for since it was loaded. */
  let asked = { ready: false, port: false }
  page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) asked = { ready: false, port: false }
  })

  const grants = createGrants((grant) => host.grant(grant))
  const host = createServiceHost(
    () => ({
      grants: grants.all(),
      sample: { project: join(stateFolder, 'sample.actant'), bundle: sampleBundle },
      ...withIdentity(settings.get().identity),
    }),
    (state) => {
      push(page, 'service', state)
      if (state === 'ready') givePort()
    },
    (path) => {
      settings.change({ lastProject: path, ...(path && { recents: withRecent(settings.get().recents, path) }) })
      if (path) app.addRecentDocument(path)
      if (!window.isDestroyed()) window.setRepresentedFilename(path ?? '')
      void tellSettings()
    },
  )

  const givePort = () => {
    const port = asked.port ? host.openPort() : undefined
    if (port) page.postMessage('port', null, [port])
  }
  const tellSettings = async () => push(page, 'settings', await settingsForPage(settings.get(), grants))
  const grantByName = (paths: string[]) => Promise.all(paths.map((path) => grants.grant(path, purposeByName(path))))
  const choose = (id: string) => push(page, 'command', id)

  const projectToOpen = async (named: string | undefined) => {
    const path = host.project() ?? named ?? settings.get().lastProject
    return path !== undefined && (path === named || (await exists(path))) ? path : undefined
  }

  answerPage(
    {
      async start() {
        const files = arrivals.take()
        const named = files.findLast((path) => purposeByName(path) === 'project')
        const project = await projectToOpen(named)
        return {
          settings: await settingsForPage(settings.get(), grants),
          ...(project !== undefined && { project: await grants.grant(project, 'project') }),
          files: await grantByName(files.filter((path) => purposeByName(path) !== 'project')),
          firstStart: project === undefined && settings.get().recents.length === 0,
          platform: platformName(),
          version: app.getVersion(),
        }
      },
      async pick(kind, labels) {
        const picked = await pick(window, kind, labels)
        return Promise.all(picked.map(({ path, purpose }) => grants.grant(path, purpose)))
      },
      dropped: grantByName,
      settings: () => settingsForPage(settings.get(), grants),
      async changeSettings(change) {
        applyChange(settings, grants, change)
        void tellSettings()
        return settingsForPage(settings.get(), grants)
      },
      view: (projectId) => settings.get().views[projectId],
      contextMenu: (items) => contextMenu(items),
      ask: (question) => ask(window, question),
      copyText: (text) => clipboard.writeText(text),
    },
    {
      ready() {
        asked.ready = true
        void passArrivals()
        if (!window.isVisible()) window.show()
        void takePicture(window)
      },
      requestPort() {
        asked.port = true
        host.restart()
        givePort()
      },
      keepView: (projectId, view) => settings.change({ views: withView(settings.get().views, projectId, view) }),
      setMenu: (menu) => showMenu(menu),
      setEdited: (edited) => window.setDocumentEdited(edited),
      showInFolder(target) {
        const path = grants.pathOf(target)
        if (path !== undefined) shell.showItemInFolder(path)
      },
      closingHeard: closing.heard,
      closingAnswer: closing.answer,
      close: () => window.close(),
    },
  )

  const showMenu = (menu: MenuModel) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuBar(menu, process.platform, say(), choose)))

  const contextMenu = (items: MenuItem[]) =>
    new Promise<string | undefined>((resolve) => {
      const menu = Menu.buildFromTemplate(menuTemplate(items, process.platform, resolve))
      // A click may come after the menu has closed.
      menu.popup({ window, callback: () => setTimeout(resolve, 100, undefined) })
    })

  const passArrivals = async () => {
    const files = await grantByName(arrivals.take())
    if (files.length) push(page, 'files', files)
  }
  arrivals.onMore(() => {
    focusWindow(window)
    if (asked.ready) void passArrivals()
  })

  let isEnding = false
  app.on('will-quit', async (event) => {
    if (isEnding) return
    isEnding = true
    event.preventDefault()
    settings.flush()
    await host.stop()
    app.exit(0)
  })
  app.on('window-all-closed', () => app.quit())
  window.on('query-session-end', closing.urgent)
  powerMonitor.on('shutdown', closing.urgent)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, closing.urgent)

  void window.loadURL(pageUrl)
}

const withIdentity = (identity: { id: string; name: string } | undefined) => (identity ? { identity } : {})

const platformName = () => (process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux')
