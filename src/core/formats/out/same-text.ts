/**
 * Articles that say the same in other words or another language stand on one side too, where that is known: by their web address, by what
 * they say they retell or translate, or because somebody said so. Nothing is guessed from the words: numbers and names of two reports on
 * one event are as alike as those of a translation.
 */
import type { Relays } from '../../article.ts'

export type Told = {
  id: string
  title?: string | undefined
  outlet?: string | undefined
  url?: string | undefined
  relays?: Relays | undefined
}

/** The groups, joined where two of them hold articles of one work, or articles that belong together; each named by the least id in it. */
export const joinGroups = (
  groups: ReadonlyMap<string, string>,
  articles: readonly Told[],
  together: readonly (readonly string[])[],
): Map<string, string> => {
  const parents = new Map<string, string>()
  const rootOf = (group: string): string => {
    let at = group
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up
    return at
  }
  const join = (ids: readonly string[]) => {
    const [first, ...others] = ids.flatMap((id) => groups.get(id) ?? [])
    if (first === undefined) return
    for (const other of others) {
      const [a, b] = [rootOf(first), rootOf(other)]
      if (a !== b) parents.set(a < b ? b : a, a < b ? a : b)
    }
  }
  const works = new Map<string, string[]>()
  for (const article of articles)
    for (const work of worksOf(article)) works.set(work, [...(works.get(work) ?? []), article.id])
  for (const ids of [...works.values(), ...together]) join(ids)
  return new Map([...groups].map(([id, group]) => [id, rootOf(group)]))
}

/** What an article is, and what it retells or translates. */
const worksOf = ({ title, outlet, url, relays }: Told): string[] => [
  ...workOf(title, outlet, url),
  ...(relays ? workOf(relays.title, relays.outlet?.name, relays.url) : []),
]

const workOf = (title: string | undefined, outlet: string | undefined, url: string | undefined): string[] => [
  ...(url === undefined ? [] : [`url ${addressOf(url)}`]),
  ...(title === undefined || outlet === undefined ? [] : [`title ${folded(outlet)} ${folded(title)}`]),
]

/** Without what does not change the page: scheme, `www`, the part after `#`, a slash at the end. */
const addressOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
