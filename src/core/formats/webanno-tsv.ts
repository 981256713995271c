/**
 * WebAnno TSV 3, the export of WebAnno and INCEpTION: one token a line, one column a feature of a layer, annotations over
 * several lines held together by a number. Offsets are UTF-16 code units, as in the file. The format's page:
 * https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv
 */
import type { ForeignDocument, ForeignFile, ForeignProblem, ForeignSpan } from './foreign.ts'
import {
  type Entry,
  type Layer,
  layerReader,
  linksOf,
  rolesOf,
  textUnescapedBy,
  unescaped,
} from './webanno-tsv-cells.ts'
import { type Row, readRows, withoutCr } from './webanno-tsv-rows.ts'

/** Reads one file. Damaged lines are named and left out; what is no WebAnno TSV 3 has no document. */
export const readWebannoTsv = (content: string, name: string): ForeignFile => {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/)
  const [, version] = /^#FORMAT=WebAnno TSV (3(?:\.\d+)?)$/.exec(lines[0]?.trimEnd() ?? '') ?? []
  if (version === undefined) return { documents: [], problems: [{ line: 1, reason: 'format' }] }
  const problems: ForeignProblem[] = []
  const layers = layersOf(lines)
  const width = layers.reduce((sum, { columns }) => sum + columns.length, 0)
  const { rows, text, sentences } = readRows(lines, width, textUnescapedBy(version), problems)
  const spans = spansOf(rows, layers)
  const document: ForeignDocument = {
    name,
    text,
    spans: spans.list,
    relations: [],
    tokens: rows.filter(({ unit }) => !unit.includes('.')).map(({ start, end }) => ({ start, end })),
    sentences,
  }
  for (const relation of [...relationsOf(rows, layers, spans, problems), ...slotsOf(rows, layers, spans, problems)]) {
    document.relations.push({ id: `r${document.relations.length + 1}`, ...relation })
  }
  document.relations.push(...chainsOf(spans, document.relations.length))
  return { documents: [text.includes('\r') ? withoutCr(document) : document], problems }
}

const layersOf = (lines: readonly string[]): Layer[] => {
  const read = layerReader()
  return lines.flatMap((line) => read(line) ?? [])
}

type Spans = {
  list: ForeignSpan[]
  /** The span of a layer (of any, without one) that a line carries under a number; 0 where it has none. Words are spans on demand. */
  at(unit: string, number: number, layer?: string): ForeignSpan | undefined
  chained: { span: ForeignSpan; chain: number; element: number; relation: string | undefined; layer: string }[]
}

const spansOf = (rows: readonly Row[], layers: readonly Layer[]): Spans => {
  const list: ForeignSpan[] = []
  const byKey = new Map<string, ForeignSpan>()
  const byPlace = new Map<string, ForeignSpan[]>()
  const chained: Spans['chained'] = []
  for (const row of rows) {
    for (const layer of layers) {
      if (layer.kind === 'relation') continue
      for (const [entry, columns] of entriesOf(row, layer)) {
        const linked = layer.kind === 'chain' ? columns.find(({ link }) => link) : undefined
        const number = layer.kind === 'span' ? entry.number : 0
        const held = linked?.link ? `->${linked.link.chain}-${linked.link.element}` : number
        const key = `${layer.name} ${held || `${row.unit} ${columns[0]?.index}`}`
        let span = byKey.get(key)
        if (span) {
          const [whole] = span.fragments
          span.fragments = [
            { start: Math.min(whole?.start ?? row.start, row.start), end: Math.max(whole?.end ?? 0, row.end) },
          ]
        } else {
          const { start, end } = row
          span = {
            id: `s${list.length + 1}`,
            layer: layer.name,
            fragments: [{ start, end }],
            features: featuresOf(layer, columns),
          }
          list.push(span)
          byKey.set(key, span)
          if (linked?.link) chained.push({ span, ...linked.link, relation: saidIn(linked), layer: layer.name })
        }
        const place = `${row.unit} ${number}`
        const there = byPlace.get(place)
        if (there) there.push(span)
        else byPlace.set(place, [span])
      }
    }
  }
  const words = new Map(rows.map((row) => [row.unit, row]))
  const at: Spans['at'] = (unit, number, layer) => {
    const there = byPlace.get(`${unit} ${number}`) ?? []
    const found = layer ? there.find((span) => span.layer === layer) : undefined
    const word = layer?.endsWith('.segmentation.type.Token') ? words.get(unit) : undefined
    if (found || !word || !layer) return found ?? there[0]
    const { start, end } = word
    const span: ForeignSpan = { id: `s${list.length + 1}`, layer, fragments: [{ start, end }], features: {} }
    list.push(span)
    byPlace.set(`${unit} ${number}`, [...there, span])
    return span
  }
  return { list, at, chained }
}

/** The annotations of a layer in a line: of each, the number that holds its lines together, and its cells by column. */
const entriesOf = (row: Row, { columns, from }: Layer): [Entry, (Entry & { index: number })[]][] => {
  const cells = row.cells.slice(from, from + columns.length)
  const depth = Math.max(...cells.map((cell) => cell.length))
  return Array.from({ length: depth }, (_, index) => {
    const entries = cells.map((cell) => ({ ...(cell[index] ?? nothing), index }))
    // What fills a slot stands elsewhere, with a number of its own.
    const number = Math.max(0, ...entries.map((entry, at) => (columns[at]?.kind === 'target' ? 0 : entry.number)))
    return [{ ...(entries[0] ?? nothing), number }, entries] as [Entry, (Entry & { index: number })[]]
  }).filter(([, entries]) => entries.some(({ text, number }) => text !== '_' || number > 0))
}

const nothing: Entry = { text: '_', number: 0 }

const featuresOf = (layer: Layer, entries: readonly Entry[]): ForeignSpan['features'] =>
  Object.fromEntries(
    layer.columns.flatMap((column, index) => {
      const value = column.kind === 'feature' && column.name ? saidIn(entries[index]) : undefined
      return value === undefined ? [] : [[column.name, value]]
    }),
  )

/** What a cell says; nothing where it only says that there is an annotation. */
const saidIn = (entry: Entry | undefined): string | undefined =>
  !entry || entry.text === '_' || entry.text === '*' ? undefined : unescaped(entry.text)

type Found = Omit<ForeignDocument['relations'][number], 'id'>

const relationsOf = (
  rows: readonly Row[],
  layers: readonly Layer[],
  spans: Spans,
  problems: ForeignProblem[],
): Found[] =>
  layers.flatMap((layer) =>
    rows.flatMap((row) => {
      if (layer.kind !== 'relation') return []
      return entriesOf(row, layer).flatMap(([, entries]) => {
        const [link] = linksOf(entries.at(-1)?.raw ?? '')
        const base = layer.columns.at(-1)?.name
        const from = link && spans.at(link.unit, link.from, base)
        const to = link && spans.at(row.unit, link.to, base)
        if (from && to) return [{ layer: layer.name, from: from.id, to: to.id, features: featuresOf(layer, entries) }]
        problems.push({ line: row.line, reason: 'reference', detail: entries.at(-1)?.text ?? '' })
        return []
      })
    }),
  )

/** What fills the slots of a span: a relation for each, with its role. */
const slotsOf = (rows: readonly Row[], layers: readonly Layer[], spans: Spans, problems: ForeignProblem[]): Found[] => {
  const seen = new Set<string>()
  return layers.flatMap((layer) =>
    layer.columns.flatMap((column, at) =>
      rows.flatMap((row) => {
        if (column.kind !== 'role') return []
        return entriesOf(row, layer).flatMap(([entry, entries]) => {
          const host = spans.at(row.unit, entry.number, layer.name)
          const roles = rolesOf(entries[at]?.text ?? '')
          return linksOf(entries[at + 1]?.raw ?? '').flatMap((link, index) => {
            const target = spans.at(link.unit, link.from, layer.columns[at + 1]?.name)
            if (!target || !host) {
              problems.push({ line: row.line, reason: 'reference', detail: link.unit })
              return []
            }
            const role = roles[index] ?? '*'
            const key = `${host.id} ${column.name} ${index} ${role} ${target.id}`
            // A host over several lines says it on each.
            if (seen.has(key)) return []
            seen.add(key)
            const features: ForeignSpan['features'] = role === '*' || role === '_' ? {} : { role: unescaped(role) }
            return [{ layer: column.name, from: host.id, to: target.id, features }]
          })
        })
      }),
    ),
  )
}

/** Each link of a chain to the next one. */
const chainsOf = ({ chained }: Spans, before: number): ForeignDocument['relations'] => {
  const relations: ForeignDocument['relations'] = []
  const keyOf = (layer: string, chain: number, element: number) => `${layer} ${chain} ${element}`
  const links = new Map(chained.map((one) => [keyOf(one.layer, one.chain, one.element), one]))
  for (const one of chained) {
    const next = links.get(keyOf(one.layer, one.chain, one.element + 1))
    if (!next) continue
    relations.push({
      id: `r${before + relations.length + 1}`,
      layer: one.layer,
      from: one.span.id,
      to: next.span.id,
      features: one.relation === undefined ? {} : { relation: one.relation },
    })
  }
  return relations
}
