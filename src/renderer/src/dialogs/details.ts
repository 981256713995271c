/** The details of an article as the form holds them: one line of text each, empty where nothing is known. */
import type { Article, ArticleMetadata } from '../../../core/article.ts'
import { articleMetadata } from '../../../core/article.ts'
import type { MetadataChange } from '../../../workbench/contract.ts'

export type DetailsName = 'title' | 'outlet' | 'author' | 'publishedAt' | 'language' | 'url' | 'licence'
export type DetailsField = { name: DetailsName; half?: true; example?: string }
export type DetailsValues = Record<DetailsName, string>

export const detailsFields: readonly DetailsField[] = [
  { name: 'title' },
  { name: 'outlet', half: true },
  { name: 'author', half: true },
  { name: 'publishedAt', half: true, example: '2025-08-22' },
  { name: 'language', half: true, example: 'ru, en, zh-Hans' },
  { name: 'url', example: 'https://' },
  { name: 'licence' },
]

export const detailsOf = (article: Article): DetailsValues => ({
  title: article.title ?? '',
  outlet: article.outlet?.name ?? '',
  author: article.author ?? '',
  publishedAt: article.publishedAt ?? '',
  language: article.language ?? '',
  url: article.url ?? '',
  licence: article.licence ?? '',
})

/** The fields whose text is not of the form it must have. */
export const problemsIn = (values: DetailsValues): Partial<Record<DetailsName, true>> =>
  Object.fromEntries(
    (Object.entries(values) as [DetailsName, string][]).flatMap(([name, value]) => {
      const wanted = memberFor(name, value)
      return wanted === null || articleMetadata[name].safeParse(wanted).success ? [] : [[name, true]]
    }),
  )

/** What differs from the article; null where a field was emptied. */
export const detailsChange = (article: Article, values: DetailsValues): MetadataChange => {
  const before = detailsOf(article)
  const changed = (Object.keys(values) as DetailsName[]).filter((name) => values[name].trim() !== before[name])
  return Object.fromEntries(changed.map((name) => [name, withActor(article, name, memberFor(name, values[name]))]))
}

const memberFor = (name: DetailsName, value: string): ArticleMetadata[DetailsName] | null => {
  const text = value.trim()
  if (text === '') return null
  return name === 'outlet' ? { name: text } : text
}

/** An outlet that is in the registry stays linked to its entry when its name is corrected. */
const withActor = (article: Article, name: DetailsName, value: ArticleMetadata[DetailsName] | null) => {
  const actorId = article.outlet?.actorId
  return name === 'outlet' && value && actorId ? { ...(value as { name: string }), actorId } : value
}
