/**
 * What the window gets from the main process: `window.actant`, and nothing else. Files are named by handles that the main
 * process gives out; the window never sends a path. Values that cross are parsed on the other side.
 *
 * The service port cannot cross the context bridge: it arrives as a `message` event on `window`, see `portMessage`.
 */
import type { FileRef, Identity } from '../workbench/contract.ts'

export interface ActantApi {
  /** Once, when the page loads (again after a reload): what to show first. */
  start(): Promise<Start>
  /** After the first real content is painted; shows the window if it is still hidden. */
  ready(): void

  /**
   * Asks for the service's port; call it once, after listening for `portMessage`. A new port arrives by itself whenever the
   * service had to be started again: then `connect` anew, `identify` again, and refetch everything.
   */
  requestPort(): void
  /** Tells how the service is; between 'gone' and 'ready' nothing can be written. 'failed': it died too often, give up. */
  onService(handler: (state: ServiceState) => void): Unsubscribe

  /** Shows the system's dialog; empty when it was dismissed. Only 'articles', 'annotated' and 'bundles' give more than one. */
  pick(kind: PickKind, labels: PickLabels): Promise<Grant[]>
  /** Handles for files that were dropped on the window; `kind` says what each looks like by its name. */
  dropped(files: File[]): Promise<Grant[]>
  /** Files that came in while the window was open: by a second start, or from the system's file manager. */
  onFiles(handler: (files: Grant[]) => void): Unsubscribe

  settings(): Promise<Settings>
  /** Keeps what is named; a member set to null goes back to its default. */
  changeSettings(change: SettingsChange): Promise<Settings>
  /** After each change, whoever made it; recent projects too. */
  onSettings(handler: (settings: Settings) => void): Unsubscribe
  /** What was kept for a project (article, scroll, selection …): whatever JSON the window gave, at most 64 KB. */
  view(projectId: string): Promise<unknown>
  keepView(projectId: string, view: unknown): void

  /** Replaces the application's menu. Send it again when the language, an `enabled` or a `checked` changes. */
  setMenu(menu: MenuModel): void
  /** A menu item was chosen (or its native accelerator pressed on macOS). */
  onCommand(handler: (id: string) => void): Unsubscribe
  /** Shows a context menu at the pointer; the id of the chosen command, or nothing. */
  contextMenu(items: MenuItem[]): Promise<string | undefined>

  /** A native question; the index of the button. */
  ask(question: Question): Promise<number>
  /** Shows a file or a folder that was written where it lies. */
  showInFolder(target: FileRef): void
  /** Puts plain text on the clipboard. */
  copyText(text: string): Promise<void>
  /** Whether something is not written yet (macOS shows it in the close button). The title follows `document.title`. */
  setEdited(edited: boolean): void
  /**
   * Before the window closes or the program ends: finish pending writes, keep the view, then answer whether it may close.
   * An answer that does not come in time counts as yes.
   */
  onClosing(handler: () => Promise<boolean>): Unsubscribe
  /** Closes the window the way its close button does. */
  close(): void
}

/** `event.data` of the `message` event that carries the port: accept it only if `event.source === window`. */
export const portMessage = 'actant:port'

export type Unsubscribe = () => void
export type ServiceState = 'ready' | 'gone' | 'failed'

export type Start = {
  settings: Settings
  /** To be opened now: named on the command line, open before a reload, or the last one where it is still there. */
  project?: Grant
  /** Articles and bundles named on the command line, for after the project is open; not given twice. */
  files: Grant[]
  /** Nothing was ever opened: show the sample (`openSample`). */
  firstStart: boolean
  platform: 'linux' | 'darwin' | 'win32'
  version: string
}

/** A file the user chose, to be passed to the workbench's calls as `FileRef`. */
export type Grant = {
  handle: FileRef
  /** Bare file name, for display; it can hold anything a file name can. */
  name: string
  /** 'target' is a file to be written. */
  kind: 'project' | 'bundle' | 'article' | 'folder' | 'target'
}

/**
 * 'articles' and 'annotated' open files, 'folder' a folder of either; those from 'new-project' on name a file
 * to be written, 'export-folder' a folder that is not there yet.
 */
export type PickKind =
  | 'articles'
  | 'annotated'
  | 'folder'
  | 'project'
  | 'bundles'
  | 'codebook'
  | 'new-project'
  | 'save-copy'
  | 'export'
  | 'export-codebook'
  | 'export-figures'
  | 'export-data'
  | 'export-folder'
  | 'export-account'

/** Words in the interface's language; without them the system's own are used. */
export type PickLabels = {
  title?: string
  button?: string
  /** Suggested bare name for a file to be written. */
  defaultName?: string
  /** Name of the filter for the kind's own extensions, and of the one for everything. */
  filter?: string
  allFiles?: string
  /** Name of the filter for a second format, where the kind has one. */
  secondFilter?: string
  /** Of 'export-data': how such files end, without a dot. */
  extension?: string
}

export type Settings = {
  language: 'en' | 'ru'
  theme: 'system' | 'light' | 'dark'
  /** Per cent of the article's normal text size, 60 to 300. */
  textSize: number
  /** Who works here; absent until asked. */
  identity?: Identity
  /** Latest first, at most ten. */
  recents: Recent[]
  /** Pane widths, folded panes, snapping …: whatever JSON the window gave, at most 64 KB. */
  layout?: unknown
}

/** `folder` is shown so that equal names can be told apart. `missing`: the file is no longer there. */
export type Recent = { handle: FileRef; name: string; folder: string; missing: boolean }

export type SettingsChange = {
  language?: Settings['language'] | null
  theme?: Settings['theme'] | null
  textSize?: number | null
  identity?: Identity | null
  layout?: unknown
  /** Forgets all recent projects, or one by its handle. */
  forgetRecents?: 'all' | FileRef
}

/** The menu bar: the top level's submenus. On macOS the main process puts the application's own menu in front. */
export type MenuModel = { items: MenuItem[] }

export type MenuItem =
  | { type: 'separator' }
  | {
      type: 'command'
      /** Comes back through `onCommand`. */
      id: string
      label: string
      /**
       * In Electron's notation (`CmdOrCtrl+Shift+Z`). On Linux and Windows it is only shown: the window handles the keys itself, by
       * `event.code`. On macOS the menu takes it; one without a modifier is left out there.
       */
      accelerator?: string
      enabled?: boolean
      /** Given at all, the item is a check box. */
      checked?: boolean
    }
  /** Something the platform does itself, keys included; the label in the interface's language. */
  | { type: 'role'; role: MenuRole; label?: string }
  | { type: 'submenu'; label: string; items: MenuItem[]; enabled?: boolean }

export const menuRoles = [
  'cut',
  'copy',
  'paste',
  'delete',
  'selectAll',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
  'minimize',
  'close',
  'quit',
  'about',
  'hide',
  'hideOthers',
  'unhide',
  'front',
  'services',
] as const
export type MenuRole = (typeof menuRoles)[number]

/** `buttons` are labels; `cancel` is what Escape means. */
export type Question = {
  kind: 'question' | 'warning' | 'error'
  message: string
  detail?: string
  buttons: string[]
  default?: number
  cancel?: number
}

declare global {
  interface Window {
    readonly actant: ActantApi
  }
}
