/** What of the agreement between annotators is on the screen, and what was asked. */
import type { AnnotationType } from '../../../core/schema.ts'
import type { AgreementRequest, AgreementRow, MetricId } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'

/** An empty list of annotators or types is everybody or everything. */
export type Choices = {
  articles: 'all' | 'this' | 'chosen'
  articleIds: readonly string[]
  annotatorIds: readonly string[]
  types: readonly AnnotationType[]
  metrics: readonly MetricId[]
}

export type AgreementState = {
  /** It stands in the place of the text. */
  shown: boolean
  tab: 'table' | 'map'
  choices: Choices
  choicesOpen: boolean
  /** The column that the map is of. */
  column: string | undefined
  /** The cells that the tables stand at, by table. */
  cells: Readonly<Record<string, string>>
  /** The figure whose disagreements are gone through, and which of them. */
  looking: Looking | undefined
}

/** `inText`: they are gone through in the texts. */
export type Looking = { row: AgreementRow; annotatorIds: readonly string[]; at: number; inText: boolean }

// α does what κ and π do for two annotators, for any number of them; whoever wants those too adds them.
const usualMetrics: readonly MetricId[] = [
  'spanF1Exact',
  'spanF1Overlap',
  'alphaU',
  'gamma',
  'krippendorffAlpha',
  'chainGiven',
  'chainExact',
  'chainSimilarity',
  'chainAlpha',
]

export const usualChoices: Choices = {
  articles: 'all',
  articleIds: [],
  annotatorIds: [],
  types: [],
  metrics: usualMetrics,
}

export const noAgreement: AgreementState = {
  shown: false,
  tab: 'table',
  choices: usualChoices,
  choicesOpen: false,
  column: undefined,
  cells: {},
  looking: undefined,
}

export const changeAgreement = ({ ui }: Pick<Shell, 'ui'>, change: Partial<AgreementState>) =>
  ui.set({ agreement: { ...ui.get().agreement, ...change } })

/** @param articleId the article on the screen */
export const requestOf = (
  { articles, articleIds, annotatorIds, types, metrics }: Choices,
  articleId: string | undefined,
): AgreementRequest => ({
  metrics: [...metrics],
  ...(articles === 'this' && articleId !== undefined && { articleIds: [articleId] }),
  ...(articles === 'chosen' && articleIds.length > 0 && { articleIds: [...articleIds] }),
  ...(annotatorIds.length > 1 && { annotatorIds: [...annotatorIds] }),
  ...(types.length > 0 && { types: [...types] }),
})
