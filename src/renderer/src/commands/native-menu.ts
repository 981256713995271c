/** Keeps the native menu as the commands are now, and runs what is chosen in it. */
import { openProject } from '../actions/project.ts'
import type { Shell } from '../app/shell.ts'
import { runCommand } from './commands.ts'
import { menuModel, recentCommand } from './menu.ts'

const PAUSE = 60

export const keepMenu = (shell: Shell) => {
  let sent = ''
  let waiting = false
  const send = () => {
    waiting = false
    const model = menuModel(shell)
    const text = JSON.stringify(model)
    if (text === sent) return
    sent = text
    shell.api.setMenu(model)
  }
  // Selecting and scrolling change the state many times a second; the menu can wait.
  const soon = () => {
    if (waiting) return
    waiting = true
    setTimeout(send, PAUSE)
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
