/** What the program and a reader process tell each other: a file's bytes there, an article or why there is none back. */
import { z } from 'zod'
import { articleMetadata, articleText, block, mark } from '../core/article.ts'
import type { ReadArticle, ReadOptions } from './index.ts'
import { unreadableReasons } from './unreadable.ts'

/** Answered in the order of asking, one after the other. */
export type ToReader = { id: number; bytes: Uint8Array; options: ReadOptions }

/** `ready` comes once, first of all; `bug` is what a reader threw that was no refusal. */
export type FromReader =
  | { ready: true }
  | ({ id: number } & ({ article: ReadArticle } | { refused: Refused } | { bug: string }))

/** The parameters of 'unreadable-article'. */
export type Refused = { reason: string } & Record<string, string | number>

const id = z.int()

const readArticle = z
  .strictObject({
    text: articleText,
    blocks: z.array(block),
    marks: z.array(mark),
    metadata: z.strictObject(articleMetadata),
    encoding: z.string().min(1).optional(),
    encodings: z.array(z.strictObject({ encoding: z.string().min(1), score: z.number() })),
    mediaType: z.string().min(1),
    reader: z.string().min(1),
  })
  .refine(({ text, blocks, marks }) =>
    [...blocks, ...marks].every(({ start, end }) => start < end && end <= text.length),
  )

/** A process that read a hostile file is believed no more than the file. */
export const fromReader: z.ZodType<FromReader> = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ id, article: readArticle }),
  z.strictObject({
    id,
    refused: z.object({ reason: z.enum(unreadableReasons) }).catchall(z.union([z.string(), z.number()])),
  }),
  z.strictObject({ id, bug: z.string() }),
])
