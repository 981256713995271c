/** Tables for spreadsheet programs: one row a claim, or one row a position. Cells cannot be taken for formulas. */
import type { Annotation } from '../../annotation.ts'
import type { Attribution } from '../../attribution.ts'
import { csv } from '../../csv.ts'
import { byIdIn, chainText, quoteOf, sourceName } from './chain-text.ts'
import type { Carried, FormatId, OutDocument, OutFormat, OutSetting } from './format.ts'
import { codeKeys } from './label.ts'
import type { Names } from './names.ts'

type Cell = string | number
type Known = ReadonlyMap<string, Annotation>

type Tabled = Exclude<Annotation, { type: 'actor' }>

type Table = {
  id: FormatId
  type: Tabled['type']
  columns: readonly string[]
  /** What its own type says of an annotation. */
  cells(annotation: Tabled, known: Known, names: Names): Cell[]
  members: readonly string[]
}

const common = ['article', 'title', 'outlet', 'date', 'url', 'annotator', 'id', 'start', 'end', 'quote', 'codes']

const tableFormat = (table: Table): OutFormat => ({
  id: table.id,
  title: `CSV (${table.type}s)`,
  extension: 'csv',
  shape: 'file',
  unit: 'codepoint',
  types: [table.type],
  options: { chains: ['text', 'none'], bom: true },
  splits: false,
  people: true,
  carries: ({ chains }): Carried => ({
    article: ['title', 'outlet', 'publishedAt', 'url'],
    annotation: [
      ...['articleId', 'annotatorId', 'type', 'target', 'codes', 'certainty', 'note', ...table.members],
      ...(chains === 'none' ? [] : ['body.attribution']),
    ],
    actor: ['name'],
    issue: ['name'],
    code: ['key', 'type'],
    annotator: ['name'],
  }),
  writer: (setting, ledger) => {
    let begun = false
    const file = `${table.type}s.csv`
    const begin = () => {
      const heads = csv([[...common, ...table.columns, 'speaker', 'chain', 'certainty', 'note']])
      const text = begun ? '' : (setting.options.bom ? '\uFEFF' : '') + heads
      begun = true
      return text
    }
    return {
      *document(document) {
        const known = byIdIn(document.everything)
        ledger.lost('link', 'no-place', document.links.length)
        if (document.annotations.length === 0) ledger.lost('article', 'not-annotated')
        else ledger.carried({ kind: 'article', record: document.article })
        const rows = document.annotations.filter(isTabled).map((annotation) => {
          ledger.carried({ kind: 'annotation', record: annotation })
          return rowOf(table, document, annotation, known, setting)
        })
        yield { file, text: begin() + csv(rows) }
      },
      *end() {
        yield { file, text: begin() }
      },
    }
  },
})

const isTabled = (annotation: Annotation): annotation is Tabled => annotation.type !== 'actor'

const rowOf = (
  table: Table,
  { article }: OutDocument,
  annotation: Tabled,
  known: Known,
  { names, options }: OutSetting,
): Cell[] => {
  const { fragments } = annotation.target
  const { attribution } = annotation.body
  const chained = options.chains === 'text'
  return [
    ...[article.id, article.title ?? '', article.outlet?.name ?? '', article.publishedAt ?? '', article.url ?? ''],
    ...[names.annotator(annotation.annotatorId).name, annotation.id],
    ...[fragments[0]?.start ?? 0, fragments.at(-1)?.end ?? 0, quoteOf(annotation)],
    codeKeys(annotation, names).join(' | '),
    ...table.cells(annotation, known, names),
    chained ? firstOf(attribution, known, names) : '',
    chained ? chainText(attribution, known, names) : '',
    annotation.certainty,
    annotation.note ?? '',
  ]
}

/** Who said it in the first place. */
const firstOf = (attribution: Attribution, known: Known, names: Names): string =>
  chainText(attribution.slice(0, 1), known, names)

const issuesOf = (ids: readonly string[], names: Names): string => ids.map((id) => names.issue(id).name).join(' | ')

export const csvClaims = tableFormat({
  id: 'csv-claims',
  type: 'claim',
  columns: ['paraphrase', 'modality', 'issues'],
  members: ['paraphrase', 'modality', 'issueIds'].map((name) => `body.${name}`),
  cells: ({ type, body }, _known, names) =>
    type === 'claim' ? [body.paraphrase ?? '', body.modality ?? '', issuesOf(body.issueIds, names)] : [],
})

export const csvPositions = tableFormat({
  id: 'csv-positions',
  type: 'position',
  columns: ['holders', 'stance', 'strength', 'issue', 'condition', 'toward'],
  members: ['holders', 'stance', 'strength', 'issueId', 'condition', 'toward'].map((name) => `body.${name}`),
  cells: ({ type, body }, known, names) =>
    type === 'position'
      ? [
          body.holders.map((source) => sourceName(source, known, names)).join(' | '),
          body.stance ?? '',
          body.strength ?? '',
          body.issueId === undefined ? '' : issuesOf([body.issueId], names),
          body.condition?.text ?? '',
          body.toward === undefined ? '' : names.actor(body.toward).name,
        ]
      : [],
})
