/** Keeps the native menu as the commands are now, and runs what is chosen in it. */
import { openProject } from '../actions/project.ts'
import type { Shell } from '../app/shell.ts'
import { runCommand } from './commands.ts'
import { menuModel, recentCommand } from './menu.ts'

/** The menu follows when nothing has changed for so many milliseconds, and at the latest after so many. */
const PAUSE = 250
const LATEST = 1000

export const keepMenu = (shell: Shell) => {
  let sent = ''
  let since: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    since = undefined
    const model = menuModel(shell)
    const text = JSON.stringify(model)
    if (text === sent) return
    sent = text
    shell.api.setMenu(model)
  }
  // Selecting, tagging and scrolling change the state many times a second, and the whole menu is made anew each time.
  const soon = () => {
    since ??= performance.now()
    clearTimeout(timer)
    timer = setTimeout(
      () => requestIdleCallback(send, { timeout: PAUSE }),
      Math.min(PAUSE, since + LATEST - performance.now()),
    )
  }
  shell.ui.subscribe(soon)
  shell.settings.subscribe(soon)
  shell.layout.subscribe(soon)
  shell.queries.getQueryCache().subscribe(soon)
  soon()

  shell.api.onCommand((id) => {
    if (id.startsWith(recentCommand)) {
      const recent = shell.settings.get().recents[Number(id.slice(recentCommand.length))]
      if (recent) void openProject(shell, recent.handle)
    } else if (!nativeInField(id)) runCommand(shell, id)
  })
}

/** Undo and redo in a text field are the field's own. */
const nativeInField = (id: string): boolean => {
  const field = document.activeElement
  const inField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (!inField || (id !== 'edit.undo' && id !== 'edit.redo')) return false
  return document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
}
