/** The annotations of WebAnno TSV 2 and 1: in a word's line a cell for each feature, in it by bars what is stacked there. */
import type { Span } from '../span.ts'
import type { ForeignDocument, ForeignProblem, ForeignSpan } from './foreign.ts'

/** `base` is what a relation joins; cells of a `isPlain` layer never begin with B- or I-. */
export type OldLayer = { name: string; features: string[]; base?: string; isPlain?: true }

/** A word; `cells` are those of all layers, or none. */
export type OldRow = Span & { line: number; unit: string; word: string; cells: string[] }

export const spansIn = (rows: readonly OldRow[], layers: readonly OldLayer[]): ForeignSpan[] => {
  const spans: ForeignSpan[] = []
  for (const { layer, from } of placed(layers)) {
    if (layer.base !== undefined) continue
    const stacks = rows.map((row) => stackOf(row, layer, from))
    const isTagged = taggedIn(layer, stacks)
    let open = new Map<number, ForeignSpan>()
    for (const [index, stack] of stacks.entries()) {
      const next = new Map<number, ForeignSpan>()
      const { start, end } = rows[index] ?? { start: 0, end: 0 }
      for (const [place, values] of stack.entries()) {
        if (values.every(isNothing)) continue
        const before = open.get(place)
        const goesOn = isTagged && before !== undefined && values.some((value) => value.startsWith('I-'))
        const span: ForeignSpan = before && goesOn ? before : newSpan(layer, values, isTagged, spans.length + 1)
        if (goesOn) span.fragments = [{ start: span.fragments[0]?.start ?? start, end }]
        else spans.push({ ...span, fragments: [{ start, end }] })
        const last = goesOn ? span : spans.at(-1)
        if (isTagged && last) next.set(place, last)
      }
      open = next
    }
  }
  return spans
}

const newSpan = (layer: OldLayer, values: readonly string[], isTagged: boolean, number: number): ForeignSpan => ({
  id: `s${number}`,
  layer: layer.name,
  fragments: [],
  features: featuresOf(layer, values, isTagged),
})

/** Each layer with the index of its first column. */
const placed = (layers: readonly OldLayer[]): { layer: OldLayer; from: number }[] => {
  let from = 0
  return layers.map((layer) => {
    const place = { layer, from }
    from += layer.features.length + (layer.base === undefined ? 0 : 1)
    return place
  })
}

/** What a line says of a layer: for each annotation its features, and of a relation the word that it comes from. */
const stackOf = ({ cells }: OldRow, { features, base }: OldLayer, from: number): string[][] => {
  const own = cells.slice(from, from + features.length + (base === undefined ? 0 : 1)).map((cell) => cell.split('|'))
  const depth = Math.max(0, ...own.map((parts) => parts.length))
  return Array.from({ length: depth }, (_, place) => own.map((parts) => parts[place] ?? '_'))
}

const isNothing = (value: string): boolean => value === '_' || value === 'O' || /^[BIO]-_$/.test(value)

/** Whether all that is said of a layer begins with B- or I-: then the lines of an annotation hold together by it. */
const taggedIn = ({ isPlain, features }: OldLayer, stacks: readonly string[][][]): boolean =>
  !isPlain &&
  stacks.every((stack) =>
    stack.every((values) =>
      values.slice(0, features.length).every((value) => isNothing(value) || /^[BI]-/.test(value)),
    ),
  )

/** What is called like the layer says only that there is an annotation. */
const featuresOf = (layer: OldLayer, values: readonly string[], isTagged: boolean): ForeignSpan['features'] =>
  Object.fromEntries(
    layer.features.flatMap((name, index) => {
      const value = isTagged ? values[index]?.replace(/^[BI]-/, '') : values[index]
      return value === undefined || isNothing(value) || value === `${layer.name}_` ? [] : [[name, value]]
    }),
  )

/** A relation stands in the line of the word it leads to. Words that are no spans yet become some where a relation joins words. */
export const relationsIn = (
  rows: readonly OldRow[],
  layers: readonly OldLayer[],
  spans: ForeignSpan[],
  problems: ForeignProblem[],
): ForeignDocument['relations'] => {
  const byUnit = new Map(rows.map((row) => [row.unit, row]))
  const byStart = Map.groupBy(spans, ({ layer, fragments }) => `${layer} ${fragments[0]?.start}`)
  const at = (row: OldRow | undefined, base: string): ForeignSpan | undefined => {
    const known = row && byStart.get(`${base} ${row.start}`)?.[0]
    if (known || !row || !base.endsWith('.segmentation.type.Token')) return known
    const { start, end } = row
    const span: ForeignSpan = { id: `s${spans.length + 1}`, layer: base, fragments: [{ start, end }], features: {} }
    spans.push(span)
    byStart.set(`${base} ${start}`, [span])
    return span
  }
  const relations: ForeignDocument['relations'] = []
  for (const { layer, from: column } of placed(layers)) {
    const { base, name } = layer
    if (base === undefined) continue
    const stacks = rows.map((row) => stackOf(row, layer, column))
    const isTagged = taggedIn(layer, stacks)
    for (const [index, row] of rows.entries()) {
      for (const values of stacks[index] ?? []) {
        const governor = values.at(-1) ?? '_'
        if (governor === '_') continue
        const [from, to] = [at(byUnit.get(governor), base), at(row, base)]
        const features = featuresOf(layer, values, isTagged)
        if (from && to)
          relations.push({ id: `r${relations.length + 1}`, layer: name, from: from.id, to: to.id, features })
        else problems.push({ line: row.line, reason: 'reference', detail: governor })
      }
    }
  }
  return relations
}
