/** The keys of codes: one letter or digit that nothing else in the window has. */
import type { Code } from '../../../core/codebook.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { MessageKey } from '../../../i18n/index.ts'
import { commands } from '../commands/commands.ts'
import { editorKeys } from '../editor/keys.ts'

/** What the window itself does by this key, if anything. */
export const builtInUse = (hotkey: string): MessageKey | undefined => {
  const key = hotkey.toUpperCase()
  const inText = editorKeys.find(({ chords }) =>
    chords.some(({ code, shift, alt }) => !shift && !alt && code.replace(/^(Key|Digit)/, '') === key),
  )
  if (inText) return `keyboard.editor.${inText.command}`
  // While it is decided between annotators no code is given.
  return commands.find(({ keys, pane }) => pane !== 'adjudication' && keys?.includes(key))?.label
}

/** The code that has the key, among those an annotation of the type can be given. */
export const codeWithKey = (codes: readonly Code[], type: AnnotationType, hotkey: string): Code | undefined =>
  codes.find(
    (code) =>
      code.type === type && !code.retired && code.mergedInto === undefined && code.hotkey?.toLowerCase() === hotkey,
  )
