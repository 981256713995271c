/** Choosing the other end of a link in the text or in the list: a click, or Enter on the annotation in focus. */
import type { Annotation } from '../../../core/annotation.ts'
import { builtInLinkRules } from '../../../core/codebook.ts'
import type { Shell } from '../app/shell.ts'
import { codebookOf } from '../codebook/codebook.ts'
import { editAnnotation } from './annotations.ts'
import { isCorrecting } from './drafts.ts'
import { addLink } from './links.ts'
import { announce } from './notices.ts'

export const chooseEndInText = (shell: Shell, row: Annotation, type: string) => {
  if (isCorrecting(shell)) return announce(shell, ({ t }) => t('correct.first'))
  shell.ui.set({ dialog: undefined, editId: undefined, linking: { row, type } })
  announce(shell, ({ t }) => t('link.inText.how'))
  // The dialog gives the keyboard back to where it was.
  setTimeout(() => shell.editor.current?.focusText())
}

/** Takes an annotation as the other end, where one is being chosen; 'refused' has been said why. */
export const takeEnd = (shell: Shell, id: string): 'taken' | 'refused' | undefined => {
  const { linking } = shell.ui.get()
  if (!linking) return undefined
  const { row, type } = linking
  const end = shell.annotations.rows(row.articleId).find((other) => other.id === id)
  const rule = [...builtInLinkRules, ...codebookOf(shell).linkTypes].find(({ key }) => key === type)
  if (!end || id === row.id || !rule?.to.includes(end.type)) {
    announce(shell, ({ t }) => t(id === row.id ? 'link.itself' : 'link.refused'))
    return 'refused'
  }
  shell.ui.set({ linking: undefined, focusId: row.id })
  void addLink(shell, row, type, { annotation: id })
  return 'taken'
}

/** Enter on an annotation: takes it where the end of a link is being chosen, else opens its form. */
export const takeOrEdit = (shell: Shell, id: string) => {
  if (!takeEnd(shell, id)) editAnnotation(shell, id)
}

/** Ends choosing without a link; false where nothing was being chosen. */
export const leaveLinking = (shell: Shell): boolean => {
  const { linking } = shell.ui.get()
  if (!linking) return false
  shell.ui.set({ linking: undefined, focusId: linking.row.id })
  announce(shell, ({ t }) => t('link.left'))
  return true
}
