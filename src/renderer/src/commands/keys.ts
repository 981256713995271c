/** The window's keys: whatever the part that has the keyboard does not take for itself. */
import { openPaste } from '../actions/articles.ts'
import { toggleCode } from '../actions/coding.ts'
import { focusedRow } from '../actions/focus.ts'
import { leaveLinking } from '../actions/linking.ts'
import { writable } from '../actions/writable.ts'
import type { Shell } from '../app/shell.ts'
import { codebookOf } from '../codebook/codebook.ts'
import { codeWithKey } from '../codebook/hotkeys.ts'
import { matches, plainKey } from './accelerator.ts'
import { commands, isEnabled, keysNow } from './commands.ts'

// In a text field these belong to what is being typed.
const typing = new Set([
  'edit.undo',
  'edit.redo',
  'annotation.unsure',
  'article.previous',
  'article.next',
  'article.remove',
])

export const followKeys = (shell: Shell) => {
  const { platform, ui } = shell
  // Before the text or a list takes it for something else.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code !== 'Escape' || event.isComposing || ui.get().dialog || !leaveLinking(shell)) return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    // AltGr types a character, and counts as Ctrl and Alt on Windows.
    if (event.getModifierState('AltGraph')) return
    const inField = isField(event.target)
    // On Windows AltGr, by which letters and brackets are typed, counts as Ctrl and Alt.
    if (inField && event.getModifierState('AltGraph')) return
    // The text ignores them where nothing can be written: somebody has to say why.
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (ui.get().area === 'text' && !inField && plain && /^(Digit|Numpad)[123]$/.test(event.code))
      return void writable(shell)
    const pressed = (accelerator: string) => matches(accelerator, event, platform)
    const command = commands.find((one) => !one.local && one.keys?.some(pressed) && keysNow(shell, one).some(pressed))
    // While words are picked the annotation in focus is only waiting.
    const takesBare = takesBareKeys(event.target) && !ui.get().pick
    if (!command && !ui.get().dialog && takesBare) giveByKey(shell, event)
    if (!command || (inField && typing.has(command.id))) return
    if (command.bare && !takesBare) return
    // Behind a dialog nothing happens; the palette's own key closes it.
    const { dialog } = ui.get()
    if (dialog) {
      if (dialog.kind === 'palette' && command.id === 'palette') ui.set({ dialog: undefined })
      event.preventDefault()
      return
    }
    event.preventDefault()
    if (isEnabled(shell, command)) void command.run(shell)
  })

  // Text pasted where nothing can be typed becomes an article, after a look at it.
  window.addEventListener('paste', (event) => {
    const { phase, dialog } = ui.get()
    if (phase !== 'open' || dialog || isField(event.target)) return
    const text = event.clipboardData?.getData('text/plain')
    if (!text?.trim()) return
    event.preventDefault()
    openPaste(shell, text)
  })
}

/** A code's own key gives it to the annotation in focus, or takes it back. */
const giveByKey = (shell: Shell, event: KeyboardEvent) => {
  const key = plainKey(event)
  const row = focusedRow(shell)
  const code = key && row && codeWithKey(codebookOf(shell).codes, row.type, key)
  if (!code) return
  event.preventDefault()
  void toggleCode(shell, code)
}

const isField = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && target.matches('.correction-field')) ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))

const takesBareKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('.article-text, .cards')
