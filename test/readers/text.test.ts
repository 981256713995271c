import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lf1 } from '../../src/core/lf1.ts'
import { readArticle } from '../../src/readers/index.ts'
import { shared } from '../core/shared.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('lf1', () => {
  it('drops one byte order mark, turns CRLF and CR into LF and keeps the rest', () => {
    expect(lf1('\ufeff\ufeff one \r\n\ttwo\r\r\nthree\n\r é é \u00a0\u00ad\u200b\u2028\u0085 ')).toBe(
      '\ufeff one \n\ttwo\n\nthree\n\n é é \u00a0\u00ad\u200b\u2028\u0085 ',
    )
  })

  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\r', '\n', '\r\n', '\ufeff', '\u00a0'),
  )
  const anyText = fc.array(character, { maxLength: 40 }).map((parts) => parts.join('').replaceAll('\0', ''))

  it('leaves no CR, is idempotent but for marks, and changes nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ruled = lf1(text)
        expect(ruled).not.toContain('\r')
        expect(lf1(`\ufeff${ruled}`)).toBe(ruled)
        const bare = (value: string) => value.replaceAll(/[\r\n]/g, '')
        expect(bare(ruled)).toBe(bare(text.replace(/^\ufeff/, '')))
        expect(ruled.split('\n').length).toBe(text.split(/\r\n|\r|\n/).length)
      }),
    )
  })

  it('is all that reading a plain text does to it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const worded = `${text} a word`
        expect((await readArticle(bytesOf(worded), { encoding: 'utf-8' })).text).toBe(lf1(worded))
      }),
    )
  })
})

describe('plain text', () => {
  it('has paragraphs between blank lines, edges kept', async () => {
    const { text, blocks } = await readArticle(bytesOf(' Первый\r\nабзац \r\n\r\n\r\nВторой абзац\r\n'), {
      fileName: 'a.txt',
    })
    expect(blocks).toEqual([
      { type: 'paragraph', start: 0, end: 14 },
      { type: 'paragraph', start: 17, end: 29 },
    ])
    expect(text.slice(0, 14)).toBe(' Первый\nабзац ')
  })

  it('without blank lines has a paragraph a line', async () => {
    const { blocks } = await readArticle(bytesOf('One.\nTwo.\nThree.'))
    expect(blocks.length).toBe(3)
  })
})

const gold = z.object({
  articles: z.array(z.looseObject({ blocks: z.array(z.unknown()), text: z.string() })),
})

describe(`the first real article ${shared.note}`, () => {
  it.skipIf(!shared.there)('is read as it was annotated by hand', async () => {
    const [article] = gold.parse(
      JSON.parse(readFileSync(shared.path('gold/moscowtimes-2025-08-22.bundle.json'), 'utf8')),
    ).articles
    const fileName = 'moscowtimes-2025-08-22.txt'
    const read = await readArticle(readFileSync(shared.path(`articles/${fileName}`)), { fileName })
    expect(read.text).toBe(article?.text)
    // All of this text lies in the BMP, so that both units agree.
    expect(read.blocks).toEqual(article?.blocks)
    expect(read.metadata).toEqual({ outlet: { name: 'moscowtimes.ru' }, publishedAt: '2025-08-22', language: 'ru' })
    expect(read).toMatchObject({ encoding: 'utf-8', mediaType: 'text/plain', reader: 'text/1', marks: [] })
  })
})

describe(`the second real article ${shared.note}`, () => {
  it.skipIf(!shared.there)('retells another, as it says itself', async () => {
    const read = await readArticle(readFileSync(shared.path('articles/rznonline-sohu.txt')), {
      fileName: 'rznonline-sohu.txt',
    })
    expect(read.metadata).toEqual({
      outlet: { name: 'RZNonline.ru' },
      language: 'ru',
      relays: { outlet: { name: 'Sohu' } },
    })
  })
})
