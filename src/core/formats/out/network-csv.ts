/** A network as tables: its nodes, its edges, and the matrix. Cells cannot be taken for formulas. */
import { type Cell, csv } from '../../csv.ts'
import type { OutFormat } from './format.ts'
import { networkFormat } from './network.ts'
import { type Network, oneModeFigures, twoModeFigures } from './network-edges.ts'
import type { NetworkNode } from './network-nodes.ts'

export const networkCsv: OutFormat = networkFormat(
  { id: 'network-csv', title: 'CSV (network)', extension: 'csv', shape: 'folder' },
  { bom: true },
  function* (network, choice, { options }) {
    const isTwoMode = choice.network === 'two-mode'
    const mark = options.bom ? '\uFEFF' : ''
    const nodes = isTwoMode ? [...network.rows, ...network.columns] : network.rows
    const tables = {
      'nodes.csv': [
        ['id', 'name', 'kind', 'actor_type'],
        ...nodes.map(({ id, name, kind, actorType }) => [id, name, kind, actorType ?? '']),
      ],
      'edges.csv': edgesOf(network, isTwoMode ? twoModeFigures : oneModeFigures),
      'matrix.csv': matrixOf(network, isTwoMode),
    }
    for (const [file, rows] of Object.entries(tables)) yield { file, text: mark + csv(rows) }
  },
)

const edgesOf = ({ edges }: Network, figures: readonly (keyof Network['edges'][number]['figures'])[]): Cell[][] => [
  ['source', 'target', 'weight', ...figures, 'source_id', 'target_id'],
  ...edges.map(({ from, to, weight, figures: said }) => [
    ...[from.name, to.name, weight],
    ...figures.map((name) => said[name] ?? 0),
    ...[from.id, to.id],
  ]),
]

/** Where there is no edge stands 0; of a network of one kind of node both halves are there. */
const matrixOf = ({ rows, columns, edges }: Network, isTwoMode: boolean): Cell[][] => {
  const weights = new Map(edges.map(({ from, to, weight }) => [`${from.id} ${to.id}`, weight]))
  const weightOf = (a: string, b: string) =>
    weights.get(`${a} ${b}`) ?? (isTwoMode ? 0 : (weights.get(`${b} ${a}`) ?? 0))
  const heads = namesIn(columns)
  const names = namesIn(rows)
  return [
    ['', ...heads],
    ...rows.map((row, place) => [names[place] ?? '', ...columns.map((one) => weightOf(row.id, one.id))]),
  ]
}

/** Nodes of one name are told apart by their ids. */
const namesIn = (nodes: readonly NetworkNode[]): string[] =>
  nodes.map(({ id, name }) => (nodes.some((one) => one.name === name && one.id !== id) ? `${name} (${id})` : name))
