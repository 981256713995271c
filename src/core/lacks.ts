/** What an annotation may be without: nothing wrong by itself, but thin where many are. */
import type { Annotation } from './annotation.ts'

export const lacks = ['code', 'issue', 'stance'] as const
export type Lack = (typeof lacks)[number]

/** Mentions are about no issue, and only positions take a stance. */
export const isWithout: Record<Lack, (annotation: Annotation) => boolean> = {
  code: ({ codes }) => codes.length === 0,
  issue: ({ type, body }) =>
    type === 'position' ? body.issueId === undefined : type === 'claim' && body.issueIds.length === 0,
  stance: ({ type, body }) => type === 'position' && body.stance === undefined,
}
