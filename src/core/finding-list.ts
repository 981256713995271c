/** Findings as they are collected: at most so many are kept, all are counted. */
import { type Finding, type FindingCode, refusing } from './finding.ts'

export type FindingList = {
  /** `where` is a function where the pointer costs something to build. */
  add(code: FindingCode, where: string | (() => string), params?: Finding['params']): void
  /** Whether something found so far refuses the file. */
  refused(): boolean
  /** Whether so many were left out that counting on is of no use to anybody. */
  full(): boolean
  /** Those kept, in the order found; where more were found, the last one's `params.more` says how many. */
  list(): Finding[]
}

const countedBeyond = 20_000
const refusals: ReadonlySet<string> = new Set(refusing)

export const newFindingList = (limit: number): FindingList => {
  const kept: Finding[] = []
  const places = new Set<string>()
  let leftOut = 0
  let refused = false
  return {
    add: (code, where, params) => {
      refused ||= refusals.has(code)
      if (kept.length >= limit) {
        leftOut++
        return
      }
      const place = typeof where === 'string' ? where : where()
      const key = `${code} ${place}`
      if (places.has(key)) return
      places.add(key)
      kept.push(params ? { code, where: place, params } : { code, where: place })
    },
    refused: () => refused,
    full: () => leftOut >= countedBeyond,
    list: () =>
      kept.map((finding, i) =>
        leftOut > 0 && i === kept.length - 1 ? { ...finding, params: { ...finding.params, more: leftOut } } : finding,
      ),
  }
}
