/** The rules of an import mapping as they are listed and changed. */
import type { FoundKind } from '../../../core/formats/found.ts'
import type { ImportMapping, RelationRule, SpanRule } from '../../../core/formats/mapping.ts'
import type { ImportPreview } from '../../../workbench/contract.ts'

/** A rule that decides about something in the files. */
export type RuleRow = { key: string; index: number; found: FoundKind } & (
  | { of: 'spans'; rule: SpanRule }
  | { of: 'relations'; rule: RelationRule }
)

export type Becomes = SpanRule['as'] | RelationRule['as']

/** Rules without anything in these files are not listed; they stay in the mapping. */
export const listedRules = ({ spans, relations }: ImportPreview, mapping: ImportMapping): RuleRow[] => {
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
  return rows.flatMap(({ found, ...row }) => (found && found.count > 0 ? [{ ...row, found }] : []))
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
  const features = row.found.features.filter((feature) => !(where && feature.name in where))
  const attributes =
    row.rule.as === 'ignore' && features.length > 0
      ? { attributes: Object.fromEntries(features.map((feature) => [feature.name, feature.name])) }
      : row.rule.as !== 'ignore' && row.rule.attributes && { attributes: row.rule.attributes }
  if (row.of === 'relations') {
    const rule: RelationRule =
      as === 'link' ? { ...condition, as, type: name || 'link', ...attributes } : { ...condition, as: 'ignore' }
    return { ...row, rule }
  }
  if (as === 'ignore' || as === 'link') return { ...row, rule: { ...condition, as: 'ignore' } }
  const before = row.rule.as === 'ignore' ? name : row.rule.code
  // A label that only names the type says nothing more.
  const code = before && before.toLowerCase() !== as && { code: before }
  return { ...row, rule: { ...condition, as, ...code, ...attributes } }
}

/** What becomes of a feature of a row that is taken: the key of an attribute, or nothing. */
export const withFeature = (row: RuleRow, feature: string, key: string | undefined): RuleRow => {
  if (row.rule.as === 'ignore') return row
  const { attributes: before, ...rule } = row.rule
  const kept = Object.entries(before ?? {}).filter(([name]) => name !== feature)
  const attributes = Object.fromEntries(key === undefined ? kept : [...kept, [feature, key]])
  return { ...row, rule: Object.keys(attributes).length > 0 ? { ...rule, attributes } : rule } as RuleRow
}
