/** Accelerators in Electron's notation (`CmdOrCtrl+Shift+Z`): matched against keys, and shown to people. */
export type Platform = 'linux' | 'darwin' | 'win32'

type Keys = { ctrl: boolean; meta: boolean; alt: boolean; shift: boolean; key: string }

export type KeyPress = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code' | 'key'>

export const matches = (accelerator: string, press: KeyPress, platform: Platform): boolean => {
  const { ctrl, meta, alt, shift, key } = parsed(accelerator, platform)
  return (
    press.ctrlKey === ctrl &&
    press.metaKey === meta &&
    press.altKey === alt &&
    press.shiftKey === shift &&
    keyOf(press) === key
  )
}

/** The Latin letter (small) or digit that was pressed by itself, whatever the layout. */
export const plainKey = (press: KeyPress): string | undefined => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return undefined
  const key = keyOf(press).toLowerCase()
  return /^[a-z0-9]$/.test(key) ? key : undefined
}

/** `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export const shown = (accelerator: string, platform: Platform): string => {
  const { ctrl, meta, alt, shift, key } = parsed(accelerator, platform)
  if (platform === 'darwin') {
    return `${ctrl ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${meta ? '⌘' : ''}${macSigns[key] ?? signs[key] ?? key}`
  }
  const parts = [ctrl && 'Ctrl', meta && 'Win', alt && 'Alt', shift && 'Shift', signs[key] ?? key]
  return parts.filter(Boolean).join('+')
}

const parsed = (accelerator: string, platform: Platform): Keys => {
  const parts = accelerator.split('+')
  const mac = platform === 'darwin'
  const command = parts.includes('CmdOrCtrl')
  return {
    ctrl: parts.includes('Ctrl') || (command && !mac),
    meta: command && mac,
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  }
}

// A letter counts as what it prints where that is Latin (AZERTY, Dvorak), else as its place on the keyboard (Russian).
const keyOf = ({ key, code }: KeyPress): string => {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  // Without Num Lock the block of digits is arrows.
  if (/^Numpad\d$/.test(code) && !/^\d$/.test(key)) return key.replace(/^Arrow/, '')
  return names[code] ?? code.replace(/^(Key|Digit|Numpad)(?=.$)/, '').replace(/^Arrow/, '')
}

const names: Record<string, string> = {
  Equal: '=',
  NumpadAdd: '=',
  Minus: '-',
  NumpadSubtract: '-',
  Slash: '/',
  Comma: ',',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
}

const signs: Record<string, string> = {
  Escape: 'Esc',
  ContextMenu: 'Menu',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  '-': '−',
  '=': '+',
}
const macSigns: Record<string, string> = { Enter: '↩', Delete: '⌫', Tab: '⇥', Escape: '⎋' }
