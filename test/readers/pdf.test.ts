import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/readers/index.ts'
import { lines, type PdfOptions, pdfOf, type Words } from './make-pdf.ts'
import { refusal, shownBlocks, shownMarks } from './read.ts'

const read = (pages: readonly (readonly Words[])[], options?: PdfOptions) =>
  readArticle(pdfOf(pages, options), { fileName: 'статья.pdf' })
const reason = async (pages: readonly (readonly Words[])[], options?: PdfOptions) =>
  (await refusal(() => read(pages, options)))?.['reason']

const filler =
  'Переговоры о воде в Устье идут с понедельника|и ничем пока не кончились, говорят те, кто|сидит за столом.'

describe('a page', () => {
  it('has paragraphs where lines are indented or set apart, and headings where letters are large', async () => {
    const page = await read([
      [
        ...lines('Чего хочет Таврения', { x: 50, y: 700, size: 20 }),
        ...lines(
          'Делегация покинула зал во вторник вечером, и|переговоры о водах Сельмы прерваны. Министр|назвал это ошибкой.',
          { x: 50, y: 660 },
        ),
        ...lines('Плотина стоит двести крон, и никто не хочет|платить за неё один.', { x: 50, y: 624, indent: 15 }),
        ...lines('Вечером делегация уехала.', { x: 50, y: 585 }),
      ],
    ])
    expect(shownBlocks(page)).toEqual([
      'heading1 Чего хочет Таврения',
      'paragraph Делегация покинула зал во вторник вечером, и переговоры о водах Сельмы прерваны. Министр назвал это ошибкой.',
      'paragraph Плотина стоит двести крон, и никто не хочет платить за неё один.',
      'paragraph Вечером делегация уехала.',
    ])
    expect(page.metadata).toEqual({ title: 'Чего хочет Таврения', language: 'ru' })
  })

  it('joins words that a line end parts, and keeps hyphens that are their own', async () => {
    const page = await read([
      [
        ...lines(
          'Перего-|воры о пра-|вах по-|русски вели в Санкт-|Петербурге кое-|кто и кто-|то из-|за военно-|политических причин в 2030-|2031 годах.',
          { x: 50, y: 700 },
        ),
        ...lines(
          'The state and those who owned it spoke of the state-|owned dam and of extraor-|dinary costs to well-|known men.',
          { x: 50, y: 500, font: 'latin' },
        ),
      ],
    ])
    expect(shownBlocks(page)).toEqual([
      'paragraph Переговоры о правах по-русски вели в Санкт-Петербурге кое-кто и кто-то из-за военно-политических причин в 2030-2031 годах.',
      'paragraph The state and those who owned it spoke of the state-owned dam and of extraordinary costs to well-known men.',
    ])
  })

  it('has columns that are read one after the other, however they are drawn', async () => {
    const left = lines(
      'Левый столбец начинается здесь|и идёт вниз, строка за строкой,|пока не дойдёт до конца, где|слово обрывается посере-',
      { x: 50, y: 640 },
    )
    const right = lines(
      'дине и продолжается справа.|Правый столбец кончает статью|и говорит, что плотина стоит|на прежнем месте.',
      { x: 250, y: 640 },
    )
    const woven = left.flatMap((words, at) => [right[at] ?? words, words])
    const page = await read([
      [
        ...woven,
        ...lines('Заголовок над обоими столбцами статьи', { x: 50, y: 700, size: 18 }),
        ...lines('Подпись под обоими столбцами: так вчера выглядела плотина в Устье, если смотреть от моста', {
          x: 50,
          y: 560,
        }),
      ],
    ])
    expect(shownBlocks(page)).toEqual([
      'heading1 Заголовок над обоими столбцами статьи',
      'paragraph Левый столбец начинается здесь и идёт вниз, строка за строкой, пока не дойдёт до конца, где слово обрывается посередине и продолжается справа. Правый столбец кончает статью и говорит, что плотина стоит на прежнем месте.',
      'paragraph Подпись под обоими столбцами: так вчера выглядела плотина в Устье, если смотреть от моста',
    ])
  })

  it('has tables that are read line by line', async () => {
    const rows = ['Пост|Устье|Сельма|Брод', 'Расход|120|98|77'].flatMap((cells, at) =>
      lines(cells, { x: 50 + 120 * at, y: 700 }),
    )
    expect((await read([[...rows, ...lines(filler, { x: 50, y: 600 })]])).text).toMatch(
      /^Пост Расход\n\nУстье 120\n\nСельма 98\n\nБрод 77\n\n/,
    )
  })

  it('has initials and marks of notes that belong to their words, and notes that come last', async () => {
    const page = await read([
      [
        { text: 'П', x: 50, y: 676, size: 30, font: 'cyrillic' },
        ...lines('ереговоры о воде в Устье идут с|понедельника и ничем не кончились,', { x: 70, y: 700 }),
        ...lines('как и было сказано в докладе', { x: 70, y: 676 }),
        { text: '1', x: 210, y: 680, size: 6, font: 'cyrillic' },
        { text: ' комиссии.', x: 213, y: 676, size: 10, font: 'cyrillic' },
        ...lines('1 Доклад комиссии, глава третья.', { x: 50, y: 90, size: 8 }),
      ],
      lines(filler, { x: 50, y: 700 }),
    ])
    expect(shownBlocks(page)).toEqual([
      'paragraph Переговоры о воде в Устье идут с понедельника и ничем не кончились, как и было сказано в докладе1 комиссии.',
      `paragraph ${filler.replaceAll('|', ' ')}`,
      'paragraph 1 Доклад комиссии, глава третья.',
    ])
    expect(shownMarks(page)).toEqual(['superscript 1'])
  })

  it('may lie on its side', async () => {
    expect((await read([lines(filler, { x: 50, y: 700 })], { rotate: 180 })).text).toBe(filler.replaceAll('|', ' '))
  })
})

describe('pages', () => {
  const page = (number: number, text: string): Words[] => [
    ...lines(`Речной вестник № 12 ${number % 2 === 0 ? 'Политика' : 'Мнения'}`, { x: 50, y: 770, size: 8 }),
    ...lines(text, { x: 50, y: 700 }),
    ...lines(`${number}`, { x: 300, y: 30, size: 8 }),
  ]

  it('are read without running heads and numbers, and a paragraph goes on over their end', async () => {
    const pages = [
      page(7, 'Делегация покинула зал, и министр сказал, что|до конца недели из-за пого-'),
      page(8, 'ды решения не будет.'),
      page(9, 'Третья страница говорит о цене.'),
      page(10, 'На четвёртой странице всё кончается.'),
    ]
    expect(shownBlocks(await read(pages))).toEqual([
      'paragraph Делегация покинула зал, и министр сказал, что до конца недели из-за погоды решения не будет.',
      'paragraph Третья страница говорит о цене.',
      'paragraph На четвёртой странице всё кончается.',
    ])
  })

  it('that a browser printed say where they come from', async () => {
    const printed = (number: number): Words[] => [
      { text: '07.04.2031, 12:30', x: 30, y: 780, size: 8 },
      ...lines('Переговоры прерваны', { x: 200, y: 780, size: 8 }),
      ...lines(filler, { x: 50, y: 700 }),
      { text: 'https://vestnik.example/news/1', x: 30, y: 20, size: 8 },
      { text: `${number}/1`, x: 560, y: 20, size: 8 },
    ]
    const { text, metadata } = await read([printed(1)])
    expect(text).toBe(filler.replaceAll('|', ' '))
    expect(metadata).toEqual({
      url: 'https://vestnik.example/news/1',
      outlet: { name: 'vestnik.example' },
      language: 'ru',
    })
  })

  it('state title and author; the day they were made counts only if the text names it too', async () => {
    const info = { Title: 'Вода и власть', Author: 'Ирина Ланская', CreationDate: "D:20310407093000+03'00'" }
    const dated = lines(`Устье, 7 апреля 2031|${filler}`, { x: 50, y: 700, leading: 2 })
    expect((await read([dated], { info })).metadata).toMatchObject({
      title: 'Вода и власть',
      author: 'Ирина Ланская',
      publishedAt: '2031-04-07',
    })
    const { metadata } = await read([lines(filler, { x: 50, y: 700 })], {
      info: { ...info, Title: 'draft.indd', Author: 'Administrator' },
    })
    expect(metadata).toEqual({ language: 'ru' })
  })
})

describe('what is refused', () => {
  const words = lines(filler, { x: 50, y: 700 })

  it('a scan: pictures of pages and no text', async () => {
    expect(await reason([[], []], { picture: true })).toBe('scanned')
    expect(await reason([words], { picture: true })).toBeUndefined()
    expect(await reason([[]])).toBe('empty')
  })

  it('text in fonts that do not say which letters they show', async () => {
    expect(await reason([words.map((each) => ({ ...each, font: 'mute' as const }))])).toBe('garbled')
  })

  it('what needs a password', async () => {
    const key = 'ab'.repeat(32)
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`
    expect(await reason([words], { trailer })).toBe('encrypted')
  })

  it('more pages than any article has', async () => {
    expect(await reason(Array.from({ length: 501 }, () => []))).toBe('too-many-pages')
  })

  it('what is no PDF but in name', async () => {
    for (const content of [
      '%PDF-1.7',
      'words',
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>',
    ])
      expect(
        (await refusal(() => readArticle(new TextEncoder().encode(content), { fileName: 'a.pdf' })))?.['reason'],
      ).toBe('damaged')
  })
})

it('many pages take time in proportion', async () => {
  const page = lines(Array.from({ length: 55 }, () => 'Строка за строкой говорит о воде в Устье').join('|'), {
    x: 30,
    y: 740,
  })
  const bytes = pdfOf(Array.from({ length: 200 }, () => page))
  const began = performance.now()
  await readArticle(bytes, { fileName: 'a.pdf' })
  expect((performance.now() - began) / 1000).toBeLessThan(15)
})

it('scripts are not run and nothing is fetched', async () => {
  const catalog =
    '/OpenAction << /S /JavaScript /JS (globalThis.hacked = true) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (globalThis.hacked = true) >>] >> >> /AA << /WC << /S /URI /URI (https://a.example/) >> >>'
  const asked: unknown[] = []
  const { fetch } = globalThis
  globalThis.fetch = (...args) => {
    asked.push(args)
    return fetch(...args)
  }
  try {
    expect((await read([lines(filler, { x: 50, y: 700 })], { catalog })).text).toBe(filler.replaceAll('|', ' '))
  } finally {
    globalThis.fetch = fetch
  }
  expect([asked, Reflect.get(globalThis, 'hacked')]).toEqual([[], undefined])
})
