/** The codebook that is shown, where its list stands, and the dialogs about its entries. */
import type { Code } from '../../../core/codebook.ts'
import { labelIn } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Codebook } from '../../../workbench/contract.ts'
import { showPane } from '../actions/areas.ts'
import { notifyFailure } from '../actions/notices.ts'
import { writable } from '../actions/writable.ts'
import { isolated } from '../app/explain.ts'
import type { Shell } from '../app/shell.ts'
import { codebookQuery } from '../data/queries.ts'
import type { CodebookDialog } from './dialogs.ts'
import { type Entry, type Section, sections } from './entries.ts'

export const emptyCodebook: Codebook = { codes: [], attributes: [], linkTypes: [] }

export const codebookOf = (shell: Shell): Codebook =>
  shell.queries.getQueryData(codebookQuery(shell).queryKey) ?? emptyCodebook

export const codeOf = (shell: Shell, id: string | undefined): Code | undefined =>
  codebookOf(shell).codes.find((code) => code.id === id)

/** The label as it stands inside a sentence. */
export const labelOf = ({ settings }: Shell, { label }: { label: Code['label'] }): string =>
  isolated(labelIn(label, settings.get().language))

/** The entry that the list stands at, where the codebook is listed. */
export const chosenEntry = (shell: Shell): Entry | undefined => {
  const { codebookId } = shell.ui.get()
  if (shell.layout.get().leftTab !== 'codebook' || codebookId === undefined) return undefined
  const { codes, attributes, linkTypes } = codebookOf(shell)
  const code = codes.find(({ id }) => id === codebookId)
  if (code) return { kind: 'code', record: code }
  const attribute = attributes.find(({ id }) => id === codebookId)
  if (attribute) return { kind: 'attribute', record: attribute }
  const linkType = linkTypes.find(({ id }) => id === codebookId)
  return linkType && { kind: 'linkType', record: linkType }
}

export const chosenCode = (shell: Shell): Code | undefined => {
  const chosen = chosenEntry(shell)
  return chosen?.kind === 'code' ? chosen.record : undefined
}

/** The section that the list stands in. */
const chosenSection = (shell: Shell): Section | undefined => {
  const entry = chosenEntry(shell)
  if (entry?.kind === 'code') return entry.record.type
  if (entry) return entry.kind === 'attribute' ? 'attributes' : 'linkTypes'
  return sections.find((section) => section === shell.ui.get().codebookId)
}

export const show = (shell: Shell, dialog: CodebookDialog) =>
  shell.ui.set({ dialog: { kind: 'codebook', show: dialog } })

/** What type a new code or attribute is of: that of the entry the list stands at, or of the annotation in focus. */
const typeHere = (shell: Shell): AnnotationType => {
  const entry = chosenEntry(shell)
  if (entry && entry.kind !== 'linkType') return entry.record.type
  const { articleId, focusId, codebookId } = shell.ui.get()
  if (codebookId === 'actor' || codebookId === 'position' || codebookId === 'claim') return codebookId
  return shell.annotations.rows(articleId ?? '').find(({ id }) => id === focusId)?.type ?? 'claim'
}

/** A new entry in the section that the list stands in, or of the kind that is asked for; a code stands beside the one chosen. */
export const openNew = (shell: Shell, kind: Entry['kind'] | 'here') => {
  if (!writable(shell)) return
  shell.layout.set({ leftTab: 'codebook' })
  showPane(shell, 'left')
  const section = chosenSection(shell)
  const wanted =
    kind !== 'here' ? kind : section === 'attributes' ? 'attribute' : section === 'linkTypes' ? 'linkType' : 'code'
  const type = typeHere(shell)
  if (wanted === 'code') show(shell, { kind: 'code', codeId: undefined, type, parent: chosenCode(shell)?.parent })
  else if (wanted === 'attribute') show(shell, { kind: 'attribute', attributeId: undefined, type })
  else show(shell, { kind: 'linkType', linkTypeId: undefined })
}

export const openEntry = (shell: Shell, entry: Entry) => {
  const { id } = entry.record
  if (entry.kind === 'code') show(shell, { kind: 'code', codeId: id, type: entry.record.type, parent: undefined })
  else if (entry.kind === 'attribute') show(shell, { kind: 'attribute', attributeId: id, type: entry.record.type })
  else show(shell, { kind: 'linkType', linkTypeId: id })
}

export const openCodeMerge = (shell: Shell, code: Code) => {
  if (writable(shell)) show(shell, { kind: 'merge', codeId: code.id })
}

/** Asks, with what depends on the entry. */
export const openEntryRemoval = async (shell: Shell, entry: Entry) => {
  if (!writable(shell)) return
  const dependents = await dependentsOf(shell, entry)
  if (dependents) show(shell, { kind: 'removal', entry, dependents })
}

/** What refers to an entry; nothing where that could not be read (which has been said then). */
export const dependentsOf = async (shell: Shell, { kind, record }: Entry) => {
  try {
    return await shell.desk.dependents(kind, [record.id])
  } catch (error) {
    notifyFailure(
      shell,
      ({ t }) => t('codebook.notLooked'),
      error,
      ({ t }) => t('problem.nothingChanged'),
    )
    return undefined
  }
}
