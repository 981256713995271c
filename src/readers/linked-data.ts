/** What a page states about its article as linked data (JSON-LD in the words of schema.org), where its head is silent. */
import { z } from 'zod'
import type { ArticleMetadata } from '../core/article.ts'
import { isoDate } from './dates.ts'
import { withoutAbsent } from './metadata.ts'

/** Of the first article in these scripts; what is no JSON or no article counts for nothing. */
export const linkedMetadata = (scripts: readonly string[]): ArticleMetadata => {
  for (const script of scripts)
    for (const { data } of nodesIn(script).map((node) => article.safeParse(node)))
      if (data)
        return withoutAbsent({
          author: names(data.author).join(', ') || undefined,
          publishedAt: isoDate(data.datePublished),
          outlet: names(data.publisher).map((name) => ({ name }))[0],
        })
  return {}
}

const isArticle = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/

const article = z.object({
  '@type': z
    .union([z.string(), z.array(z.string())])
    .refine((types) => [types].flat().some((type) => isArticle.test(type))),
  author: z.unknown().optional(),
  publisher: z.unknown().optional(),
  datePublished: z.string().optional().catch(undefined),
})

const named = z.object({ name: z.union([z.string(), z.array(z.string())]) })

/** Names as they are written, of one or of several; what is no name is left out, an address too. */
const names = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((each) => (typeof each === 'string' ? each : (named.safeParse(each).data?.name ?? [])))
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '' && !/^https?:/i.test(each))

/** The objects of a script: itself, those of its list or of its graph. */
const nodesIn = (script: string): unknown[] => {
  let value: unknown
  try {
    value = JSON.parse(script)
  } catch {
    return []
  }
  return [value].flat().flatMap((node) => [node, ...(graph.safeParse(node).data?.['@graph'] ?? [])])
}

const graph = z.object({ '@graph': z.array(z.unknown()) })
