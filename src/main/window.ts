/** The program's one window. */
import { BrowserWindow, type Display, nativeTheme, screen } from 'electron'
import { preloadFile } from './paths.ts'
import type { KeptSettings } from './settings.ts'
import { placeWindow, SMALLEST } from './window-state.ts'

/** The page's own background (`--paper`), so that nothing flashes before it is drawn. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fffdf9')

const KEEP_AFTER_MS = 500

export const createWindow = (settings: KeptSettings): BrowserWindow => {
  const kept = settings.get().window
  const areas = screen.getAllDisplays().map(({ workArea }: Display) => workArea)
  const window = new BrowserWindow({
    ...placeWindow(kept?.bounds, areas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: paper(),
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  })
  if (kept?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  const repaint = () => window.setBackgroundColor(paper())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
  keepPlace(window, settings)
  return window
}

/** Brings the window in front of the person who has just asked for it. */
export const focusWindow = (window: BrowserWindow) => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

const keepPlace = (window: BrowserWindow, settings: KeptSettings) => {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    if (!window.isMinimized() && !window.isFullScreen())
      settings.change({ window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, KEEP_AFTER_MS)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('close', keep)
}
