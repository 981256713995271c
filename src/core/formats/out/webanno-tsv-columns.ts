/** The columns of WebAnno TSV, and what stands in them: values, numbers of annotations, references to lines. */
import { byCodeUnit } from '../../canonical.ts'
import type { ForeignValue } from '../foreign.ts'
import type { LayerRelation, LayerSpan } from './layers.ts'
import { keyOf, type Unit } from './webanno-tsv-rows.ts'

/** One part of an annotation; `number` is 0 where its line tells it apart. */
type Placed = { span: LayerSpan; units: Unit[]; number: number; isFirst: boolean }

/** Cells of a line by the line's key; `width` of them where nothing stands. */
export type Columns = { heads: string[]; cellsAt(key: string): string[] }

/** @param nameOf a unit's line */
export const columnsOf = (
  spans: readonly LayerSpan[],
  relations: readonly LayerRelation[],
  unitsOf: (span: LayerSpan) => Unit[][],
  nameOf: (unit: Unit) => string,
): Columns => {
  const placed = spans
    .flatMap((span) => unitsOf(span).map((units, i): Placed => ({ span, units, number: 0, isFirst: i === 0 })))
    .sort((a, b) => byCodeUnit(a.span.layer, b.span.layer))
  const firstOf = new Map(placed.flatMap((one) => (one.isFirst ? [[one.span.id, one] as const] : [])))
  const slots = slotsOf(
    relations.filter(({ slot }) => slot),
    firstOf,
  )
  numberWhereNeeded(
    placed,
    new Set(slots.flatMap(({ links, target }) => (target === anything ? links.map(({ to }) => to) : []))),
  )
  const linkTo = ({ units: [unit], number }: Placed) =>
    (unit ? nameOf(unit) : '_') + (number === 0 ? '' : `[${number}]`)
  const layers = [
    ...[...Map.groupBy(placed, ({ span }) => span.layer)]
      .map(([layer, list]) =>
        spanColumns(
          layer,
          list,
          slots.filter((slot) => slot.host === layer),
          linkTo,
        ),
      )
      .sort((a, b) => Number(a.hasSlots) - Number(b.hasSlots)),
    ...[
      ...Map.groupBy(
        relations.filter(({ slot }) => !slot),
        (one) => `${one.layer}|${firstOf.get(one.to)?.span.layer}`,
      ).values(),
    ].map((list) => relationColumns(list, firstOf, nameOf)),
  ]
  return {
    heads: layers.map(({ head }) => head),
    cellsAt: (key) => layers.flatMap(({ cells, width }) => cells.get(key) ?? Array<string>(width).fill('_')),
  }
}

type Column = { head: string; width: number; cells: Map<string, string[]>; hasSlots: boolean }

/** What stands for "any layer". */
const anything = 'uima.tcas.Annotation'

type Slot = {
  host: string
  feature: string
  target: string
  links: { from: string; to: Placed; role: ForeignValue | undefined }[]
}

const slotsOf = (relations: readonly LayerRelation[], firstOf: ReadonlyMap<string, Placed>): Slot[] =>
  [...Map.groupBy(relations, ({ layer }) => layer)].map(([layer, list]) => {
    const links = list.flatMap(({ from, to, features }) => {
      const end = firstOf.get(to)
      return end ? [{ from, to: end, role: features['role'] }] : []
    })
    const [first, another] = [...new Set(links.map(({ to }) => to.span.layer))]
    const cut = layer.lastIndexOf(':')
    return {
      host: layer.slice(0, cut),
      feature: layer.slice(cut + 1),
      target: first === undefined || another !== undefined ? anything : first,
      links,
    }
  })

/** An annotation needs a number where it has several lines, shares one with another of its layer, or is referred to by its line alone. */
const numberWhereNeeded = (placed: readonly Placed[], asked: ReadonlySet<Placed>) => {
  const sharing = Map.groupBy(
    placed.flatMap((one) => one.units.map((unit) => ({ one, key: `${one.span.layer} ${keyOf(unit)}` }))),
    ({ key }) => key,
  )
  const stacked = new Set([...sharing.values()].flatMap((list) => (list.length > 1 ? list.map(({ one }) => one) : [])))
  let last = 0
  for (const one of placed) if (one.units.length > 1 || stacked.has(one) || asked.has(one)) one.number = ++last
}

const spanColumns = (
  layer: string,
  placed: readonly Placed[],
  slots: readonly Slot[],
  linkTo: (to: Placed) => string,
): Column => {
  const features = [...new Set(placed.flatMap(({ span }) => Object.keys(span.features)))]
  const columns = [
    ...features.map((name) => ({ name, slot: undefined })),
    ...slots.map((slot) => ({ name: slot.feature, slot })),
  ].sort((a, b) => byCodeUnit(a.name, b.name))
  const heads = columns.flatMap(({ name, slot }) =>
    slot
      ? [`ROLE_${headName(layer)}:${headName(name)}_${headName(linkTypeOf(slot))}`, headName(slot.target)]
      : [headName(name)],
  )
  const said = (one: Placed): string[] => {
    const number = one.number === 0 ? '' : `[${one.number}]`
    const values = columns.flatMap(({ name, slot }) => {
      if (!slot) return [cellValue(one.span.features[name]) + number]
      const links = one.isFirst ? slot.links.filter(({ from }) => from === one.span.id) : []
      if (links.length === 0) return [`_${number}`, '*']
      return [links.map(({ role }) => cellValue(role)).join(';') + number, links.map(({ to }) => linkTo(to)).join(';')]
    })
    return values.length === 0 ? [`*${number}`] : values
  }
  const cells = new Map<string, string[]>()
  for (const one of placed) for (const unit of one.units) add(cells, keyOf(unit), said(one))
  return {
    head: `#T_SP=${headName(layer)}|${heads.join('|')}`,
    width: Math.max(1, heads.length),
    cells,
    hasSlots: slots.length > 0,
  }
}

/** As INCEpTION calls the type of a list's items. */
const linkTypeOf = ({ host, feature }: Slot): string =>
  `${host}${feature.charAt(0).toUpperCase()}${feature.slice(1)}Link`

/** A relation stands on the first line of the span it leads to, and names that of the span it comes from. */
const relationColumns = (
  relations: readonly LayerRelation[],
  firstOf: ReadonlyMap<string, Placed>,
  nameOf: (unit: Unit) => string,
): Column => {
  const names = [...new Set(relations.flatMap(({ features }) => Object.keys(features)))].sort(byCodeUnit)
  const cells = new Map<string, string[]>()
  for (const { from, to, features } of relations) {
    const [start, end] = [firstOf.get(from), firstOf.get(to)]
    const [base, unit] = [start?.units[0], end?.units[0]]
    if (!start || !end || !base || !unit) continue
    const numbers = start.number === 0 && end.number === 0 ? '' : `[${start.number}_${end.number}]`
    const values = names.length === 0 ? ['*'] : names.map((name) => cellValue(features[name]))
    add(cells, keyOf(unit), [...values, nameOf(base) + numbers])
  }
  const [first] = relations
  const base = firstOf.get(first?.to ?? '')?.span.layer ?? anything
  const columns = [...(names.length === 0 ? [''] : names), `BT_${base}`]
  return {
    head: `#T_RL=${headName(first?.layer ?? '')}|${columns.map(headName).join('|')}`,
    width: columns.length,
    cells,
    hasSlots: false,
  }
}

/** Puts what stands on the same line side by side. */
const add = (cells: Map<string, string[]>, key: string, more: readonly string[]) => {
  const before = cells.get(key)
  cells.set(key, before ? before.map((cell, i) => `${cell}|${more[i]}`) : [...more])
}

/** `*` says that there is an annotation, and nothing more. */
const cellValue = (value: ForeignValue | undefined): string =>
  value === undefined || value === ''
    ? '*'
    : String(value).replace(/->|[\\[\]|_;\t\n\r*]/g, (reserved) => `\\${named[reserved] ?? reserved}`)

const named: Record<string, string> = { '\t': 't', '\n': 'n', '\r': 'r' }

/** Names of layers and features have no escapes. */
const headName = (name: string): string => name.replace(/[|\s]/g, '_')
