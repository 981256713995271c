/** Deciding between annotators in the window: begun, walked through, decided, left. */

import { isInput } from '../../../core/adjudicate/units.ts'
import type { Annotation } from '../../../core/annotation.ts'
import type { AdjudicationDecision, AdjudicationUnit, AnnotationChange } from '../../../workbench/contract.ts'
import { type AdjudicationState, emptyAdjudication, type Shown, unitsShown } from '../adjudication/state.ts'
import type { Say, Shell } from '../app/shell.ts'
import { showText } from '../app/show-text.ts'
import { adjudicableQuery } from '../data/queries.ts'
import { focusArea, showPane } from './areas.ts'
import { isCorrecting } from './drafts.ts'
import { endQueue } from './mention-queue.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

/** Shows the places to decide about in place of the list; says why where there is nobody to decide between. */
export const beginAdjudication = (shell: Shell) => {
  const { ui, annotations, queries } = shell
  const { articleId } = ui.get()
  if (!articleId || !writable(shell)) return
  if (isCorrecting(shell)) return announce(shell, ({ t }) => t('correct.first'))
  const rows = queries.getQueryData(annotations.everything(articleId).queryKey) ?? []
  const people = new Set(rows.filter(isInput).map(({ annotatorId }) => annotatorId))
  if (people.size < 2) return announce(shell, ({ t }) => t('adjudication.onlyOne'))
  void endQueue(shell)
  showText(shell)
  showPane(shell, 'right')
  const { adjudication } = ui.get()
  ui.set({
    adjudication: adjudication?.articleId === articleId ? adjudication : emptyAdjudication(articleId),
    focusId: undefined,
    editId: undefined,
    linking: undefined,
  })
  setTimeout(() => focusArea(shell, 'annotations'))
}

export const leaveAdjudication = (shell: Shell) => {
  shell.ui.set({ adjudication: undefined })
  setTimeout(() => shell.editor.current?.focusText())
}

/** The unit that is on the screen. */
export const currentUnit = (shell: Shell): AdjudicationUnit | undefined => {
  const { adjudication } = shell.ui.get()
  return adjudication && listOf(shell, adjudication)[adjudication.at]
}

/** Goes to the next (1) or the previous (-1) of what is shown. */
export const stepUnit = (shell: Shell, step: 1 | -1) =>
  change(shell, (state) => {
    const last = listOf(shell, state).length - 1
    return { at: Math.max(0, Math.min(last, state.at + step)), own: undefined }
  })

export const showUnits = (shell: Shell, shown: Shown) => change(shell, () => ({ shown, at: 0, own: undefined }))

/** Leaves an annotator out, or takes them in again; two at least are compared. */
export const toggleCompared = (shell: Shell, id: string, everybody: readonly string[]) => {
  const before = shell.ui.get().adjudication?.annotatorIds ?? everybody
  const annotatorIds = before.includes(id) ? before.filter((other) => other !== id) : [...before, id].sort()
  if (annotatorIds.length < 2) return announce(shell, ({ t }) => t('adjudication.twoAtLeast'))
  change(shell, () => ({ annotatorIds, at: 0, own: undefined }))
}

/** Keeps the version at a place (from 0) and no other. */
export const takeVersion = (shell: Shell, place: number) => {
  const unit = currentUnit(shell)
  const version = unit?.inputs[place]
  if (unit && version) void decide(shell, unit, { take: [version.id] })
}

export const takeAll = (shell: Shell) => {
  const unit = currentUnit(shell)
  if (unit) void decide(shell, unit, { take: unit.inputs.map(({ id }) => id) })
}

export const takeNone = (shell: Shell) => {
  const unit = currentUnit(shell)
  if (unit) void decide(shell, unit, { take: [] })
}

/** Opens the form on a copy of a version (from 0); its saving decides. */
export const beginOwn = (shell: Shell, place: number) => {
  const version = currentUnit(shell)?.inputs[place]
  if (version && writable(shell)) change(shell, () => ({ own: version.id }))
}

export const endOwn = (shell: Shell) => {
  change(shell, () => ({ own: undefined }))
  setTimeout(() => focusArea(shell, 'annotations'))
}

/** Decides for what the form says, which began as a copy of a version. */
export const decideOwn = (shell: Shell, unit: AdjudicationUnit, version: Annotation, said: AnnotationChange) => {
  const { type, target, codes, attributes, body, certainty, note } = version
  const kept = said.note === undefined ? note : (said.note ?? undefined)
  const own = {
    type: said.type ?? type,
    fragments: target.fragments.map(({ start, end }) => ({ start, end })),
    ...(said.type === undefined && {
      codes: said.codes ?? codes,
      attributes: said.attributes ?? attributes,
      body: said.body ?? body,
    }),
    certainty: said.certainty ?? certainty,
    ...(kept !== undefined && { note: kept }),
    ...(said.entries && { entries: said.entries }),
  }
  return decide(shell, unit, { own })
}

/** Takes over everything the annotators agree on. */
export const acceptAgreed = async (shell: Shell) => {
  const { adjudication } = shell.ui.get()
  if (!adjudication || !writable(shell)) return
  const { articleId, annotatorIds } = adjudication
  const done = await write(shell, notDecided, () =>
    shell.desk.adjudicateByRule({
      rule: 'exact-match',
      articleIds: [articleId],
      ...(annotatorIds && { annotatorIds: [...annotatorIds] }),
    }),
  )
  if (!done) return
  await refresh(shell, articleId)
  const accepted = done.value.articles[0]?.accepted ?? 0
  announce(shell, ({ t }) => t('adjudication.accepted', { count: accepted }))
  change(shell, ({ shown }) => (shown === 'agreed' ? { shown: 'open', at: 0 } : {}))
  focusArea(shell, 'annotations')
}

const notDecided: Say = ({ t }) => t('adjudication.notDecided')

/** The next one is shown at once; what could not be written comes back. */
const decide = async (shell: Shell, unit: AdjudicationUnit, choice: AdjudicationDecision['choice']) => {
  const [first] = unit.inputs
  if (!first || !writable(shell)) return
  const { articleId } = first
  const inputs = unit.inputs.map(({ id }) => id)
  change(shell, ({ under }) => ({ under: [...under, first.id], own: undefined }))
  const done = await write(shell, notDecided, () => shell.desk.adjudicate(articleId, [{ inputs, choice }]))
  if (done) {
    await refresh(shell, articleId)
    announce(shell, ({ t }) => t('adjudication.decided', { count: done.value.length }))
  }
  change(shell, (state) => {
    const next = { ...state, under: state.under.filter((id) => id !== first.id) }
    return { under: next.under, at: Math.max(0, Math.min(state.at, listOf(shell, next).length - 1)) }
  })
  if (shell.ui.get().area === 'annotations') focusArea(shell, 'annotations')
}

const refresh = ({ queries }: Shell, articleId: string) =>
  queries.invalidateQueries({ queryKey: ['adjudicable', articleId] })

const listOf = (shell: Shell, state: AdjudicationState): readonly AdjudicationUnit[] => {
  const { queryKey } = adjudicableQuery(shell, state.articleId, state.annotatorIds)
  return unitsShown(shell.queries.getQueryData(queryKey)?.units ?? [], state)
}

const change = ({ ui }: Shell, next: (state: AdjudicationState) => Partial<AdjudicationState>) => {
  const { adjudication } = ui.get()
  if (adjudication) ui.set({ adjudication: { ...adjudication, ...next(adjudication) } })
}
