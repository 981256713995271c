/** Find in the article: the hits of one query, the current one, and where the search began. */
import { findAll, type NormalText, normalText } from '../../../core/find.ts'
import type { Span } from '../../../core/span.ts'
import { firstWhere } from './text-map.ts'
import type { FindState } from './types.ts'

export type Hits = {
  /** Looks for a query from where the search began; `origin` is where it begins if it does now. */
  find(query: string, origin: number): FindState
  step(step: 1 | -1): FindState
  end(): void
  current(): Span | undefined
  /** The hits of a part of the text. */
  within(near: Span): Span[]
}

export const hits = (text: string): Hits => {
  let normal: NormalText | undefined
  let found: Span[] = []
  let current = 0
  let began: number | undefined

  const state = (): FindState => ({ total: found.length, current: found.length > 0 ? current + 1 : 0 })
  const firstEndingAfter = (offset: number) => firstWhere(found.length, (at) => (found[at]?.end ?? 0) > offset)

  return {
    find: (query, origin) => {
      began ??= origin
      normal ??= normalText(text)
      found = findAll(normal, query)
      current = firstEndingAfter(began)
      if (current === found.length) current = 0
      return state()
    },
    step: (step) => {
      if (found.length > 0) current = (current + step + found.length) % found.length
      return state()
    },
    end: () => {
      found = []
      began = undefined
    },
    current: () => found[current],
    within: (near) =>
      found.slice(
        firstEndingAfter(near.start),
        firstWhere(found.length, (at) => (found[at]?.start ?? 0) >= near.end),
      ),
  }
}
