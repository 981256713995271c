import { describe, expect, it } from 'vitest'
import { proposeMapping } from '../../../src/core/formats/propose-mapping.ts'
import { qdpx } from '../../../src/core/formats/qdpx.ts'
import { encodeUtf8 } from '../../../src/core/utf8.ts'
import { problemsIn, relationsIn, wordsIn } from './read.ts'

const text = '🙂 Анна встретила Бориса.\nОна ушла. И точка.'
const guid = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
const selection = (place: number, start: number, end: number, { name = '', inner = '', by = 1 } = {}) =>
  `<PlainTextSelection guid="{${guid(place).toUpperCase()}}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(by)}">${inner}</PlainTextSelection>`
const coding = (code: number, more = '') =>
  `<Coding guid="${guid(900 + code)}" ${more}><CodeRef targetGUID="${guid(code)}"/></Coding>`

const projectOf = (sources: string, more = '') => `<?xml version="1.0"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="P">
<Users><User guid="${guid(1)}" name="Анна"/><User guid="${guid(2)}" id="b"/></Users>
<CodeBook><Codes>
<Code guid="${guid(10)}" name="Person" isCodable="true" color="#F00"/>
<Code guid="${guid(11)}" name="Topics" isCodable="false"><Description>What it is about</Description>
<Code guid="${guid(12)}" name="Тон" isCodable="true"/><Code guid="${guid(13)}" name="Unused" isCodable="true"/></Code>
</Codes></CodeBook>
<Sources>${sources}</Sources>${more}</Project>`

const read = (project: string, files: Record<string, string> = { 'Sources/A.txt': text }) => {
  const all = new Map(Object.entries({ 'project.qde': project, ...files }))
  const archive = {
    name: 'p.qdpx',
    names: [...all.keys()],
    read: (name: string) => (all.has(name) ? encodeUtf8(all.get(name) ?? '') : undefined),
  }
  if (qdpx.takes !== 'archive') throw new Error('an archive is read')
  return qdpx.read(archive)
}

const source = (selections: string, more = 'plainTextPath="internal://a.TXT"') =>
  `<TextSource guid="${guid(50)}" name="Talks" ${more}>${selections}</TextSource>`

describe('a project of REFI-QDA', () => {
  it('has sources, codes as layers, people and notes; what is not read is counted', () => {
    const file = read(
      projectOf(
        `${source(
          selection(100, 2, 6, { name: 'Анна', inner: coding(10) + coding(12, `creatingUser="${guid(2)}"`) }) +
            selection(101, 17, 23, {
              name: 'Бориса',
              inner: `<Description>кто?</Description>${coding(10)}<NoteRef targetGUID="${guid(70)}"/>`,
            }),
        )}<AudioSource guid="${guid(51)}" name="Tape"/>`,
        `<Notes><Note guid="${guid(70)}" name="m"><PlainTextContent>да, он</PlainTextContent></Note><Note guid="${guid(71)}"><PlainTextContent>x</PlainTextContent></Note></Notes>
        <Links><Link guid="${guid(80)}" name="knows" originGUID="${guid(100)}" targetGUID="${guid(101)}"/></Links>
        <Sets><Set guid="${guid(90)}" name="s"/></Sets>`,
      ),
    )
    expect(wordsIn(file)).toEqual(['Person Анна', 'Topics / Тон Анна', 'Person Бориса'])
    expect(file.documents[0]).toMatchObject({ name: 'Talks', metadata: { title: 'Talks' }, text })
    expect(file.documents[0]?.spans.map(({ annotator, note }) => [annotator, note])).toEqual([
      ['Анна', undefined],
      ['b', undefined],
      ['Анна', 'кто?\nда, он'],
    ])
    expect(relationsIn(file)).toEqual([`knows ${guid(100)} ${guid(101)}`])
    expect(file.offsets).toMatchObject({ reading: { unit: 'codePoint' }, proof: 'quotes', quotes: 3 })
    expect(file.offsets?.reading?.last).toBeUndefined()
    expect(file.layers).toContainEqual({ layer: 'Person', color: '#ff0000' })
    expect(file.layers).toContainEqual({ layer: 'Topics', definition: 'What it is about' })
    const unread = Object.fromEntries((file.unread ?? []).map(({ what, count }) => [what, count]))
    expect(unread).toEqual({ AudioSource: 1, Set: 1, Note: 1, Code: 1 })
    expect(proposeMapping(file.documents).spans).toEqual([
      { layer: 'Person', as: 'actor', code: 'Person' },
      { layer: 'Topics / Тон', as: 'claim', code: 'Тон' },
    ])
  })

  it('has memos of codes in what codes are defined as; notes that are only Word files, and what describes the project, are counted', () => {
    const project = projectOf(
      source(selection(100, 2, 6, { name: 'Анна', inner: coding(12) })),
      `<Notes><Note guid="${guid(70)}" plainTextPath="internal://memo.txt"/><Note guid="${guid(71)}" richTextPath="internal://b.docx"/></Notes><Description>All of it</Description>`,
    ).replace('is about</Description>', `is about</Description><NoteRef targetGUID="${guid(70)}"/>`)
    const file = read(project, { 'Sources/A.txt': text, 'Sources/memo.txt': '\uFEFFКак сказано' })
    expect(file.layers).toContainEqual({ layer: 'Topics', definition: 'What it is about\nКак сказано' })
    expect(file.unread).toEqual([
      { what: 'Project Description', count: 1 },
      { what: 'Note', count: 1 },
      { what: 'Code', count: 2 },
    ])
  })

  it.each([
    ['code points, ends behind', 2, 6, { unit: 'codePoint' }],
    ['code points, ends as last characters', 2, 5, { unit: 'codePoint', last: true }],
    ['UTF-16, ends behind', 3, 7, { unit: 'utf16' }],
    ['UTF-16, ends as last characters', 3, 6, { unit: 'utf16', last: true }],
  ])('positions as the specification or programs count them, proved by names: %s', (_, start, end, reading) => {
    const file = read(projectOf(source(selection(100, start, end, { name: 'Анна', inner: coding(10) }))))
    expect([wordsIn(file), file.offsets?.reading]).toEqual([['Person Анна'], { cr: true, bom: true, ...reading }])
  })

  it('names may be cut off, or be no quotes at all; without any the words decide, or nothing does', () => {
    const cut = selection(100, 2, 24, { name: 'Анна встретила Бор…', inner: coding(10) })
    const label = selection(101, 25, 33, { name: 'Selection 2', inner: coding(10) })
    const file = read(projectOf(source(cut + label)))
    expect(wordsIn(file)).toEqual(['Person Анна встретила Бориса.', 'Person Она ушла'])
    expect(file.offsets).toMatchObject({ proof: 'words', quotes: 1 })
    // Both ends could be meant: a full stop and the letter before it.
    const open = read(projectOf(source(selection(100, 2, 23, { inner: coding(10) }))))
    expect([open.documents, open.offsets?.reading]).toEqual([[], undefined])
    expect(open.offsets?.tried.length).toBe(4)
  })

  it('has texts inside, beside, or in what stands for a PDF; what lies outside the archive is not looked for', () => {
    const inside = (name: string, content: string) =>
      source(content)
        .replace('Talks', name)
        .replace(/plainTextPath="[^"]*"/, '')
    const file = read(
      projectOf(
        inside(
          'inside',
          `<PlainTextContent>Один\nдва &amp; три</PlainTextContent>${selection(100, 5, 8, { name: 'два', inner: coding(10) })}`,
        ) +
          `<PDFSource guid="${guid(52)}" name="pdf" path="internal://x.pdf"><PDFSelection guid="${guid(53)}" page="1" firstX="0" firstY="0" secondX="1" secondY="1"/>
           <Representation guid="${guid(54)}" plainTextPath="internal://A.txt">${selection(101, 2, 6, { name: 'Анна', inner: coding(10) })}</Representation></PDFSource>` +
          [
            'internal://../A.txt',
            'internal:///etc/passwd',
            'relative:///A.txt',
            'internal://none.txt',
            'file:///etc/passwd',
          ]
            .map((path) => source('', `plainTextPath="${path}"`))
            .join('') +
          source('', 'richTextPath="internal://a.docx"'),
      ),
    )
    expect(wordsIn(file)).toEqual(['Person два', 'Person Анна'])
    expect(file.documents.map(({ name }) => name)).toEqual(['inside', 'pdf'])
    expect(problemsIn(file)).toEqual([3, 4, 5, 6, 7, 8].map((entry) => `${entry} no-text`))
    expect(file.unread).toContainEqual({ what: 'PDFSelection', count: 1 })
  })

  it('lists codings of codes that are not there and positions outside, and takes the others', () => {
    const file = read(
      projectOf(
        source(
          selection(100, 2, 6, { name: 'Анна', inner: coding(10) }) +
            selection(101, 2, 6, { name: 'Анна', inner: coding(99) }) +
            selection(102, 2, 999, { inner: coding(10) }) +
            selection(103, 17, 23, { name: 'Бориса' }) +
            '<PlainTextSelection guid="x" startPosition="a" endPosition=""><Coding guid="y"/></PlainTextSelection>',
        ),
      ),
    )
    expect(wordsIn(file)).toEqual(['Person Анна', 'Selection Бориса'])
    expect(problemsIn(file).sort()).toEqual(['1 offsets', '1 reference', '1 reference'])
  })

  it('that is none, or brings entities along, or never ends, is refused', () => {
    const whole = projectOf(source(''))
    const bomb = '<!DOCTYPE p [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    for (const project of [
      '',
      'no xml',
      '<Project/>',
      whole.replace('urn:QDA-XML:project:1.0', 'urn:else'),
      whole.slice(0, -5),
      whole.replace('?>', `?>${bomb}`),
      whole.replace('name="Talks"', 'name="&b;"'),
      `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`,
    ])
      expect(read(project)).toEqual({ documents: [], problems: [{ entry: 1, reason: 'format' }] })
  })
})
