/** Reading a foreign file as the importer does, in tests. */
import {
  type ForeignFile,
  type ForeignProblem,
  type KnownArticle,
  noArticles,
} from '../../../src/core/formats/foreign.ts'
import { foreignReaders } from '../../../src/core/formats/index.ts'

export const readForeign = (
  format: (typeof foreignReaders)[number]['id'],
  name: string,
  content: string | object,
  beside: Record<string, string> = {},
  known: KnownArticle[] = [],
): ForeignFile => {
  const reader = foreignReaders.find(({ id }) => id === format)
  if (reader?.takes !== 'text') throw new Error(`no reader of text ${format}`)
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return reader.read({
    name,
    content: text,
    beside: new Map(Object.entries(beside)),
    articles: { ...noArticles, all: () => known },
  })
}

/** Spans as `LAYER words`, fragments parted by a bar. */
export const wordsIn = ({ documents }: ForeignFile): string[] =>
  documents.flatMap(({ text, spans }) =>
    spans.map(({ layer, fragments }) =>
      [layer, fragments.map(({ start, end }) => text.slice(start, end)).join('|')].join(' '),
    ),
  )

/** Relations as `LAYER from to`. */
export const relationsIn = ({ documents }: ForeignFile): string[] =>
  documents.flatMap(({ relations }) => relations.map(({ layer, from, to }) => `${layer} ${from} ${to}`))

/** Problems as `PLACE reason`. */
export const problemsIn = ({ problems }: ForeignFile): string[] =>
  problems.map((problem: ForeignProblem) => `${'line' in problem ? problem.line : problem.entry} ${problem.reason}`)
