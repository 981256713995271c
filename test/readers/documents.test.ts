import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/readers/index.ts'
import { archiveOf, docxFiles, epubFiles, odtFiles, wordParagraph } from './make-documents.ts'
import { refusal, shownBlocks, shownMarks } from './read.ts'

const body =
  'Переговоры о водах Сельмы прерваны: делегация Таврении покинула зал, сообщает агентство «Дельта» со ссылкой на источник.'

const readDocx = (...args: Parameters<typeof docxFiles>) =>
  readArticle(archiveOf(docxFiles(...args)), { fileName: 'статья.docx' })
const readOdt = (...args: Parameters<typeof odtFiles>) =>
  readArticle(archiveOf(odtFiles(...args)), { fileName: 'статья.odt' })
const readEpub = (...args: Parameters<typeof epubFiles>) =>
  readArticle(archiveOf(epubFiles(...args)), { fileName: 'book.epub' })

describe('a Word document', () => {
  it('keeps headings, lists, quotations, tables and formats', async () => {
    const item = (text: string, level: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`
    const read = await readDocx(
      wordParagraph('Вода и власть', 't') +
        wordParagraph('Устье', '2') +
        '<w:p><w:r><w:t xml:space="preserve">Он </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>на</w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>всегда</w:t></w:r><w:r><w:t xml:space="preserve"> ушёл</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:br/><w:t>с вокзала.</w:t></w:r></w:p>' +
        wordParagraph('Так и сказал.', 'q') +
        item('раз', 0) +
        item('два', 1) +
        `<w:tbl><w:tr>${cell('Пост')}${cell('Расход')}</w:tr><w:tr>${cell('1')}${cell('20')}</w:tr></w:tbl>`,
    )
    expect(shownBlocks(read)).toEqual([
      'heading1 Вода и власть',
      'heading2 Устье',
      'paragraph Он навсегда ушёл2\nс вокзала.',
      'quote Так и сказал.',
      'listItem-1 раз',
      'listItem1.2 два',
      'paragraph Пост\tРасход',
      'paragraph 1\t20',
    ])
    expect(shownMarks(read)).toEqual(['bold навсегда', 'italic всегда', 'superscript 2'])
    expect(read).toMatchObject({ reader: 'docx/1', encodings: [], metadata: { title: 'Вода и власть' } })
    expect(read.encoding).toBeUndefined()
  })

  it('is read as it stands with all changes taken: deletions, comments and contents go, notes come last', async () => {
    const read = await readDocx(
      wordParagraph('Введение 3', 'c') +
        '<w:p><w:r><w:t xml:space="preserve">Договор </w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>подписан</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>сорван</w:delText></w:r></w:del><w:commentRangeStart w:id="0"/><w:r><w:t>.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="4"/></w:r></w:p>',
      { footnotes: `<w:footnote w:id="4">${wordParagraph('Со слов министра.')}</w:footnote>` },
    )
    expect(shownBlocks(read)).toEqual(['paragraph Договор подписан.[1]', 'listItem1.1 Со слов министра.'])
  })

  it('names its author and title; the day it was made counts only if the text names it too', async () => {
    const properties = { title: 'Чего хочет Таврения', author: 'Ирина Ланская', made: '2031-04-07T09:30:00Z' }
    const dated = `Устье. 7 апреля 2031 года стало известно, что переговоры прерваны, и ${body}`
    expect((await readDocx(wordParagraph(dated), properties)).metadata).toEqual({
      title: 'Чего хочет Таврения',
      author: 'Ирина Ланская',
      publishedAt: '2031-04-07',
      language: 'ru',
    })
    const stale = { title: 'Microsoft Word - черновик.doc', author: 'admin', made: '2031-04-07T09:30:00Z' }
    expect((await readDocx(wordParagraph(body), stale)).metadata).toEqual({ language: 'ru' })
  })

  it('follows nothing: links keep harmless addresses, pictures and entities are not looked up', async () => {
    const link = (id: string) => `<w:hyperlink r:id="${id}"><w:r><w:t>${id}</w:t></w:r></w:hyperlink>`
    const read = await readDocx(`<w:p>${link('a')}${link('b')}${link('c')}</w:p>`, {
      links: { a: 'https://a.example/', b: 'javascript:alert(1)', c: 'file:///etc/passwd' },
    })
    expect(shownMarks(read)).toEqual(['link a → https://a.example/'])
    const files = docxFiles(wordParagraph('&x;'))
    for (const entity of ['"aaaa"', 'SYSTEM "file:///etc/passwd"']) {
      const document = files['word/document.xml']?.replace(
        '<w:document',
        `<!DOCTYPE d [<!ENTITY x ${entity}>]><w:document`,
      )
      const bytes = archiveOf({ ...files, 'word/document.xml': document ?? '' })
      expect((await refusal(() => readArticle(bytes, { fileName: 'a.docx' })))?.['reason']).toBe('damaged')
    }
  })

  it('with a password is refused', async () => {
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))
    expect((await refusal(() => readArticle(bytes, { fileName: 'a.docx' })))?.['reason']).toBe('encrypted')
  })
})

describe('an OpenDocument text', () => {
  it('keeps headings, lists, quotations, tables and formats', async () => {
    const read = await readOdt(
      '<text:sequence-decls/><text:h text:outline-level="1">Вода и  <text:span text:style-name="B">власть</text:span></text:h>' +
        '<text:p>Он <text:span text:style-name="B">на</text:span><text:span text:style-name="I">всегда</text:span><text:s text:c="2"/>ушёл<text:line-break/>с вокзала, <text:a xlink:href="https://a.example/">сказано</text:a>.</text:p>' +
        '<text:p text:style-name="P">Так и сказал.</text:p>' +
        '<text:list text:style-name="L"><text:list-item><text:p>раз</text:p><text:list><text:list-item><text:p>два</text:p></text:list-item></text:list></text:list-item></text:list>' +
        '<table:table><table:table-row><table:table-cell><text:p>Пост</text:p></table:table-cell><table:table-cell><text:p>Расход</text:p></table:table-cell></table:table-row></table:table>',
      {
        styles:
          '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>' +
          '<style:style style:name="I" style:parent-style-name="B"><style:text-properties fo:font-style="italic"/></style:style>' +
          '<style:style style:name="P" style:parent-style-name="Quotations"/>' +
          '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2"/></text:list-style>',
      },
    )
    expect(shownBlocks(read)).toEqual([
      'heading1 Вода и власть',
      'paragraph Он навсегда\u00a0\u00a0ушёл\nс вокзала, сказано.',
      'quote Так и сказал.',
      'listItem-1 раз',
      'listItem1.2 два',
      'paragraph Пост\tРасход',
    ])
    expect(shownMarks(read)).toEqual([
      'bold власть',
      'bold навсегда',
      'italic всегда',
      'link сказано → https://a.example/',
    ])
  })

  it('leaves out deletions, comments and contents; notes come last', async () => {
    const read = await readOdt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>сорван</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:table-of-content><text:index-body><text:p>Введение 3</text:p></text:index-body></text:table-of-content>' +
        '<text:p>Договор <office:annotation><dc:creator>x</dc:creator><text:p>точно?</text:p></office:annotation>подписан.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Со слов министра.</text:p></text:note-body></text:note></text:p>',
    )
    expect(shownBlocks(read)).toEqual(['paragraph Договор подписан.[1]', 'listItem1.1 Со слов министра.'])
  })

  it('states title, author and language', async () => {
    const meta =
      '<dc:title>Чего хочет Таврения</dc:title><meta:initial-creator>Ирина Ланская</meta:initial-creator><dc:language>ru-RU</dc:language><meta:creation-date>2031-04-07T09:30:00</meta:creation-date>'
    expect((await readOdt(`<text:p>${body}</text:p>`, { meta })).metadata).toEqual({
      title: 'Чего хочет Таврения',
      author: 'Ирина Ланская',
      language: 'ru-RU',
    })
  })

  it('with a password is refused', async () => {
    const files = { ...odtFiles('<text:p>x</text:p>'), 'META-INF/manifest.xml': '<m><encryption-data/></m>' }
    const reason = await refusal(() => readArticle(archiveOf(files), { fileName: 'a.odt' }))
    expect(reason?.['reason']).toBe('encrypted')
  })
})

describe('an EPUB', () => {
  const page = (content: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${content}</body></html>`

  it('is read in the order of its spine, without contents and cover, with what its publisher states', async () => {
    const read = await readEpub(
      {
        'nav.xhtml': page('<nav><ol><li>Глава первая</li></ol></nav>'),
        '%D0%B3%D0%BB%D0%B0%D0%B2%D0%B01.xhtml': page(`<h1>Глава первая</h1><p>${body}</p>`),
        'z.xhtml': page('<p>Конец.</p>'),
      },
      {
        metadata:
          '<dc:title>Вода и власть</dc:title><dc:creator>Ирина Ланская</dc:creator><dc:date>2031-04-07</dc:date><dc:language>ru</dc:language><dc:publisher>Речной вестник</dc:publisher>',
        attributes: { 'nav.xhtml': 'properties="nav"' },
      },
    )
    expect(shownBlocks(read)).toEqual(['heading1 Глава первая', `paragraph ${body}`, 'paragraph Конец.'])
    expect(read.metadata).toEqual({
      title: 'Вода и власть',
      author: 'Ирина Ланская',
      publishedAt: '2031-04-07',
      language: 'ru',
      outlet: { name: 'Речной вестник' },
    })
  })

  it('that is encrypted for a shop’s readers is refused', async () => {
    const bytes = archiveOf({
      ...epubFiles({ 'a.xhtml': page('<p>слова</p>') }),
      'META-INF/encryption.xml':
        '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData></EncryptedData></encryption>',
    })
    expect((await refusal(() => readArticle(bytes, { fileName: 'a.epub' })))?.['reason']).toBe('encrypted')
  })
})
