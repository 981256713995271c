/** What an annotation says beyond its words, as short lines. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Attribution } from '../../../core/attribution.ts'
import type { Translate } from '../../../i18n/index.ts'
import type { Names } from './names.ts'

export type BodyLine = { kind: 'main' | 'paraphrase' | 'condition' | 'chain' | 'attributes'; text: string }

/** Whether nothing but the words was decided. */
export const isBare = ({ body, codes, attributes }: Annotation): boolean =>
  codes.length === 0 &&
  Object.keys(attributes).length === 0 &&
  Object.values(body).every((value) => Array.isArray(value) && value.length === 0)

export const bodyLines = (row: Annotation, names: Names, t: Translate): BodyLine[] => [
  ...linesOfBody(row, names, t),
  ...lines({ attributes: Object.entries(row.attributes).map(([key, value]) => names.attribute(row.type, key, value)) }),
]

const linesOfBody = (row: Annotation, names: Names, t: Translate): BodyLine[] => {
  if (row.type === 'actor') {
    const { actorId, mention } = row.body
    return lines({ main: [actorId && names.actor(actorId), mention && t(`mention.${mention}`)] })
  }
  if (row.type === 'position') {
    const { holders, stance, issueId, strength, toward, condition, attribution } = row.body
    const who = holders.map(names.source).join(', ')
    const about = issueId && names.issue(issueId)
    const says = stance ? t(`stance.${stance}`) : undefined
    return lines({
      main: [
        who,
        [says, about].filter(Boolean).join(': '),
        strength && t(`strength.${strength}`),
        toward && t('position.toward', { actor: names.actor(toward) }),
      ],
      condition: [condition && t('position.condition', { text: condition.text })],
      chain: [chain(attribution, names)],
    })
  }
  const { paraphrase, modality, issueIds, attribution } = row.body
  return lines({
    paraphrase: [paraphrase],
    main: [modality && t(`modality.${modality}`), issueIds.map(names.issue).join(', ')],
    chain: [chain(attribution, names)],
  })
}

/** `‹ European officials ‹ Bloomberg ‹ The Moscow Times`, innermost speaker first. */
export const chain = (attribution: Attribution, names: Names): string =>
  attribution.map(({ sources }) => `‹ ${sources.map(names.source).join(', ')}`).join(' ')

const lines = (parts: Partial<Record<BodyLine['kind'], (string | undefined)[]>>): BodyLine[] =>
  (Object.entries(parts) as [BodyLine['kind'], (string | undefined)[]][]).flatMap(([kind, texts]) => {
    const text = texts.filter(Boolean).join(' · ')
    return text ? { kind, text } : []
  })
