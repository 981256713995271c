/** Splits by name: making, extending, renaming and removing them, and the articles that belong on one side. */
import { Failure } from '../core/failure.ts'
import { byAge, splitNames } from '../core/formats/out/splits.ts'
import { countByArticle } from '../store/annotation-counts.ts'
import { eachArticle, hasArticle } from '../store/articles.ts'
import { writeSetting } from '../store/project-settings.ts'
import { takeSnapshot } from '../store/snapshot.ts'
import { type Session, transact } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { SplitCalls, SplitDraft, SplitInfo } from './contract-splits.ts'
import type { Job, Jobs } from './jobs.ts'
import { decidedIn, readGround, type StoredSplit, sidesFor, storedSplits, storedTogether } from './split-sides.ts'

export const splitCalls = (session: Session, announce: Announce, jobs: Jobs): SplitCalls => {
  const { db } = session.project
  const write = (splits: readonly StoredSplit[], together = storedTogether(db)) =>
    announce(
      transact(session, (tx) => {
        writeSetting(tx.db, 'splits', JSON.stringify(splits))
        writeSetting(tx.db, 'together', JSON.stringify(together))
        tx.touched.project = true
      }),
    )
  const found = (name: string): StoredSplit => {
    const split = storedSplits(db).find((one) => one.name === name)
    if (!split) throw new Failure('not-found', { kind: 'split', id: name })
    return split
  }
  const mustBeFree = (name: string) => {
    if (storedSplits(db).some((one) => one.name === name)) throw new Failure('bad-request', { reason: 'name-taken' })
  }
  const replace = (split: StoredSplit, next: StoredSplit) =>
    write(storedSplits(db).map((one) => (one.name === split.name ? next : one)))
  return {
    splits: () => infosOf(session),
    makeSplit: (draft, job) =>
      jobs.run(job, async (run) => {
        mustBeFree(draft.name)
        const split = await decided(session, { ...draft, sides: {} }, run)
        mustBeFree(draft.name)
        write([...storedSplits(db), split])
      }),
    extendSplit: (name, job) =>
      jobs.run(job, async (run) => {
        const split = found(name)
        const next = await decided(session, split, run)
        replace(found(name), next)
      }),
    renameSplit: (name, to) => {
      const split = found(name)
      if (name === to) return
      mustBeFree(to)
      replace(split, { ...split, name: to })
    },
    removeSplit: (name) => {
      const split = found(name)
      write(storedSplits(db).filter((one) => one.name !== split.name))
    },
    together: () => storedTogether(db),
    putTogether: (articleIds) => {
      for (const id of articleIds) if (!hasArticle(db, id)) throw new Failure('not-found', { kind: 'article', id })
      const before = storedTogether(db)
      const touching = before.filter((ids) => ids.some((id) => articleIds.includes(id)))
      const group = [...new Set([...articleIds, ...touching.flat()])].sort()
      const eldest = [...eachArticle(db, group)].map(({ article }) => article).sort(byAge)
      write(
        storedSplits(db).map((split) =>
          onOneSide(
            split,
            eldest.map(({ id }) => id),
          ),
        ),
        [...before.filter((ids) => !touching.includes(ids)), group],
      )
    },
    takeApart: (articleIds) =>
      write(
        storedSplits(db),
        storedTogether(db)
          .map((ids) => ids.filter((id) => !articleIds.includes(id)))
          .filter((ids) => ids.length > 1),
      ),
  }
}

/** The split with the side of every article that is here written down. */
const decided = async (session: Session, split: StoredSplit, job: Job): Promise<StoredSplit> => {
  const snapshot = takeSnapshot(session.project)
  try {
    const pause = snapshot.yields ? job.pause : async () => job.check()
    const ground = await readGround(snapshot.db, { ...job, pause })
    await pause()
    const sides = sidesFor(ground, split, split)
    await pause()
    // What is written down of articles that are not here stays: they may come again.
    return { ...split, sides: listed(new Map([...decidedIn(split), ...sides]), split) }
  } finally {
    snapshot.close()
  }
}

const listed = (of: ReadonlyMap<string, string>, { shares }: SplitDraft): Record<string, string[]> =>
  Object.fromEntries(
    splitNames(shares.length).map((side) => [
      side,
      [...of]
        .filter(([, one]) => one === side)
        .map(([id]) => id)
        .sort(),
    ]),
  )

/** @param ids the eldest first: its side, or that of the eldest of which one was written down, is that of all */
const onOneSide = (split: StoredSplit, ids: readonly string[]): StoredSplit => {
  const of = decidedIn(split)
  const side = ids.map((id) => of.get(id)).find((one) => one !== undefined)
  if (side === undefined) return split
  for (const id of ids) of.set(id, side)
  return { ...split, sides: listed(of, split) }
}

const infosOf = ({ project: { db } }: Session): SplitInfo[] => {
  const splits = storedSplits(db)
  if (splits.length === 0) return []
  const articles = countByArticle(db)
  return splits.map((split) => {
    const { sides: _, ...draft } = split
    const of = decidedIn(split)
    return {
      ...draft,
      sides: splitNames(split.shares.length).map((side) => {
        const there = articles.filter(({ id }) => of.get(id) === side)
        return { side, articles: there.length, annotations: there.reduce((sum, one) => sum + one.annotations, 0) }
      }),
      undecided: articles.filter(({ id }) => !of.has(id)).length,
    }
  })
}
