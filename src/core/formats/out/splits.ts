/**
 * Which articles train and which test: by article, never by span, and the same when articles are added later. Articles that
 * are nearly the same go to one side.
 */
import { byCodeUnit } from '../../canonical.ts'
import { hashBytes } from '../../digest.ts'

export type SplitPlan = {
  /** Parts of a whole, in any unit: 80/10/10. Two are train and test, three have validation between them. */
  shares: number[]
  seed: number
  /** Where the shares are to hold in each outlet, or in each month, too. */
  stratify?: 'outlet' | 'month' | undefined
}

export type SplitArticle = {
  id: string
  createdAt: string
  outlet?: string | undefined
  publishedAt?: string | undefined
  /** Whom it is nearly the same as (`near-duplicates.ts`); itself where nobody. */
  group: string
}

/** The eldest first. */
export const byAge = (a: Pick<SplitArticle, 'id' | 'createdAt'>, b: Pick<SplitArticle, 'id' | 'createdAt'>): number =>
  byCodeUnit(a.createdAt, b.createdAt) || byCodeUnit(a.id, b.id)

export const splitNames = (parts: number): string[] =>
  parts === 2 ? ['train', 'test'] : ['train', 'validation', 'test']

/**
 * The split of each article, by id. A group goes where its eldest article goes, so that what is added later moves nothing,
 * except where it joins two groups into one. Unstratified, a group's place is the hash of seed and id. Stratified, the groups of a
 * stratum take places by age along a sequence that fills the shares evenly from any beginning (additive, golden ratio).
 * @param decided what was written down: it stays, and a group goes where its eldest article stands of which that was
 */
export const splitArticles = (
  articles: readonly SplitArticle[],
  { shares, seed, stratify }: SplitPlan,
  decided: ReadonlyMap<string, string> = new Map(),
): Map<string, string> => {
  const aged = [...articles].sort(byAge)
  const eldest = new Map<string, SplitArticle>()
  for (const article of aged) if (!eldest.has(article.group)) eldest.set(article.group, article)
  const inStratum = new Map<string, number>()
  const sides = new Map<string, string>()
  const written = new Map<string, string>()
  for (const { id, group } of aged) {
    const side = decided.get(id)
    if (side !== undefined && !written.has(group)) written.set(group, side)
  }
  for (const [group, article] of eldest) {
    const stratum = stratumOf(article, stratify)
    const before = inStratum.get(stratum) ?? 0
    inStratum.set(stratum, before + 1)
    const place = stratify
      ? (placeOf(seed, `${stratify}:${stratum}`) + before * goldenRatio) % 1
      : placeOf(seed, article.id)
    sides.set(group, written.get(group) ?? sideAt(place, shares))
  }
  return new Map(articles.map(({ id, group }) => [id, decided.get(id) ?? sides.get(group) ?? '']))
}

/** (√5 − 1) / 2: multiples of it modulo 1 are spread as evenly as a sequence that never ends can be. */
const goldenRatio = (Math.sqrt(5) - 1) / 2

const stratumOf = ({ outlet, publishedAt }: SplitArticle, stratify: SplitPlan['stratify']): string => {
  if (stratify === 'outlet') return outlet ?? ''
  return stratify === 'month' ? (publishedAt ?? '').slice(0, 'YYYY-MM'.length) : ''
}

/** A place in [0, 1): the first 48 bits of the hash. */
const placeOf = (seed: number, name: string): number =>
  hashBytes(`${seed}:${name}`)
    .slice(0, 6)
    .reduce((sum, byte) => sum * 256 + byte, 0) /
  2 ** 48

const sideAt = (place: number, shares: readonly number[]): string => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const names = splitNames(shares.length)
  let end = 0
  for (const [i, share] of shares.entries()) {
    end += share / total
    if (place < end) return names[i] ?? ''
  }
  return names.at(-1) ?? ''
}
