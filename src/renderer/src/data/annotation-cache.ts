/**
 * An article's annotations in the query cache: fetched in pages, patched by name when a `changed` event names them, with the
 * writes under way laid over what the service last said. Nothing here outlives a refetch: the service has the truth.
 */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Desk } from '../../../workbench/contract.ts'
import type { Remote } from '../../../workbench/rpc.ts'
import { patchRows, type Rows } from './annotation-rows.ts'

/** A write that is not acknowledged yet: what will stand of the rows it names. */
type Pending = { articleId: string; ids: ReadonlySet<string>; rows: Rows }

export type AnnotationCache = ReturnType<typeof createAnnotationCache>

// The first page is what a screen needs to be painted; the rest comes in pieces that hold up no frame.
const FIRST_PAGE = 500
const PAGE = 2_000

export const createAnnotationCache = (desk: Remote<Desk>, queries: QueryClient) => {
  const pending = new Set<Pending>()
  const loads = new Map<string, { stale: boolean }>()
  const keyOf = (articleId: string) => ['annotations', articleId]

  /** Everybody's rows, those of hidden layers too. */
  const all = (articleId: string): Rows => queries.getQueryData<Rows>(keyOf(articleId)) ?? []

  let hidden: ReadonlySet<string> = new Set()
  let seen = new WeakMap<Rows, Rows>()

  /** Without the layers that are hidden; the very same array where that leaves nothing out. */
  const shown = (given: Rows): Rows => {
    if (hidden.size === 0) return given
    const known = seen.get(given)
    if (known) return known
    const left = given.filter(({ annotatorId }) => !hidden.has(annotatorId))
    const result = left.length === given.length ? given : left
    seen.set(given, result)
    return result
  }

  const withPending = (articleId: string, given: Rows): Rows => {
    let result = given
    for (const write of pending) {
      if (write.articleId === articleId) result = patchRows(result, write.ids, write.rows)
    }
    return result
  }

  const put = (articleId: string, next: Rows) => {
    if (queries.getQueryData(keyOf(articleId)) !== undefined) queries.setQueryData(keyOf(articleId), next)
  }

  const load = async (articleId: string): Promise<Rows> => {
    const state = { stale: false }
    loads.set(articleId, state)
    try {
      const result = await desk.annotations(articleId, { skip: 0, limit: FIRST_PAGE })
      if (result.length < FIRST_PAGE) return withPending(articleId, result)
      if (all(articleId).length === 0) queries.setQueryData(keyOf(articleId), withPending(articleId, [...result]))
      for (;;) {
        const page = await desk.annotations(articleId, { skip: result.length, limit: PAGE })
        // A row written meanwhile moves the pages' borders.
        if (state.stale) return await load(articleId)
        result.push(...page)
        if (page.length < PAGE) return withPending(articleId, result)
      }
    } finally {
      if (loads.get(articleId) === state) loads.delete(articleId)
    }
  }

  const everything = (articleId: string) =>
    queryOptions({
      queryKey: keyOf(articleId),
      queryFn: () => load(articleId),
      structuralSharing: false,
      gcTime: 60_000,
    })

  return {
    all,

    /** What is shown of an article's annotations. */
    rows: (articleId: string): Rows => shown(all(articleId)),

    query: (articleId: string) => queryOptions({ ...everything(articleId), select: shown }),

    /** With the layers that are hidden. */
    everything,

    /** What is shown, fetched where it is not there yet. */
    fetch: async (articleId: string): Promise<Rows> => shown(await queries.fetchQuery(everything(articleId))),

    /** Leaves some annotators' work out of what is shown from now on. */
    hide(annotatorIds: readonly string[]) {
      if (annotatorIds.length === hidden.size && annotatorIds.every((id) => hidden.has(id))) return
      hidden = new Set(annotatorIds)
      seen = new WeakMap()
      // Who observes is told only of other rows.
      for (const [key, given] of queries.getQueriesData<Rows>({ queryKey: ['annotations'] })) {
        if (given) queries.setQueryData(key, given.slice())
      }
    },

    /** Paints a write before it is acknowledged; the returned function ends that, with what is known to stand then. */
    expect(articleId: string, named: readonly string[], expected: Rows): (truth: Rows) => void {
      const write = { articleId, ids: new Set(named), rows: expected }
      pending.add(write)
      put(articleId, patchRows(all(articleId), write.ids, expected))
      return (truth) => {
        pending.delete(write)
        const ids = new Set([...named, ...truth.map(({ id }) => id)])
        put(articleId, withPending(articleId, patchRows(all(articleId), ids, truth)))
      }
    },

    /** Fetches what a `changed` event named, or everything of the article where it named nothing. */
    async refresh(articleId: string, ids: string[] | undefined) {
      if (queries.getQueryData(keyOf(articleId)) === undefined) return
      const loading = loads.get(articleId)
      if (loading) {
        loading.stale = true
      } else if (ids) {
        const now = await desk.annotations(articleId, { ids })
        put(articleId, withPending(articleId, patchRows(all(articleId), new Set(ids), now)))
      } else {
        await queries.invalidateQueries({ queryKey: keyOf(articleId) })
      }
    },
  }
}
