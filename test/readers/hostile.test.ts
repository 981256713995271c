import { describe, expect, it } from 'vitest'
import { marksIn } from '../../src/core/layout.ts'
import { readHtml, readMarkdown, readText, refusal } from './read.ts'

const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1000
}

describe('a hostile page', () => {
  it('gives its words and nothing that acts', async () => {
    const read = await readHtml(
      '<body onload="fetch(`https://a.example`)"><img src="https://a.example/p.gif" onerror=alert(1)>' +
        '<p onclick=x()>words<script src="https://a.example/s.js">s()</script></p><svg onload=x()><script>y()</script></svg>' +
        '<iframe srcdoc="<p>f</p>"></iframe><object data="https://a.example/o"></object><link rel=stylesheet href="https://a.example/c.css">' +
        '<a href="&#106;avascript:x()" ping="https://a.example/">link</a><math><mtext><style><img src=x onerror=x()></style></mtext></math>',
    )
    expect(read.text).toBe('words\n\nlink')
    expect(read.marks).toEqual([])
  })

  it.each(['<div>', '<b>', '<blockquote>', '<ul><li>', '<font color=red>', '<table><td>'])(
    'may be a hundred thousand elements deep: %s',
    async (tag) => {
      const page = `${tag.repeat(100_000)}depth`
      expect(await seconds(async () => expect((await readHtml(page)).text).toBe('depth'))).toBeLessThan(15)
    },
  )

  it('may be ten megabytes of one character', async () => {
    expect(await seconds(() => readHtml('<'.repeat(10_000_000)))).toBeLessThan(15)
    for (const character of ['&', ' ', '\n', '>']) {
      expect(await seconds(() => readHtml(`<p>x${character.repeat(2_000_000)}y`))).toBeLessThan(10)
      expect(await seconds(() => readHtml(`<pre>x${character.repeat(2_000_000)}y`))).toBeLessThan(10)
    }
  })

  it('may not make billions of elements of a few', async () => {
    const fonts = Array.from({ length: 2000 }, (_, index) => `<font a=${index}>`).join('')
    expect((await refusal(() => readHtml(`<p>${fonts}</p>${'<p>x</p>'.repeat(2000)}`)))?.['reason']).toBe('too-complex')
  })

  it('may have names with tags, direction marks and ten thousand characters: they stay text', async () => {
    const name = `<img onerror=x>\u202e${'я'.repeat(9000)}`
    const { metadata } = await readHtml(`<meta name=author content="${name}"><p>words`)
    expect(metadata.author).toBe(name)
  })
})

describe('hostile Markdown', () => {
  it('takes no quadratic time', async () => {
    const size = 500_000
    for (const piece of ['>', '> ', '1. ', '- ', '[', '![', '[a](', '[a][b]', '*a_', 'a\n=\n', '_a_']) {
      const text = piece.repeat(size / piece.length)
      expect(
        await seconds(async () =>
          expect(['too-complex', 'empty']).toContain((await refusal(() => readMarkdown(text)))?.['reason']),
        ),
      ).toBeLessThan(5)
    }
  })
  it('is refused where it is larger than any article', async () => {
    expect((await refusal(() => readMarkdown('words '.repeat(400_000))))?.['reason']).toBe('too-large')
  })
})

describe('hostile plain text', () => {
  it('is read in linear time', async () => {
    for (const piece of ['\n', 'a\n', '\r', '1.', 'Ab ', '(a', '«a', '"a" ', 'Sohu (перевод ', '1 мая ', 'date: ']) {
      const text = `x${piece.repeat(Math.floor(1_000_000 / piece.length))}y`
      expect(await seconds(() => refusal(() => readText(text)))).toBeLessThan(10)
      expect(await seconds(() => readText(`${piece.repeat(150 / piece.length)}x\n\n`.repeat(9)))).toBeLessThan(1)
    }
  })
  it('stays as it is: tags and direction marks are text', async () => {
    const text = '<script>alert(1)</script> \u202eabc\u202c <img onerror=x>'
    const read = await readText(text)
    expect(read.text).toBe(text)
    expect(marksIn({ start: 0, end: text.length }, read.marks)).toEqual([{ start: 0, end: text.length, formats: [] }])
  })
})
