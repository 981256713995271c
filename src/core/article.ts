/** One text with its layout and metadata. Its id is the digest of the text as first imported. */
import { z } from 'zod'
import { count, dateOrTimestamp, language, nonEmptyText, offset, sha256, stamp, uuid, webAddress } from './schema.ts'

export const articleText = z.string().regex(/^[^\r\uD800-\uDFFF]*$/u)

export const outlet = z.strictObject({ name: nonEmptyText, actorId: uuid.optional() })

/** What the article as a whole retells or translates. */
export const relays = z
  .strictObject({
    title: nonEmptyText.optional(),
    outlet: outlet.optional(),
    url: webAddress.optional(),
    language: language.optional(),
  })
  .refine((value) => Object.values(value).some((member) => member !== undefined))
  .meta({ minProperties: 1 })

/** The file the article came from: bare name, media type, encoding, reader with version (`text/1`), digest of the raw bytes. */
export const articleSource = z.strictObject({
  fileName: z
    .string()
    .min(1)
    .regex(/^[^/\\\uD800-\uDFFF]+$/u)
    .optional(),
  mediaType: z
    .string()
    .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/)
    .optional(),
  encoding: nonEmptyText.optional(),
  reader: nonEmptyText,
  digest: sha256,
})

const span = { start: offset, end: offset }

/** A block of the layout: a half-open range over the text. */
export const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), ...span }),
  z.strictObject({ type: z.literal('quote'), ...span }),
  z.strictObject({ type: z.literal('heading'), ...span, level: z.int().min(1).max(6) }),
  z.strictObject({
    type: z.literal('listItem'),
    ...span,
    ordered: z.boolean().optional(),
    depth: z.int().min(1).optional(),
  }),
])

/** An inline mark: a half-open range over the text. */
export const mark = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['bold', 'italic', 'underline', 'strikethrough', 'superscript', 'subscript', 'code']),
    ...span,
  }),
  z.strictObject({
    type: z.literal('link'),
    ...span,
    href: z.string().regex(/^(https?:|mailto:)[^\s\uD800-\uDFFF]+$/u),
  }),
])

/** What a file may state about an article and an analyst may correct. */
export const articleMetadata = {
  title: nonEmptyText.optional(),
  outlet: outlet.optional(),
  author: nonEmptyText.optional(),
  publishedAt: dateOrTimestamp.optional(),
  url: webAddress.optional(),
  language: language.optional(),
  licence: nonEmptyText.optional(),
  relays: relays.optional(),
}

export const article = z.strictObject({
  ...stamp,
  id: sha256,
  text: articleText,
  textRevision: count,
  blocks: z.array(block),
  marks: z.array(mark),
  ...articleMetadata,
  source: articleSource.optional(),
})

export type Article = z.infer<typeof article>
export type Block = z.infer<typeof block>
export type Mark = z.infer<typeof mark>
export type Outlet = z.infer<typeof outlet>
export type Relays = z.infer<typeof relays>
export type ArticleSource = z.infer<typeof articleSource>
export type ArticleMetadata = Pick<Article, keyof typeof articleMetadata>
