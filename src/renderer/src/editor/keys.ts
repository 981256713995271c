/** The keys of the text, by `event.code`, so that they stay where they are on a Russian keyboard. */

export type EditorCommand =
  | 'tag.actor'
  | 'tag.position'
  | 'tag.claim'
  | 'next'
  | 'previous'
  | 'edit'
  | 'remove'
  | 'leave'
  | 'grow'
  | 'shrink'
  | 'toolbar'

/** `code` as in KeyboardEvent.code; no other modifiers than those named. */
export type KeyChord = { code: string; shift?: true; alt?: true }

export type EditorKeys = { command: EditorCommand; chords: readonly KeyChord[] }

/** All keys of the text, in the order of a table for the help. */
export const editorKeys: readonly EditorKeys[] = [
  { command: 'tag.actor', chords: [{ code: 'Digit1' }, { code: 'Numpad1' }] },
  { command: 'tag.position', chords: [{ code: 'Digit2' }, { code: 'Numpad2' }] },
  { command: 'tag.claim', chords: [{ code: 'Digit3' }, { code: 'Numpad3' }] },
  /** The selection from the word at the caret to its sentence, paragraph and the whole text. */
  { command: 'grow', chords: [{ code: 'KeyE' }] },
  { command: 'shrink', chords: [{ code: 'KeyE', shift: true }] },
  { command: 'toolbar', chords: [{ code: 'F10', alt: true }, { code: 'ContextMenu' }] },
  { command: 'next', chords: [{ code: 'Tab' }] },
  { command: 'previous', chords: [{ code: 'Tab', shift: true }] },
  { command: 'edit', chords: [{ code: 'Enter' }, { code: 'NumpadEnter' }] },
  { command: 'remove', chords: [{ code: 'Delete' }, { code: 'Backspace' }] },
  { command: 'leave', chords: [{ code: 'Escape' }] },
]

/** Whether a key goes through the text as in any text field. */
export const movesCaret = ({ key }: KeyboardEvent): boolean => /^(Arrow|Page|Home$|End$)/.test(key)

/** What a key means in the text, if anything. */
export const commandOf = (event: KeyboardEvent): EditorCommand | undefined => {
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined
  // Without Num Lock the block of digits is arrows.
  if (/^Numpad\d$/.test(event.code) && !/^\d$/.test(event.key)) return undefined
  const matches = (chord: KeyChord) =>
    chord.code === event.code && (chord.shift ?? false) === event.shiftKey && (chord.alt ?? false) === event.altKey
  return editorKeys.find(({ chords }) => chords.some(matches))?.command
}
