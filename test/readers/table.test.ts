import { describe, expect, it } from 'vitest'
import { proposeColumns } from '../../src/core/table/propose.ts'
import { tableExtensions as offered } from '../../src/main/article-extensions.ts'
import {
  type Row,
  readRows,
  recogniseTable,
  rowArticle,
  type TableKind,
  tableExtensions,
  tableKindOf,
} from '../../src/readers/table/index.ts'
import { encodeIn } from './encode.ts'

const pieces = async function* (bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = async (bytes: Uint8Array, kind: TableKind, size = 7) => {
  const form = recogniseTable(bytes, kind)
  const { rows, names } = readRows(pieces(bytes, size), form)
  const all: Row[] = []
  for await (const some of rows) all.push(...some)
  return { form, names: names(), rows: all }
}
const readText = (text: string, kind: TableKind, size?: number) => read(new TextEncoder().encode(text), kind, size)

/** Rows as `row: cells` or `row! reason`. */
const shown = (rows: readonly Row[]) =>
  rows.map((row) =>
    'cells' in row ? `${row.row}: ${[...row.cells.values()].join('|')}` : `${row.row}! ${row.problem.reason}`,
  )

describe('a table between delimiters', () => {
  it.each([
    [',', 'title,text\nA,"one, two"\n'],
    [';', 'title;text\r\nA;"one, two"\r\n'],
    ['\t', 'title\ttext\nA\tone, two\n'],
    ['|', '\ufefftitle|text\nA|one, two'],
  ])('is recognised by %j, in pieces of any size', async (delimiter, text) => {
    for (const size of [1, 3, 1000]) {
      const { form, names, rows } = await readText(text, 'csv', size)
      expect([form.delimiter, names, shown(rows)]).toEqual([delimiter, ['title', 'text'], ['2: A|one, two']])
    }
  })

  it('has line breaks, doubled quotes and delimiters within quoted cells', async () => {
    const { rows } = await readText('id,text\n1,"one\n\n""two"", three"\n2,last\n', 'csv')
    expect(rows.map((row) => 'cells' in row && row.cells.get('text'))).toEqual(['one\n\n"two", three', 'last'])
  })

  it('lists damaged rows by their number and takes all others, whatever a stray quote began', async () => {
    const { rows } = await readText(
      [
        'id,text,date',
        '1,"two\nlines",2020',
        '2,too few',
        '3,a,b,c,d',
        '4,"never closed,2020',
        '5,"two\nlines",2020',
        '6,a 5" screen,2020',
        '7,idle,2020,,',
        '',
        '8,last,2020',
      ].join('\n'),
      'csv',
    )
    expect(shown(rows)).toEqual([
      '2: 1|two\nlines|2020',
      '3! row-cells',
      '4! row-cells',
      '5! row-quotes',
      '6: 5|two\nlines|2020',
      '7: 6|a 5" screen|2020',
      '8: 7|idle|2020',
      '10: 8|last|2020',
    ])
  })

  it('without names has numbers for them; names that stand twice are told apart', async () => {
    expect((await readText('1,https://a.example/1,Some words\n2,https://a.example/2,Others\n', 'csv')).names).toEqual([
      '1',
      '2',
      '3',
    ])
    expect((await readText('text,text,\na,b,c\n', 'csv')).names).toEqual(['text', 'text (2)', '3'])
  })

  it.each(['windows-1251', 'utf-16le', 'koi8-r'])('is read in %s', async (encoding) => {
    const text = `заголовок;текст\nДень;${'Министр отрицал, что переговоры прерваны. '.repeat(5)}\n`
    const { form, names, rows } = await read(encodeIn(text, encoding), 'csv')
    expect([form.encoding, names, rows.length]).toEqual([encoding, ['заголовок', 'текст'], 1])
  })

  it('in which bytes are none of the encoding has damaged rows, never wrong letters', async () => {
    const bytes = Buffer.concat([Buffer.from('id,text\n1,good\n2,ba'), Buffer.from([0xff]), Buffer.from('d\n3,good\n')])
    const { rows, names } = readRows(pieces(bytes, 1000), { kind: 'csv', encoding: 'utf-8', encodings: [] })
    const all: Row[] = []
    for await (const some of rows) all.push(...some)
    expect([names(), shown(all)]).toEqual([
      ['id', 'text'],
      ['2: 1|good', '3! row-encoding', '4: 3|good'],
    ])
  })

  it('takes no quadratic time, however it is damaged', { timeout: 30_000 }, async () => {
    const began = performance.now()
    for (const line of ['a"b,c\n', '"\n', ',"x\n', `"${'x'.repeat(500)}\n,"\n`])
      await readText(`id,text\n${line.repeat(Math.floor(300_000 / line.length))}`, 'csv', 16_384)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

describe('JSON', () => {
  it('has a row a line; damaged lines are listed', async () => {
    const { names, rows } = await readText(
      '{"id":1,"a":{"body":"one"},"by":["A","B"]}\n\n{"id":2,\n[1]\n{"id":3,"a":{"body":"two\\nthree"},"none":null}',
      'json-lines',
    )
    expect(names).toEqual(['id', 'a.body', 'by', 'none'])
    expect(shown(rows)).toEqual(['1: 1|one|A, B', '3! row-json', '4! row-object', '5: 3|two\nthree|'])
  })

  it('has a row an element, of the file or of a member, in pieces of any size', async () => {
    const array = '[{"t":"a ] \\" , {"}, {"t":"b"},{"t":bad}, 3 ,{"t":{"u":["x"]}}]'
    for (const text of [array, `{"meta":{"tags":["x"]},"articles":${array},"more":[{"t":"no"}]}`]) {
      for (const size of [1, 2, 5, 1000])
        expect(shown((await readText(text, 'json', size)).rows)).toEqual([
          '1: a ] " , {',
          '2: b',
          '3! row-json',
          '4! row-object',
          '5: x',
        ])
    }
    expect((await readText('{"no":"array"}', 'json')).rows).toEqual([])
    expect(shown((await readText('[{"t":"a"},{"t":"cut o', 'json')).rows)).toEqual(['1: a', '2! row-json'])
  })
})

describe('what a column is', () => {
  const propose = (table: Record<string, string>[]) =>
    proposeColumns(
      Object.keys(table[0] ?? {}),
      table.map((row) => new Map(Object.entries(row))),
    )
  const long = 'Министр отрицал, что переговоры о воде прерваны, и назвал дату новой встречи. '.repeat(3)

  it('is seen by names in English and Russian, and by what stands there', () => {
    expect(
      propose([
        {
          ID: '7',
          Заголовок: 'Переговоры',
          'Дата публикации': '12.03.2024',
          Источник: 'Вестник',
          Текст: long,
          Ссылка: 'https://a.example',
        },
      ]),
    ).toEqual({
      id: 'ID',
      title: 'Заголовок',
      date: 'Дата публикации',
      outlet: 'Источник',
      text: 'Текст',
      url: 'Ссылка',
    })
    expect(
      propose([
        { 'article.headline': 'Talks', 'article.body': long, source: 'Courier', lang: 'en', publishedAt: '2024-03-12' },
      ]),
    ).toEqual({
      title: 'article.headline',
      text: 'article.body',
      outlet: 'source',
      language: 'lang',
      date: 'publishedAt',
    })
  })

  it('does not believe a name: the longest column is the text, a date has a year', () => {
    expect(propose([{ text: 'yes', comment: long, date: 'soon', language: 'Russian language', url: 'none' }])).toEqual({
      text: 'comment',
    })
    expect(propose([{ a: '1', b: 'two' }])).toEqual({})
  })
})

it('a row says of its article what its chosen cells say', () => {
  const cells = new Map(
    Object.entries({
      t: '<p>One</p><p>Two</p>',
      h: ' A\n title ',
      d: '20240312',
      s: 'https://www.courier.example/',
      l: 'ru_RU',
      u: 'nowhere',
      i: 'A/7',
      e: ' ',
    }),
  )
  const columns = { text: 't', title: 'h', date: 'd', outlet: 's', language: 'l', url: 'u', id: 'i', author: 'e' }
  expect(rowArticle(cells, columns)).toEqual({
    text: '<p>One</p><p>Two</p>',
    mediaType: 'text/html',
    metadata: { title: 'A title', publishedAt: '2024-03-12', outlet: { name: 'courier.example' }, language: 'ru-RU' },
    rowId: 'A/7',
    original: expect.stringContaining('"date":"20240312"'),
  })
  expect(rowArticle(new Map([['t', 'a < b and <p is no tag']]), { text: 't' })?.mediaType).toBe('text/plain')
  expect(rowArticle(cells, { text: 'e' })).toBeUndefined()
  for (const [date, expected] of [
    ['1710201600', '2024-03-12T00:00:00.000Z'],
    ['12 марта 2024 г.', '2024-03-12'],
    ['2024-03-12T10:00:00+03:00', '2024-03-12T07:00:00.000Z'],
    ['03/04/2024', undefined],
  ])
    expect(
      rowArticle(
        new Map([
          ['t', 'x'],
          ['d', date ?? ''],
        ]),
        { text: 't', date: 'd' },
      )?.metadata.publishedAt,
    ).toBe(expected)
})

it('a table is known by its extension', () => {
  expect(tableExtensions).toEqual(offered)
  expect(['a.CSV', 'b.tsv', 'c.jsonl', 'd.ndjson', 'e.json', 'f.txt'].map(tableKindOf)).toEqual([
    'csv',
    'csv',
    'json-lines',
    'json-lines',
    'json',
    undefined,
  ])
})
