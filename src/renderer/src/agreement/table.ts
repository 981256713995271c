/** The figures as a table: what they are about in lines, what was measured in columns. */
import { type ScopeKind, scopeKinds } from '../../../core/agreement/project/metric.ts'
import type { AgreementRow, AgreementScope, MetricId } from '../../../workbench/contract.ts'

export type Column = Pick<AgreementRow, 'metric' | 'attribute'> & { key: string }
export type Line = { key: string; kind: ScopeKind; scope: AgreementScope; cells: ReadonlyMap<string, AgreementRow> }
/** `idle`: columns in which there is nothing to compare anywhere. */
export type FigureTable = { columns: Column[]; idle: Column[]; lines: Line[] }

export const tableOf = (rows: readonly AgreementRow[]): FigureTable => {
  const columns = new Map<string, Column>()
  const lines = new Map<string, Line & { cells: Map<string, AgreementRow> }>()
  const busy = new Set<string>()
  for (const row of rows) {
    const column = columnKey(row)
    if (!columns.has(column)) {
      const { metric, attribute } = row
      columns.set(column, { key: column, metric, ...(attribute && { attribute }) })
    }
    if (row.items > 0) busy.add(column)
    const key = JSON.stringify(row.scope)
    const line = lines.get(key) ?? { key, kind: kindOf(row.scope), scope: row.scope, cells: new Map() }
    line.cells.set(column, row)
    lines.set(key, line)
  }
  const all = [...columns.values()]
  return {
    columns: all.filter(({ key }) => busy.has(key)),
    idle: all.filter(({ key }) => !busy.has(key)),
    lines: [...lines.values()].sort((a, b) => scopeKinds.indexOf(a.kind) - scopeKinds.indexOf(b.kind)),
  }
}

/** The same figures of each pair of annotators, both ways round. Of two annotators the figure of everything is that of the pair. */
export const pairLines = (table: FigureTable, column: string, annotatorIds: readonly string[]): Line[] => {
  const found = new Map<string, AgreementRow>()
  for (const { scope, kind, cells } of table.lines) {
    const row = cells.get(column)
    const pair = annotatorIds.length === 2 && kind === 'all' ? annotatorIds : scope.pair
    if (!row || !pair) continue
    found.set(pair.join(), row)
    found.set(pair.toReversed().join(), row)
  }
  return annotatorIds.map((first) => ({
    key: first,
    kind: 'pair',
    scope: {},
    cells: new Map(
      annotatorIds.flatMap((second) => {
        const row = found.get([first, second].join())
        return row ? [[second, row] as const] : []
      }),
    ),
  }))
}

/** Articles with a figure in a column, the least first. */
export const articleLines = ({ lines }: FigureTable, column: string): Line[] =>
  lines
    .filter(({ kind, cells }) => kind === 'article' && cells.has(column))
    .sort((a, b) => (a.cells.get(column)?.value ?? 2) - (b.cells.get(column)?.value ?? 2))

const columnKey = ({ metric, attribute }: AgreementRow): string => (attribute ? `${metric}.${attribute}` : metric)

const kindOf = ({ type, code, issue, stance, pair, articleId }: AgreementScope): ScopeKind => {
  if (type !== undefined) return 'type'
  if (code !== undefined) return 'code'
  if (issue !== undefined) return 'issue'
  if (stance !== undefined) return 'stance'
  if (pair) return 'pair'
  return articleId === undefined ? 'all' : 'article'
}

/** Five tints for values from 0 to 1; none below 0 and where there is no value. */
export const tints = [1, 2, 3, 4, 5] as const

export const tintOf = ({ value }: AgreementRow): (typeof tints)[number] | undefined =>
  value === null || value < 0 ? undefined : tints[Math.min(tints.length - 1, Math.floor(value * tints.length))]

export type Reading = 'share' | 'chance' | 'low' | 'tentative' | 'high' | 'gamma'

const shares: readonly MetricId[] = ['spanF1Exact', 'spanF1Overlap', 'chainGiven', 'chainExact', 'chainSimilarity']

/**
 * How a figure may be read, roughly. The bounds of coefficients are Krippendorff's (Content Analysis, 2004, p. 241); nobody has
 * set any for γ.
 */
export const readingOf = ({ metric, value }: AgreementRow): Reading | undefined => {
  if (value === null) return undefined
  if (shares.includes(metric)) return 'share'
  if (value <= 0) return 'chance'
  if (metric === 'gamma') return 'gamma'
  return value < 2 / 3 ? 'low' : value < 0.8 ? 'tentative' : 'high'
}

// Below this a single item more or less changes the picture.
const FEW = 10

export const restsOnFew = ({ items }: AgreementRow): boolean => items < FEW
