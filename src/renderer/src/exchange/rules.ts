/** The rules of an import mapping as they are listed and changed. */
import type { FoundFeature, FoundKind } from '../../../core/formats/found.ts'
import type { ImportMapping, RelationRule, SpanRule } from '../../../core/formats/mapping.ts'
import type { ImportPreview } from '../../../workbench/contract.ts'
import { featuresFor } from './features.ts'

/** A rule that decides about something in the files. */
export type RuleRow = { key: string; index: number; found: FoundKind } & (
  | { of: 'spans'; rule: SpanRule }
  | { of: 'relations'; rule: RelationRule }
)

export type Becomes = SpanRule['as'] | RelationRule['as']

/**
 * What is taken before what is left out, as it was when it was looked into, so that no row moves while one decides. Rules without
 * anything in these files are not listed; they stay in the mapping.
 */
export const listedRules = (preview: ImportPreview, mapping: ImportMapping): RuleRow[] => {
  const { spans, relations, mapping: first } = preview
  const rows = [
    ...mapping.spans.map((rule, index) => ({
      of: 'spans' as const,
      key: `s${index}`,
      rule,
      index,
      found: spans[index],
    })),
    ...mapping.relations.map((rule, index) => ({
      of: 'relations' as const,
      key: `r${index}`,
      rule,
      index,
      found: relations[index],
    })),
  ]
  const isOut = ({ of, index }: (typeof rows)[number]) => first[of][index]?.as === 'ignore'
  return rows
    .toSorted((a, b) => Number(isOut(a)) - Number(isOut(b)))
    .flatMap(({ found, ...row }) => (found && found.count > 0 ? [{ ...row, found }] : []))
}

/** What people call it: the label where there is one, else the last part of the layer's name; the rest as a hint. */
export const nameOfRule = ({ layer, where = {} }: SpanRule | RelationRule): { name: string; hint: string } => {
  const short = layer.split('.').at(-1) || layer
  const labels = Object.entries(where)
  if (labels.length === 0) return { name: short, hint: short === layer ? '' : layer }
  return {
    name: labels.map(([, value]) => String(value)).join(' · '),
    hint: `${short} · ${labels.map(([name]) => name).join(', ')}`,
  }
}

/** What is said beside the values by which the rule is chosen. */
export const featuresOfRow = ({ rule: { where = {} }, found }: RuleRow): FoundFeature[] =>
  found.features.filter(({ name }) => !(name in where))

/** The mapping with another rule in a row's place. */
export const withRule = (mapping: ImportMapping, row: RuleRow): ImportMapping =>
  row.of === 'spans'
    ? { ...mapping, spans: mapping.spans.with(row.index, row.rule) }
    : { ...mapping, relations: mapping.relations.with(row.index, row.rule) }

/** The row with something else becoming of it; what was not said yet is as it would be proposed. */
export const becoming = (row: RuleRow, as: Becomes): RuleRow => {
  if (row.rule.as === as) return row
  const { layer, where } = row.rule
  const condition = { layer, ...(where && { where }) }
  const { name } = nameOfRule(row.rule)
  const features = featuresOfRow(row)
  if (row.of === 'relations') {
    if (as !== 'link') return { ...row, rule: { ...condition, as: 'ignore' } }
    const attributes = Object.fromEntries(features.map((feature) => [feature.name, feature.name]))
    return { ...row, rule: { ...condition, as, type: name || 'link', ...(features.length > 0 && { attributes }) } }
  }
  if (as === 'ignore' || as === 'link') return { ...row, rule: { ...condition, as: 'ignore' } }
  const before = row.rule.as === 'ignore' ? undefined : row.rule
  const said = before ? before.code : name
  // A label that only names the type says nothing more.
  const code = said && said.toLowerCase() !== as && { code: said }
  return { ...row, rule: { ...condition, as, ...code, ...featuresFor(as, features, before) } }
}
