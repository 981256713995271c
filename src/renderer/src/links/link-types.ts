/** The types a link can have, and how they are called at either end. */
import { builtInLinkRules, builtInLinkTypes, type LinkRule, type LinkType } from '../../../core/codebook.ts'
import { labelIn } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Words } from '../app/words.tsx'

/** How a link is seen from an annotation: it leads away, comes in, or has no direction. */
export type Way = 'out' | 'in' | 'both'

/** Of all types those that may begin at an annotation of a type, the built-in ones first. */
export const rulesFrom = (type: AnnotationType, own: readonly LinkType[]): LinkRule[] =>
  [...builtInLinkRules, ...own].filter(({ from }) => from.includes(type))

/** What the type is called where a link is seen this way; a type that is not in the codebook by its key. */
export const linkName = (
  { t, language }: Pick<Words, 't' | 'language'>,
  own: readonly LinkType[],
  key: string,
  way: Way,
) => {
  const builtIn = builtInLinkTypes.find((type) => type === key)
  if (builtIn) return t(way === 'in' ? `link.in.${builtIn}` : `link.out.${builtIn}`)
  const type = own.find((other) => other.key === key)
  const name = type ? labelIn(type.label, language) : key
  return way === 'in' ? t('link.in.own', { name }) : name
}

const letters: Record<string, string> = { supports: 'S', contradicts: 'C', questions: 'Q' }

/** The key that chooses each type: a letter for those that are built in, a digit for the first nine others. */
export const letterOf = (rules: readonly LinkRule[], key: string): string => {
  const own = rules.filter((rule) => letters[rule.key] === undefined)
  const place = own.findIndex((rule) => rule.key === key)
  return letters[key] ?? (place < 9 ? String(place + 1) : '')
}
