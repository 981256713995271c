import { changeAgreement } from '../agreement/state.ts'
import { changeCorpus } from '../corpus/state.ts'
import type { Shell } from './shell.ts'

/** Whatever leads to a place in a text shows the text. */
export const showText = (shell: Pick<Shell, 'ui'>) => {
  const { agreement, corpus } = shell.ui.get()
  if (agreement.shown) changeAgreement(shell, { shown: false })
  if (corpus.shown) changeCorpus(shell, { shown: false })
}
