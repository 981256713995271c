/** What no page may ever do: reach the network, go elsewhere, open windows, ask for devices. */
import { app, type Session, session } from 'electron'
import { isOurs, mayLoad, pageUrl } from './page.ts'

/** To be called before the program is ready. */
export const hardenProcess = () => {
  // Chromium's own sandbox cannot run as root (tests in containers); the window's `sandbox: true` stays either way.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // No name resolves, whoever asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost')
  app.commandLine.appendSwitch('disable-background-networking')
  app.on('web-contents-created', (_, contents) => {
    const stayHere = (event: { preventDefault(): void; url: string }) => {
      if (event.url === pageUrl) return
      event.preventDefault()
      refuse('navigation', event.url)
    }
    contents.on('will-navigate', stayHere)
    contents.on('will-frame-navigate', stayHere)
    contents.on('will-redirect', stayHere)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      refuse('window', url)
      return { action: 'deny' }
    })
  })
  app.on('session-created', hardenSession)
}

/** To be called when the program is ready. */
export const hardenDefaultSession = () => hardenSession(session.defaultSession)

/** Whether a message comes from the window's own top document, and not from a frame or page that got in somehow. */
export const isTrusted = ({ senderFrame }: { senderFrame: { url: string; parent: unknown } | null }) =>
  senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)

export const refuse = (what: string, subject: string) => console.warn(`Refused ${what}: ${subject.slice(0, 200)}`)

const hardenSession = (one: Session) => {
  one.setPermissionRequestHandler((_, permission, answer) => {
    refuse('permission', permission)
    answer(false)
  })
  one.setPermissionCheckHandler(() => false)
  one.setDevicePermissionHandler(() => false)
  // Switched off is not enough: the dictionary is fetched when the session begins.
  one.setSpellCheckerLanguages([])
  one.setSpellCheckerEnabled(false)
  one.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !mayLoad(url)
    if (cancel) refuse('request', url)
    answer({ cancel })
  })
  one.on('will-download', (event, item) => {
    refuse('download', item.getURL())
    event.preventDefault()
  })
}
