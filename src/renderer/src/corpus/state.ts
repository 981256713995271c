/** What of the corpus is on the screen, and of what it is asked. */
import type { ArticleSummary, CorpusAbout, CorpusRequest } from '../../../workbench/contract.ts'
import { usualFew } from '../../../workbench/contract.ts'
import type { Say, Shell } from '../app/shell.ts'

export type CorpusChoices = {
  /** An annotator; everybody where none is named. */
  layer: string | undefined
  articles: 'all' | 'done' | 'listed'
  few: number
}

export type CorpusState = {
  /** It stands in the place of the text. */
  shown: boolean
  form: 'charts' | 'tables'
  choices: CorpusChoices
  /** The charts and kinds of findings of which everything is shown. */
  whole: readonly string[]
  /** What somebody went away from, to come back to. */
  at: string | undefined
}

/** The articles that a figure or a finding led to: only these are listed. */
export type ArticleSet = { name: Say; ids: readonly string[] }

export const usualChoices: CorpusChoices = { layer: undefined, articles: 'all', few: usualFew }

export const noCorpus: CorpusState = {
  shown: false,
  form: 'charts',
  choices: usualChoices,
  whole: [],
  at: undefined,
}

export const changeCorpus = ({ ui }: Pick<Shell, 'ui'>, change: Partial<CorpusState>) =>
  ui.set({ corpus: { ...ui.get().corpus, ...change } })

export const toggleWhole = (shell: Pick<Shell, 'ui'>, key: string) => {
  const { whole } = shell.ui.get().corpus
  changeCorpus(shell, { whole: whole.includes(key) ? whole.filter((other) => other !== key) : [...whole, key] })
}

/** @param listed the articles that are listed on the left; @param all whether those are all there are */
export const requestOf = (
  { layer, articles, few }: CorpusChoices,
  listed: readonly ArticleSummary[],
  all: boolean,
): CorpusRequest => ({
  few,
  ...(layer !== undefined && { layer }),
  ...(articles === 'done' && { onlyDone: true }),
  ...(articles === 'listed' && !all && { articleIds: listed.map(({ id }) => id) }),
})

/** The same part in one word, for the keyboard to come back to. */
export const keyOf = (about: CorpusAbout): string => JSON.stringify(about)
