/** The details of an article as the form holds them: one line of text each, empty where nothing is known. */
import type { Article, ArticleMetadata, Outlet, Relays } from '../../../core/article.ts'
import { articleMetadata, relays } from '../../../core/article.ts'
import type { MetadataChange } from '../../../workbench/contract.ts'

type OwnName = Exclude<keyof ArticleMetadata, 'relays'>
/** What is said of the article that this one retells or translates. */
type RelayedName = 'relaysTitle' | 'relaysOutlet' | 'relaysLanguage' | 'relaysUrl'
export type DetailsName = OwnName | RelayedName
export type DetailsField = { name: DetailsName; half?: true; example?: string }
export type DetailsValues = Record<DetailsName, string>

export const ownFields: readonly DetailsField[] = [
  { name: 'title' },
  { name: 'outlet', half: true },
  { name: 'author', half: true },
  { name: 'publishedAt', half: true, example: '2025-08-22' },
  { name: 'language', half: true, example: 'ru, en, zh-Hans' },
  { name: 'url', example: 'https://' },
  { name: 'licence' },
]

export const relayedFields: readonly DetailsField[] = [
  { name: 'relaysOutlet', half: true },
  { name: 'relaysLanguage', half: true, example: 'ru, en, zh-Hans' },
  { name: 'relaysTitle' },
  { name: 'relaysUrl', example: 'https://' },
]

const ownNames: readonly OwnName[] = ['title', 'outlet', 'author', 'publishedAt', 'language', 'url', 'licence']

const relayed: Record<RelayedName, keyof Relays> = {
  relaysTitle: 'title',
  relaysOutlet: 'outlet',
  relaysLanguage: 'language',
  relaysUrl: 'url',
}
const relayedNames: readonly RelayedName[] = ['relaysTitle', 'relaysOutlet', 'relaysLanguage', 'relaysUrl']

export const detailsOf = (article: Article): DetailsValues => ({
  title: article.title ?? '',
  outlet: article.outlet?.name ?? '',
  author: article.author ?? '',
  publishedAt: article.publishedAt ?? '',
  language: article.language ?? '',
  url: article.url ?? '',
  licence: article.licence ?? '',
  relaysTitle: article.relays?.title ?? '',
  relaysOutlet: article.relays?.outlet?.name ?? '',
  relaysLanguage: article.relays?.language ?? '',
  relaysUrl: article.relays?.url ?? '',
})

/** The fields whose text is not of the form it must have. */
export const problemsIn = (values: DetailsValues): Partial<Record<DetailsName, true>> =>
  Object.fromEntries(
    [
      ...ownNames.map((name) => ({ name, fits: articleMetadata[name].safeParse(memberFor(name, values[name])) })),
      ...relayedNames.map((name) => ({
        name,
        fits: relays.shape[relayed[name]].safeParse(memberFor(relayed[name], values[name])),
      })),
    ].flatMap(({ name, fits }) => (fits.success ? [] : [[name, true]])),
  )

/** What differs from the article; null where a field was emptied. */
export const detailsChange = (article: Article, values: DetailsValues): MetadataChange => {
  const before = detailsOf(article)
  const differs = (name: DetailsName) => values[name].trim() !== before[name]
  const own = ownNames
    .filter(differs)
    .map((name) => [name, memberFor(name, values[name], article.outlet?.actorId) ?? null])
  return Object.fromEntries([
    ...own,
    ...(relayedNames.some(differs) ? [['relays', relaysOf(article.relays, values)]] : []),
  ])
}

const relaysOf = (before: Relays | undefined, values: DetailsValues): Relays | null => {
  const members = relayedNames.flatMap((name) => {
    const member = memberFor(relayed[name], values[name], before?.outlet?.actorId)
    return member ? [[relayed[name], member]] : []
  })
  return members.length > 0 ? Object.fromEntries(members) : null
}

/** @param actorId an outlet that is in the registry stays linked to its entry when its name is corrected */
const memberFor = (name: string, value: string, actorId?: string): string | Outlet | undefined => {
  const text = value.trim()
  if (text === '') return undefined
  return name === 'outlet' ? { name: text, ...(actorId ? { actorId } : {}) } : text
}
