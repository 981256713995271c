/** What was decided about splits, as it stands in the project file, and the sides that follow from it for every article. */
import { z } from 'zod'
import { findDuplicates } from '../core/formats/out/near-duplicates.ts'
import { joinGroups, type Told } from '../core/formats/out/same-text.ts'
import { type SplitArticle, type SplitPlan, splitArticles } from '../core/formats/out/splits.ts'
import { sha256 } from '../core/schema.ts'
import { countArticles, eachArticle, findText } from '../store/articles.ts'
import { readSetting } from '../store/project-settings.ts'
import type { Db } from '../store/sql.ts'
import { splitDraft } from './contract-splits.ts'
import type { Job } from './jobs.ts'

const storedSplit = splitDraft.extend({ sides: z.record(z.string(), z.array(z.string())) })
export type StoredSplit = z.infer<typeof storedSplit>

/** What cannot be read, since a later version wrote it, is not offered. */
export const storedSplits = (db: Db): StoredSplit[] =>
  z
    .array(z.unknown())
    .parse(JSON.parse(readSetting(db, 'splits') ?? '[]'))
    .flatMap((one) => storedSplit.safeParse(one).data ?? [])

export const storedTogether = (db: Db): string[][] =>
  z.array(z.array(sha256)).parse(JSON.parse(readSetting(db, 'together') ?? '[]'))

/** The side of each article of which it was written down. */
export const decidedIn = ({ sides }: StoredSplit): Map<string, string> =>
  new Map(Object.entries(sides).flatMap(([side, ids]) => ids.map((id) => [id, side] as const)))

export type SplitGround = { articles: SplitArticle[]; duplicateGroups: number }

/** The articles with whom each must share a side: reads every text. */
export const readGround = async (db: Db, job: Pick<Job, 'report' | 'pause'>): Promise<SplitGround> => {
  const finder = findDuplicates()
  const told: (Told & Omit<SplitArticle, 'group'>)[] = []
  const total = countArticles(db)
  for (const { article } of eachArticle(db)) {
    const { id, createdAt, outlet, publishedAt, title, url, relays } = article
    finder.add(id, findText(db, id) ?? '')
    told.push({ id, createdAt, outlet: outlet?.name, publishedAt, title, url, relays })
    job.report(told.length, total)
    await job.pause()
  }
  const groups = joinGroups(finder.groups(), told, storedTogether(db))
  const sizes = new Map<string, number>()
  for (const group of groups.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  await job.pause()
  return {
    articles: told.map((article) => ({ ...article, group: groups.get(article.id) ?? article.id })),
    duplicateGroups: [...sizes.values()].filter((size) => size > 1).length,
  }
}

/** The side of every article: as it was written down, and as it follows for the others. */
export const sidesFor = ({ articles }: SplitGround, plan: SplitPlan, stored?: StoredSplit): Map<string, string> =>
  splitArticles(articles, plan, stored && decidedIn(stored))
