import { expect, it } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import { readArticle, unreadableReasons } from '../../src/readers/index.ts'
import { encodeIn } from './encode.ts'
import { archiveOf, docxFiles, epubFiles, odtFiles, wordParagraph } from './make-documents.ts'
import { lines, pdfOf } from './make-pdf.ts'

const rounds = 200
const secondsEach = 5

/** The same numbers on each run, below one. */
const randomFrom = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** A file cut short, with some bytes changed, or with a stretch taken out or doubled. */
const damaged = (bytes: Uint8Array, random: () => number): Uint8Array => {
  const at = () => Math.floor(random() * bytes.length)
  const kind = Math.floor(random() * 4)
  if (kind === 0) return bytes.slice(0, at())
  if (kind === 1) {
    const copy = bytes.slice()
    for (let count = 1 + Math.floor(random() * 20); count > 0; count -= 1) copy[at()] = Math.floor(random() * 256)
    return copy
  }
  const [from, to] = [at(), at()].sort((a, b) => a - b)
  const [head, middle, tail] = [bytes.slice(0, from), bytes.slice(from, to), bytes.slice(to)]
  return Uint8Array.from(kind === 2 ? [...head, ...tail] : [...head, ...middle, ...middle, ...tail])
}

const words =
  'Переговоры о воде в Устье идут с понедельника|и ничем пока не кончились, говорят те, кто|сидит за столом.'
const page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Вода</h1><p>Слова <b>статьи</b>.</p></body></html>'

const docx = docxFiles(wordParagraph('Вода', '1') + wordParagraph('Слова статьи.') + wordParagraph('Ещё.', 'q'))
const odt = odtFiles(
  '<text:h text:outline-level="1">Вода</text:h><text:p>Слова <text:span>статьи</text:span>.</text:p>',
)
const epub = epubFiles({ 'a.xhtml': page, 'b.xhtml': page })

/** Damage to the archive is seen by its checksums; this is damage that was packed. */
const packed = (files: Record<string, string>, random: () => number): Uint8Array => {
  const names = Object.keys(files).filter((name) => name !== 'mimetype')
  const name = names[Math.floor(random() * names.length)] ?? ''
  return archiveOf({ ...files, [name]: damaged(encodeIn(files[name] ?? '', 'utf-8'), random) })
}

const mhtml = encodeIn(
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page.replaceAll('=', '=3D')}\r\n--b--\r\n`,
  'utf-8',
)

const kinds: Record<string, (random: () => number) => Uint8Array> = {
  'a.pdf': (random) => damaged(pdfOf([lines(words, { x: 50, y: 700 }), lines(words, { x: 50, y: 700 })]), random),
  'a.docx': (random) => damaged(archiveOf(docx), random),
  'packed.docx': (random) => packed(docx, random),
  'packed.odt': (random) => packed(odt, random),
  'packed.epub': (random) => packed(epub, random),
  'a.mht': (random) => damaged(mhtml, random),
  'a.eml': (random) => damaged(mhtml, random),
  'a.html': (random) => damaged(encodeIn(page, 'utf-8'), random),
  'a.txt': (random) => damaged(encodeIn(`Тема: Вода\nОт: И. Ланская\n\n${words}`, 'windows-1251'), random),
}

it.each(Object.keys(kinds))(
  'whatever damage was done to %s, it is read or refused with a reason, and soon',
  async (fileName) => {
    const random = randomFrom(fileName.length * 7919)
    const outcomes = { read: 0, refused: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const bytes = kinds[fileName]?.(random) ?? new Uint8Array()
      const began = performance.now()
      try {
        const { text, blocks } = await readArticle(bytes, { fileName })
        expect(blocks.every(({ start, end }) => start < end && end <= text.length)).toBe(true)
        outcomes.read += 1
      } catch (error) {
        if (!(error instanceof Failure)) throw new Error(`round ${round}`, { cause: error })
        expect([error.code, unreadableReasons]).toEqual([
          'unreadable-article',
          expect.arrayContaining([error.params['reason']]),
        ])
        outcomes.refused += 1
      }
      expect((performance.now() - began) / 1000).toBeLessThan(secondsEach)
    }
    // Damage that is never noticed, or always, would show nothing.
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(0)
  },
  60_000,
)
