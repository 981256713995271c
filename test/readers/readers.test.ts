import { describe, expect, it } from 'vitest'
import { block, mark } from '../../src/core/article.ts'
import { translator } from '../../src/i18n/index.ts'
import { articleExtensions } from '../../src/main/article-extensions.ts'
import { maximumBytes, readArticle, readers, supportedExtensions, unreadableReasons } from '../../src/readers/index.ts'
import { encodeIn } from './encode.ts'
import { archiveOf, docxFiles, wordParagraph } from './make-documents.ts'
import { readText, refusal } from './read.ts'

const samples: Record<string, string> = {
  'text/plain': 'Первый абзац 🕊 статьи.\r\n\r\nВторой абзац.',
  'text/markdown': '# Первый\n\nабзац 🕊 *статьи*\n\n- [ссылка](https://a.example/)\n',
  'text/html': '<h1>Первый</h1><p>абзац 🕊 <i>статьи</i></p><ul><li><a href="https://a.example/">ссылка</a></ul>',
}

it.each(readers.map((reader) => [reader.mediaType, reader] as const))(
  '%s is refused where nothing is in it',
  async (mediaType) => {
    const reason = async (bytes: Uint8Array) =>
      (await refusal(() => readArticle(bytes, { mediaType, fileName: 'x' })))?.['reason']
    expect(await reason(new Uint8Array())).toBe('empty')
    expect(await reason(new Uint8Array(maximumBytes + 1).fill(65))).toBe('too-large')
  },
)

/** Readers of any text; what a head of an archive looks like is tested by itself. */
const textReaders = readers.filter((reader) => 'read' in reader && reader.id !== 'headed-text/1')

describe.each(textReaders.map((reader) => [reader.mediaType, reader] as const))('reader of %s', (mediaType, reader) => {
  const sample = samples[mediaType] ?? ''

  it('is found by media type, its other names and every extension', async () => {
    const hows = [
      { mediaType },
      { mediaType: `${mediaType}; charset=utf-8` },
      ...reader.aliases.map((alias) => ({ mediaType: alias })),
      ...reader.extensions.map((extension) => ({ fileName: `Статья 1.${extension.toUpperCase()}` })),
    ]
    for (const how of hows) expect(await readText(sample, how)).toMatchObject({ reader: reader.id, mediaType })
  })

  it('gives text, blocks and marks that a record may hold, in order, with code units for offsets', async () => {
    const { text, blocks, marks } = await readText(sample, { mediaType })
    expect(text).not.toMatch(/[\r<>#*]/)
    expect(text).toContain('🕊')
    for (const each of blocks) expect(block.parse(each)).toEqual(each)
    for (const each of marks) expect(mark.parse(each)).toEqual(each)
    const order = (spans: { start: number; end: number }[]) =>
      spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
    expect(blocks).toEqual(order(blocks))
    expect(marks).toEqual(order(marks))
    expect(Math.max(...blocks.map((each) => each.end))).toBe(text.length)
  })

  it('reads any encoding, and the same bytes always alike', async () => {
    for (const encoding of ['windows-1251', 'koi8-r', 'ibm866', 'utf-16le']) {
      const bytes = encodeIn(sample.replace('🕊', ''), encoding)
      const read = await readArticle(bytes, { mediaType })
      expect([read.encoding, read.text.includes('Первый')]).toEqual([encoding, true])
      expect(await readArticle(bytes, { mediaType })).toEqual(read)
    }
  })

  it('refuses what is empty, only white space, binary or too large', async () => {
    const file = 'x'
    const reason = (bytes: Uint8Array) => refusal(() => readArticle(bytes, { mediaType, fileName: file }))
    expect(await reason(new Uint8Array())).toEqual({ file, reason: 'empty' })
    expect(await reason(encodeIn('\ufeff', 'utf-8'))).toEqual({ file, reason: 'empty' })
    expect(await reason(encodeIn(' \r\n\u00a0\n', 'utf-8'))).toEqual({ file, reason: 'empty' })
    expect(await reason(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toEqual({
      file,
      reason: 'binary',
    })
    expect(await reason(encodeIn('a word\0', 'utf-8'))).toEqual({ file, reason: 'binary' })
    expect(await reason(new Uint8Array(17 * 1024 * 1024).fill(65))).toMatchObject({ file, reason: 'too-large' })
  })

  it('refuses half a character and damaged UTF-8', async () => {
    const reason = async (bytes: Uint8Array, encoding?: string) =>
      (await refusal(() => readArticle(bytes, { mediaType, encoding })))?.['reason']
    expect(await reason(encodeIn(`\ufeff${sample} \ud83d !`, 'utf-16le'))).toBe('lone-surrogate')
    expect(await reason(encodeIn(`${sample} \ud83d !`, 'utf-16be'))).toBe('lone-surrogate')
    const utf8 = encodeIn(sample.repeat(3), 'utf-8')
    expect(await reason(Uint8Array.of(...utf8, 0xed, 0xa0, 0xbd))).toBe('lone-surrogate')
    expect(await reason(Uint8Array.of(...utf8, 0xd0))).toBe('wrong-encoding')
    expect(await reason(encodeIn('Мир', 'koi8-r'), 'utf-8')).toBe('wrong-encoding')
  })
})

describe('the format', () => {
  it('is recognised by what the file begins with where the name says nothing', async () => {
    expect((await readText('<!DOCTYPE html><p>Text', { fileName: 'saved from vestnik.example' })).reader).toBe('html/2')
    expect((await readText('\ufeff\n<html><p>Text', {})).reader).toBe('html/2')
    expect((await readText('Plain words.', { fileName: 'letter' })).reader).toBe('text/1')
    expect((await readText('Plain words.', { fileName: 'a.html', mediaType: 'text/plain' })).reader).toBe('text/1')
  })

  it('is that of the bytes where a document or page goes by the name of another', async () => {
    const word = archiveOf(docxFiles(wordParagraph('Договор подписан.')))
    for (const fileName of ['a.docx', 'a.txt', 'a.pdf', 'a.html'])
      expect(await readArticle(word, { fileName })).toMatchObject({ text: 'Договор подписан.', reader: 'docx/1' })
    const page = '<!DOCTYPE html><p>Договор подписан.</p>'
    for (const fileName of ['a.pdf', 'a.docx', 'a.html'])
      expect(await readText(page, { fileName })).toMatchObject({ text: 'Договор подписан.', reader: 'html/2' })
    expect((await readText(page, { fileName: 'a.txt' })).reader).toBe('text/1')
  })
  it('that is no article is refused', async () => {
    for (const fileName of ['a.rtf', 'a.doc', 'project.json', 'table.csv'])
      expect(await refusal(() => readText('words', { fileName }))).toEqual({ file: fileName, reason: 'unknown-format' })
    expect((await refusal(() => readText('{\\rtf1 …', { fileName: 'download' })))?.['reason']).toBe('unknown-format')
  })

  it('stands in the list of extensions that the file dialog offers', () => {
    expect(supportedExtensions).toEqual([...articleExtensions])
  })
})

it('every reason has its sentence in both languages', () => {
  for (const language of ['ru', 'en'] as const) {
    const say = translator(language)
    const sentences = unreadableReasons.map((reason) =>
      say('failure.unreadable-article', { file: 'a.txt', reason, seconds: 60, row: 7, found: 2, expected: 3 }),
    )
    expect(new Set(sentences).size).toBe(unreadableReasons.length)
    for (const [index, sentence] of sentences.entries()) expect(sentence).not.toContain(`(${unreadableReasons[index]})`)
  }
})
