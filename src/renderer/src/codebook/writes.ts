/** What is done with entries of the codebook; each is one step of the history. */
import type { Code } from '../../../core/codebook.ts'
import type { MessageKey } from '../../../i18n/index.ts'
import { announce } from '../actions/notices.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import type { Say, Shell } from '../app/shell.ts'
import { type Move, placeAfter } from '../registry/tree.ts'
import { codebookOf, dependentsOf, labelOf } from './codebook.ts'
import type { Entry } from './entries.ts'

/** Runs a write of the codebook, says what failed or what came of it; whether it was done. */
export const change = async <T>(
  shell: Shell,
  failed: MessageKey,
  run: () => Promise<T>,
  said?: Say,
): Promise<{ value: T } | undefined> => {
  if (!writable(shell)) return undefined
  const done = await write(shell, ({ t }) => t(failed), run)
  if (done && said) announce(shell, said)
  return done
}

/** Writes a new entry and goes to it in the list. */
export const add = async <T extends { id: string }>(shell: Shell, run: () => Promise<T>): Promise<boolean> => {
  const done = await change(shell, 'codebook.notAdded', run)
  if (done) shell.ui.set({ codebookId: done.value.id })
  return done !== undefined
}

export const moveCode = async (shell: Shell, code: Code, move: Move) => {
  if (!writable(shell)) return
  const ofType = codebookOf(shell).codes.filter(({ type }) => type === code.type)
  const place = code.mergedInto === undefined ? placeAfter(ofType, code, move) : undefined
  if (!place) return announce(shell, ({ t }) => t('code.noMove'))
  await change(shell, 'code.notMoved', () => shell.desk.moveCode(code.id, place))
}

export const mergeCode = (shell: Shell, code: Code, into: Code) =>
  change(
    shell,
    'code.notMerged',
    () => shell.desk.mergeCodes([code.id], into.id),
    ({ t }) => t('registry.merged', { name: labelOf(shell, into) }),
  )

export const unmergeCode = async (shell: Shell, code: Code) => {
  await change(
    shell,
    'code.notUnmerged',
    () => shell.desk.unmergeCode(code.id),
    ({ t }) => t('code.unmerged', { name: labelOf(shell, code) }),
  )
}

/** Retires a code, after saying where it is used; or lets it be used again. */
export const retireCode = async (shell: Shell, code: Code) => {
  if (!writable(shell)) return
  if (!code.retired && !(await agreedToRetire(shell, code))) return
  await change(
    shell,
    'code.notChanged',
    () => shell.desk.updateCode(code.id, { retired: code.retired ? null : true }),
    ({ t }) => t(code.retired ? 'code.unretired' : 'code.retired', { name: labelOf(shell, code) }),
  )
}

const agreedToRetire = async (shell: Shell, code: Code): Promise<boolean> => {
  const { ui, t } = shell
  const dependents = await dependentsOf(shell, { kind: 'code', record: code })
  if (!dependents) return false
  const { annotations, articleIds } = dependents
  return new Promise((resolve) =>
    ui.set({
      dialog: {
        kind: 'confirm',
        title: t('code.retire.title', { name: labelOf(shell, code) }),
        body: `${t('codebook.affected', { annotations, articles: articleIds.length })} ${t('code.retire.note')}`,
        yes: t('code.retire'),
        answer(yes) {
          ui.set({ dialog: undefined })
          resolve(yes)
        },
      },
    }),
  )
}

export const removeEntry = (shell: Shell, { kind, record }: Entry, detach: boolean) => {
  const { desk } = shell
  const remove = { code: desk.removeCodes, attribute: desk.removeAttributes, linkType: desk.removeLinkTypes }[kind]
  return change(
    shell,
    'codebook.notRemoved',
    () => remove([record.id], { detach }),
    ({ t }) => t('codebook.removed', { name: labelOf(shell, record) }),
  )
}
