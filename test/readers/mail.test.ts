import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/readers/index.ts'
import { encodeIn } from './encode.ts'
import { readText, refusal, shownBlocks } from './read.ts'

const body =
  'Переговоры о водах Сельмы прерваны: делегация Таврении покинула зал, сообщает агентство «Дельта» со ссылкой на источник.'
const english = 'The talks on the waters of the Selma were broken off on Monday, an official who was in the room said.'

const message = (lines: readonly string[], charset = 'utf-8') => encodeIn(lines.join('\r\n'), charset)
const readMail = (lines: readonly string[], charset?: string) =>
  readArticle(message(lines, charset), { fileName: 'письмо.eml' })
const base64 = (text: string, encoding = 'utf-8') => Buffer.from(encodeIn(text, encoding)).toString('base64')

describe('a mail', () => {
  it('is its text part; its head says who wrote what and when', async () => {
    const read = await readMail([
      'Received: from a.example',
      `From: =?koi8-r?B?${base64('Ирина Ланская', 'koi8-r')}?= <i@vestnik.example>`,
      `Subject: =?utf-8?B?${base64('Fwd: Переговоры ')}?=\r\n =?utf-8?Q?=D0=BF=D1=80=D0=B5=D1=80=D0=B2=D0=B0=D0=BD=D1=8B?=`,
      'Date: Mon, 7 Apr 2031 12:30:00 +0300',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="a b"',
      '',
      'preamble',
      '--a b',
      'Content-Type: multipart/alternative; boundary=c',
      '',
      '--c',
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: base64',
      '',
      base64(`${body}\r\n\r\nКонец.`, 'windows-1251'),
      '--c',
      'Content-Type: text/html',
      '',
      '<p>HTML</p>',
      '--c--',
      '--a b',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename=x.txt',
      '',
      'attached',
      '--a b--',
    ])
    expect(shownBlocks(read)).toEqual([`paragraph ${body}`, 'paragraph Конец.'])
    expect(read.metadata).toEqual({
      title: 'Переговоры прерваны',
      author: 'Ирина Ланская',
      publishedAt: '2031-04-07T09:30:00.000Z',
      language: 'ru',
    })
    expect(read.reader).toBe('eml/1')
  })

  it('is its HTML part where it has no other, soft line ends undone; who sends and is no person is the outlet', async () => {
    const read = await readMail([
      'From: "Delta Courier News" <news@courier.example>',
      'Subject: Talks stall',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<h1>Talks=20stall</h1><p>The =',
      'caf=C3=A9 is shut.</p><img src=3D"https://a.example/pixel.gif">',
    ])
    expect(shownBlocks(read)).toEqual(['heading1 Talks stall', 'paragraph The café is shut.'])
    expect(read.metadata.title).toBe('Talks stall')
  })

  it('with nothing to read in it, or nested without end, is refused', async () => {
    const reason = async (lines: readonly string[]) => (await refusal(() => readMail(lines)))?.['reason']
    expect(await reason(['Subject: x', 'Content-Type: image/png', '', 'words'])).toBe('empty')
    expect(await reason(['no head at all'])).toBe('damaged')
    const nested = Array.from({ length: 30 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}.`,
      '',
      `--b${at}.`,
    ])
    expect(await reason(nested.flat())).toBe('too-complex')
  })
})

describe('a page saved into one file', () => {
  const page = `<title>Переговоры прерваны</title><nav><a href=/>Спорт</a></nav><main><h1>Переговоры прерваны</h1>${`<p>${body} ${body}</p>`.repeat(3)}</main>`
  const saved = message([
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://vestnik.example/1',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----b"',
    '',
    '------b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(page),
    '------b',
    'Content-Type: text/css',
    '',
    'p { color: red }',
    '------b--',
  ])

  it('is read as the page it is', async () => {
    for (const how of [{ fileName: 'a.mht' }, { fileName: 'a.mhtml' }, {}]) {
      const read = await readArticle(saved, how)
      expect(shownBlocks(read)).toEqual([
        'heading1 Переговоры прерваны',
        ...Array.from({ length: 3 }, () => `paragraph ${body} ${body}`),
      ])
      expect(read).toMatchObject({ reader: 'mhtml/1', metadata: { url: 'https://vestnik.example/1', language: 'ru' } })
    }
    expect((await readArticle(saved, { fileName: 'a.mht', wholePage: true })).text).toMatch(/^Спорт/)
  })
})

describe('a text below a head', () => {
  const known = {
    title: 'Переговоры прерваны',
    outlet: { name: 'Речной вестник' },
    publishedAt: '2031-04-07',
    language: 'ru',
  }

  it.each([
    ['Тема: Переговоры прерваны\nИсточник: Речной вестник\nДата: 7 апреля 2031\nРубрика: Политика', known],
    [
      'Заголовок: Переговоры\n прерваны\nИздание: «Речной вестник»\nДата публикации: 07.04.2031\nАвтор: Ирина Ланская',
      { ...known, author: 'Ирина Ланская' },
    ],
    [
      'От: Ирина Ланская <i@vestnik.example>\nКому: редакция\nОтправлено: 7 апреля 2031 г. 12:30\nТема: RE: FW: Переговоры прерваны',
      { title: known.title, author: 'Ирина Ланская', publishedAt: '2031-04-07', language: 'ru' },
    ],
  ])('is the article, and the head its metadata: %s', async (head, metadata) => {
    for (const encoding of ['utf-8', 'windows-1251', 'utf-16le']) {
      const bytes = encodeIn(`${encoding === 'utf-16le' ? '\ufeff' : ''}${head}\r\n\r\n${body}\r\n\r\nКонец.`, encoding)
      const read = await readArticle(bytes, { fileName: 'export.txt' })
      expect(shownBlocks(read)).toEqual([`paragraph ${body}`, 'paragraph Конец.'])
      expect(read.metadata).toEqual(metadata)
      expect(read).toMatchObject({ reader: 'headed-text/1', encoding })
    }
  })

  it('may come from Factiva or Nexis', async () => {
    const factiva = `HD Talks stall\nBY By Jane Roe\nWC 120 words\nPD 7 April 2031\nSN Delta Courier\nLA English\nLP\n${english}\nTD\n${english}\nAN Document DC1`
    const nexis = `Talks stall\n\nDelta Courier\n\nApril 7, 2031 Monday\n\nCopyright 2031 Courier\n\nLength: 120 words\nByline: Jane Roe\n\nBody\n\n${english}\n\n${english}\n\nClassification\n\nLanguage: ENGLISH`
    for (const text of [factiva, nexis]) {
      const read = await readText(text, { fileName: 'export.txt' })
      expect(shownBlocks(read)).toEqual([`paragraph ${english}`, `paragraph ${english}`])
      expect(read.metadata).toEqual({
        title: 'Talks stall',
        author: expect.stringContaining('Jane Roe'),
        outlet: { name: 'Delta Courier' },
        publishedAt: '2031-04-07',
        language: 'en',
      })
    }
  })

  it.each([
    [`Вопрос: Чего вы ждёте?\nОтвет: Ничего.\n\n${body}`],
    [`Тема: вода\n\n${body}`],
    [`Дата: 7 апреля 2031\n${body}\n\n${body}`],
    [body],
  ])('is not claimed for %j', async (text) => {
    expect(await readText(text, { fileName: 'a.txt' })).toMatchObject({ text, reader: 'text/1' })
  })

  it('stays part of what is pasted as plain text', async () => {
    const text = `Тема: Переговоры\nИсточник: Вестник\n\n${body}`
    expect((await readText(text, { mediaType: 'text/plain' })).text).toBe(text)
  })
})
