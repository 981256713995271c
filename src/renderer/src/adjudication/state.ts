/** Where somebody is who decides between annotators. */
import type { AdjudicationUnit } from '../../../workbench/contract.ts'

export type Shown = AdjudicationUnit['state']

export type AdjudicationState = {
  articleId: string
  /** Who is compared; everybody, where nobody is named. */
  annotatorIds: readonly string[] | undefined
  /** Which units are walked through, and at which of them one is. */
  shown: Shown
  at: number
  /** The version on a copy of which the form is open. */
  own: string | undefined
  /** First inputs of units whose decision is being written. */
  under: readonly string[]
}

export const shownStates: readonly Shown[] = ['open', 'agreed', 'decided']

export const emptyAdjudication = (articleId: string): AdjudicationState => ({
  articleId,
  annotatorIds: undefined,
  shown: 'open',
  at: 0,
  own: undefined,
  under: [],
})

/** What is walked through: of one state, without those whose decision is on its way. */
export const unitsShown = (
  units: readonly AdjudicationUnit[],
  { shown, under }: Pick<AdjudicationState, 'shown' | 'under'>,
): readonly AdjudicationUnit[] =>
  units.filter(({ state, inputs }) => state === shown && (shown === 'decided' || !under.includes(inputs[0]?.id ?? '')))
