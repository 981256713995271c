/** What the members of an entry of the codebook say. */
import type { Attribute, Code, LinkType } from '../../../core/codebook.ts'
import type { Label } from '../../../core/schema.ts'
import { list, type MemberWords, type Telling } from './members.ts'

type Entry =
  | { kind: 'code'; record: Code }
  | { kind: 'attribute'; record: Attribute }
  | { kind: 'linkType'; record: LinkType }

export const codebookWords = ({ kind, record }: Entry, { words, names }: Telling): MemberWords => {
  const { t, number } = words
  const yes = (value: boolean | undefined) => t(value ? 'attribute.yes' : 'attribute.no')
  const common = { key: record.key, label: bothWords(record.label) }
  switch (kind) {
    case 'code': {
      const { type, parent, rank, definition, examples, color, hotkey, retired, mergedInto } = record
      return {
        ...common,
        type: t(`type.${type}`),
        parent: parent && names.code(parent).label,
        rank: rank === undefined ? undefined : number(rank),
        definition,
        examples: list(examples),
        color,
        hotkey,
        retired: yes(retired),
        mergedInto: mergedInto && names.code(mergedInto).label,
      }
    }
    case 'attribute':
      return {
        ...common,
        type: t(`type.${record.type}`),
        valueType: t(`attribute.valueType.${record.valueType}`),
        values: list(record.values.map(({ label }) => bothWords(label) ?? '')),
        required: yes(record.required),
      }
    case 'linkType':
      return {
        ...common,
        from: list(record.from.map((type) => t(`type.${type}`))),
        to: list(record.to.map((type) => (type === 'actorEntry' ? t('kind.actor') : t(`type.${type}`)))),
        symmetric: yes(record.symmetric),
      }
  }
}

const bothWords = ({ ru, en }: Label): string | undefined => [en, ru].filter(Boolean).join(' / ') || undefined
