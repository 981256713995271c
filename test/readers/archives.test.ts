import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/readers/index.ts'
import { archiveOf, docxFiles, epubFiles, odtFiles, wordParagraph } from './make-documents.ts'
import { refusal } from './read.ts'

const page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Слова статьи.</p></body></html>'

/** Each format with one more file in it, or another in place of one of its own. */
const formats = {
  docx: (files: Record<string, string | Uint8Array>) =>
    archiveOf({ ...docxFiles(wordParagraph('Слова статьи.')), ...files }),
  odt: (files: Record<string, string | Uint8Array>) =>
    archiveOf({ ...odtFiles('<text:p>Слова статьи.</text:p>'), ...files }),
  epub: (files: Record<string, string | Uint8Array>) => archiveOf({ ...epubFiles({ 'a.xhtml': page }), ...files }),
}

const text = { docx: 'word/document.xml', odt: 'content.xml', epub: 'OEBPS/a.xhtml' }

describe.each(['docx', 'odt', 'epub'] as const)('a hostile %s', (extension) => {
  const fileName = `a.${extension}`
  const reason = async (bytes: Uint8Array) => (await refusal(() => readArticle(bytes, { fileName })))?.['reason']

  it('may name files outside: they stay where they are', async () => {
    const bytes = formats[extension]({ '../../../../tmp/x': 'x', '/etc/passwd': 'x', 'C:\\x': 'x' })
    expect((await readArticle(bytes, { fileName })).text).toBe('Слова статьи.')
    expect((await readArticle(bytes, {})).reader).toBe(`${extension}/1`)
  })

  it('is refused where it unpacks to far more than it holds', async () => {
    const bomb = formats[extension]({ [text[extension]]: new Uint8Array(20_000_000).fill(32) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await reason(bomb)).toBe('overblown')
  })

  it('is refused where it lists too many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`x/${index}`, '']))
    expect(await reason(formats[extension](many))).toBe('overblown')
  })

  it('is not believed about its sizes: what comes out is counted', async () => {
    const bomb = formats[extension]({ [text[extension]]: new Uint8Array(8_000_000).fill(32) })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 8_000_000)
        view.setUint32(at + 24, 10_000, true)
    expect(await reason(bomb)).toBe('damaged')
  })

  it('is refused where its members need a password', async () => {
    const bytes = formats[extension]({})
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) bytes[at + 8] = 1
    expect(await reason(bytes)).toBe('encrypted')
  })

  it('that is another archive is no article', async () => {
    expect(await reason(zipSync({ 'x.txt': new Uint8Array(3) }))).toBe('damaged')
  })

  it('knows no entity that multiplies itself', async () => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
    const laughs = `<!DOCTYPE d [<!ENTITY e0 "ha">${entities}]><d>&e9;</d>`
    const found = await reason(formats[extension]({ [text[extension]]: laughs }))
    // A page is read as HTML, which leaves such a reference as it is written.
    expect(found).toBe(extension === 'epub' ? undefined : 'damaged')
  })
})

it('text that is nested without end is refused', async () => {
  const [deepWord, deepOdf] = ['w:p', 'text:span'].map((tag) => `<${tag}>`.repeat(3000) + `</${tag}>`.repeat(3000))
  for (const [fileName, files] of [
    ['a.docx', docxFiles(deepWord ?? '')],
    ['a.odt', odtFiles(deepOdf ?? '')],
  ] as const)
    expect((await refusal(() => readArticle(archiveOf(files), { fileName })))?.['reason']).toBe('too-complex')
})
