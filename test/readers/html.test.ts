import { describe, expect, it } from 'vitest'
import { displayBlocks } from '../../src/core/layout.ts'
import { readArticle } from '../../src/readers/index.ts'
import { encodeIn } from './encode.ts'
import { readHtml, readText, refusal, shownBlocks, shownMarks } from './read.ts'

describe('white space of a page', () => {
  it('is collapsed as a browser shows it; no-break spaces and breaks stay', async () => {
    const read = await readHtml('<p>\n  один\tдва &nbsp; три <br>\n четыре<br/>пять<br></p> \n <p> шесть </p>')
    expect(read.text).toBe('один два \u00a0 три\nчетыре\nпять\n\nшесть')
  })
  it('between inline elements belongs to none of them', async () => {
    const read = await readHtml('<p>a <b>b </b><i> c</i>, <b>d</b> <b>e</b></p>')
    expect(read.text).toBe('a b c, d e')
    expect(shownMarks(read)).toEqual(['bold b', 'italic c', 'bold d', 'bold e'])
  })
  it('is kept in preformatted text', async () => {
    const read = await readHtml('<pre>\n  if a:\n    b\n\n</pre><p>c</p>')
    expect(read.text).toBe('  if a:\n    b\n\nc')
  })
  it('keeps cells of a table apart, and rows', async () => {
    const read = await readHtml('<table><tr><th>Пост<th>Расход</tr><tr><td>1</td><td></td><td> 20 </td></tr></table>')
    expect(shownBlocks(read)).toEqual(['paragraph Пост\tРасход', 'paragraph 1\t20'])
  })
  it('makes paragraphs of double breaks and of text outside all blocks', async () => {
    const read = await readHtml('one<br><br>two<div>three<p>four</p>five</div>six<hr>seven')
    expect(shownBlocks(read)).toEqual(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((word) => `paragraph ${word}`),
    )
    expect(read.text).toBe('one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven')
  })
})

describe('blocks of a page', () => {
  it('are headings, quotes, list items and paragraphs', async () => {
    const read = await readHtml(
      '<h2>Заголовок</h2><blockquote><p>Раз</p><p>Два</p></blockquote>' +
        '<ol><li>Первый<ul><li><p>Внутри</p><p>Ещё</p></li></ul>и дальше</li><li>Второй</li></ol>',
    )
    expect(shownBlocks(read)).toEqual([
      'heading2 Заголовок',
      'quote Раз',
      'quote Два',
      'listItem1.1 Первый',
      'listItem-2 Внутри',
      'paragraph Ещё',
      'paragraph и дальше',
      'listItem1.1 Второй',
    ])
  })
  it('keep the quotation of a heading or an item in it', async () => {
    const read = await readHtml('<blockquote><h3>H</h3><ul><li>x</ul></blockquote>')
    expect(shownBlocks(read)).toEqual(['heading3 H', 'quote H', 'listItem-1 x', 'quote x'])
    expect(displayBlocks(read.text, read.blocks)).toEqual([
      { type: 'heading', start: 0, end: 1, level: 3, quote: true },
      { type: 'listItem', start: 3, end: 4, ordered: false, depth: 1, quote: true },
    ])
  })
})

describe('marks of a page', () => {
  it('are formats however they are written, nested and crossing', async () => {
    const read = await readHtml(
      '<p><strong>a<em>b</strong>c</em> <u>d</u> <del>e</del> x<sup>2</sup> H<sub>2</sub>O <code>f</code> ' +
        '<span style="font-weight:700; font-style: italic">g</span></p>',
    )
    expect(shownMarks(read)).toEqual([
      'bold ab',
      'italic bc',
      'underline d',
      'strikethrough e',
      'superscript 2',
      'subscript 2',
      'code f',
      'bold g',
      'italic g',
    ])
  })
  it('do not reach from block to block', async () => {
    expect(shownMarks(await readHtml('<b><p>one</p><p>two</p></b>'))).toEqual(['bold one', 'bold two'])
  })
  it('are links with harmless addresses only', async () => {
    const bad = [
      'javascript:alert(1)',
      'JaVa\tScript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      'ftp://a.example/',
      ' ',
      'no base',
    ]
    const read = await readHtml(
      `<p>${bad.map((href) => `<a href="${href}">x</a>`).join(' ')} <a href="HTTPS://a.example/ж?q=1">y</a> <a href=mailto:a@b.example>z</a></p>`,
    )
    expect(shownMarks(read)).toEqual(['link y → https://a.example/%D0%B6?q=1', 'link z → mailto:a@b.example'])
  })
  it('resolve relative links where the page says where it is', async () => {
    const link = '<a href="../b">x</a>'
    expect(shownMarks(await readHtml(link))).toEqual([])
    expect(shownMarks(await readHtml(`<base href="https://a.example/c/d/">${link}`))).toEqual([
      'link x → https://a.example/c/b',
    ])
    expect(shownMarks(await readHtml(`<link rel=canonical href="https://a.example/c/d/e">${link}`))).toEqual([
      'link x → https://a.example/c/b',
    ])
    expect(shownMarks(await readHtml(`<base href="javascript:x">${link}`))).toEqual([])
  })
})

it('leaves out what does not show', async () => {
  const read = await readHtml(
    '<title>t</title><style>s</style><p>shown<script>s</script><noscript>n</noscript><template>t</template><svg><text>v</text></svg>' +
      '<iframe>f</iframe><object>o</object><textarea>a</textarea><select><option>o</select><button>b</button><!-- c --></p>' +
      '<p hidden>h</p><p style="color:red;display : none">d</p><div style="visibility:hidden">v</div><dialog>d</dialog><p>&nbsp;</p>',
  )
  expect(read.text).toBe('shown')
})

it('puts the quotation marks around <q> that the language of the page has', async () => {
  expect((await readHtml('<html lang=ru><p><q>Да</q>, — сказал он.')).text).toBe('«Да», — сказал он.')
  expect((await readHtml('<html lang=en><p><q>Yes</q>, he said.')).text).toBe('“Yes”, he said.')
})

describe('metadata of a page', () => {
  it('comes from its head', async () => {
    const { metadata } = await readHtml(`<html lang="ru"><head>
      <title>Переговоры прерваны | Речной вестник</title>
      <meta property="og:site_name" content=" Речной  вестник ">
      <meta property="article:published_time" content="2031-04-07T01:15:00+03:00">
      <meta name="author" content="Ирина Ланская"><link rel="canonical" href="https://vestnik.example/1">
      <link rel="license" href="https://licences.example/by/4.0"></head>
      <body><p>5 мая 2031</p><h1>Переговоры прерваны</h1><p>Делегация покинула зал, и переговоры о воде прерваны.`)
    expect(metadata).toEqual({
      title: 'Переговоры прерваны',
      outlet: { name: 'Речной вестник' },
      author: 'Ирина Ланская',
      publishedAt: '2031-04-06T22:15:00.000Z',
      url: 'https://vestnik.example/1',
      language: 'ru',
      licence: 'https://licences.example/by/4.0',
    })
  })
  it('comes from the markup where the head is silent', async () => {
    const { metadata } = await readHtml(
      '<!-- saved from url=(0027)https://courier.example/a/1 --><html><h1>Talks <i>stall</i></h1>' +
        '<p itemprop="author">Jane Roe</p><time datetime="2031-04-07">today</time><p>The talks on the river have stalled.</p>',
    )
    expect(metadata).toEqual({
      title: 'Talks stall',
      author: 'Jane Roe',
      publishedAt: '2031-04-07',
      url: 'https://courier.example/a/1',
      outlet: { name: 'courier.example' },
      language: 'en',
    })
  })
  it('comes from its linked data where the head is silent or names an address', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebPage', datePublished: '2030-01-01' },
        {
          '@type': ['NewsArticle'],
          author: [{ name: 'Ирина Ланская' }, { name: 'https://vestnik.example/a' }],
          datePublished: '2031-04-07T01:15:00+03:00',
          publisher: { '@type': 'Organization', name: 'Речной вестник' },
        },
      ],
    }
    const page = (script: string) =>
      `<html lang=ru><meta property="article:author" content="https://social.example/lanskaya">
      <script type="application/ld+json">{ broken</script><script type="application/ld+json">${script}</script>
      <p>Делегация покинула зал, и переговоры о воде прерваны.`
    expect((await readHtml(page(JSON.stringify(data)))).metadata).toEqual({
      author: 'Ирина Ланская',
      outlet: { name: 'Речной вестник' },
      publishedAt: '2031-04-06T22:15:00.000Z',
      language: 'ru',
    })
    expect((await readHtml(page('[[{"@type": 7}, null]]'))).metadata).toEqual({ language: 'ru' })
    const authors = [{ name: 'Jane Roe' }, { name: 7 }, { '@id': '#desk' }, null, 'John Doe']
    const several = page(JSON.stringify({ '@type': 'Article', author: authors }))
    expect((await readHtml(several)).metadata.author).toBe('Jane Roe, John Doe')
    expect((await readHtml('<meta name=author content="By Jane Roe"><p>words')).metadata.author).toBe('Jane Roe')
  })
  it('does not believe a template that calls Russian English, nor choose between dates', async () => {
    const { metadata } = await readHtml(
      '<html lang="en"><time datetime="2031-04-07"></time><time datetime="2031-04-08"></time><p>Переговоры о воде снова прерваны, сообщил министр.',
    )
    expect(metadata).toEqual({ language: 'ru' })
  })
})

it('takes the declared encoding as a hint and the letters as proof', async () => {
  const page = '<meta charset="koi8-r"><p>Делегация покинула зал, и переговоры прерваны.</p>'
  expect(await readArticle(encodeIn(page, 'windows-1251'), { fileName: 'a.htm' })).toMatchObject({
    encoding: 'windows-1251',
    text: 'Делегация покинула зал, и переговоры прерваны.',
  })
})

describe('bytes that are none of the encoding', () => {
  const damaged = (before: string, after: string) =>
    Uint8Array.from([...new TextEncoder().encode(before), 0xd0, ...new TextEncoder().encode(after)])
  it('do no harm in what is not read of a page', async () => {
    const page = damaged(
      '<html lang=ru><meta name=author content="Ир',
      '"><script>//</script><p>Делегация покинула зал, и переговоры прерваны.',
    )
    const read = await readArticle(page, { fileName: 'a.html' })
    expect(read).toMatchObject({ encoding: 'utf-8', text: 'Делегация покинула зал, и переговоры прерваны.' })
    expect(read.metadata).toEqual({ language: 'ru' })
    expect(await readArticle(page, { fileName: 'a.html', encoding: 'utf-8' })).toMatchObject({ text: read.text })
  })
  it('refuse a page whose article has them', async () => {
    const page = damaged('<p>Делегация покинула зал', ', и переговоры прерваны.')
    expect(await refusal(() => readArticle(page, { fileName: 'a.html' }))).toMatchObject({ reason: 'wrong-encoding' })
  })
})

describe('the article of a page', () => {
  const sentence =
    'Переговоры о водах реки Сельмы прерваны: делегация Таврении покинула зал, сообщает агентство «Дельта». '
  const page = (
    article: string,
  ) => `<!DOCTYPE html><html lang=ru><title>Переговоры прерваны | Речной вестник</title><body>
    <header><a href=/>Речной вестник</a><nav><ul><li><a href=/p>Политика</a><li><a href=/s>Спорт</a></ul></nav></header>
    <main><h1>Переговоры прерваны</h1><div class=meta>7 апреля 2031, 12:30</div><div class=article-body>${article}</div></main>
    <aside class=sidebar><h3>Популярное</h3><ul><li><a href=/3>Рецепт блинов</a></ul></aside>
    <div id=comments><h3>Комментарии</h3><p>${sentence}</p></div><footer>© Речной вестник. Все права защищены.</footer>`
  const article = `<p>${sentence.repeat(2)}</p><div class=share><a href=#>Поделиться</a></div><p>${sentence}<b>Ланской</b> ждёт.</p>
    <div class=related><ul><li><a href=/1>Плотина закрыта</a></ul></div><ul><li>Первое требование.</ul><p>${sentence.repeat(2)}</p>`

  it('is read without menus, notices, comments and what stands at its side; its headline and date stay', async () => {
    const read = await readHtml(page(article))
    expect(shownBlocks(read)).toEqual([
      'heading1 Переговоры прерваны',
      `paragraph ${sentence.repeat(2).trim()}`,
      `paragraph ${sentence}Ланской ждёт.`,
      'listItem-1 Первое требование.',
      `paragraph ${sentence.repeat(2).trim()}`,
    ])
    expect(shownMarks(read)).toEqual(['bold Ланской'])
    expect(read).toMatchObject({
      reader: 'html/2',
      metadata: { title: 'Переговоры прерваны', publishedAt: '2031-04-07', language: 'ru' },
    })
  })

  it('has the text that stands in no paragraph of its own, parted by line breaks or not', async () => {
    const loose = await readHtml(
      page(`${sentence.repeat(2)}<br><br>${sentence}<b>Ланской</b> ждёт.<br><br>${sentence.repeat(2)}`),
    )
    expect(shownBlocks(loose)).toEqual([
      'heading1 Переговоры прерваны',
      `paragraph ${sentence.repeat(2).trim()}`,
      `paragraph ${sentence}Ланской ждёт.`,
      `paragraph ${sentence.repeat(2).trim()}`,
    ])
    const divs = [1, 2, 3].map((at) => `<div>${at}. ${sentence.repeat(2)}</div>`)
    const read = await readHtml(page(`${divs.join('')}<div>Конец.</div>`))
    expect(read.text.split('\n\n').slice(1)).toEqual([
      ...[1, 2, 3].map((at) => `${at}. ${sentence.repeat(2).trim()}`),
      'Конец.',
    ])
    expect(read.text).not.toContain('Рецепт блинов')
  })

  it('is not looked for elsewhere where the same words stand beside it', async () => {
    const teaser = `<div>${sentence.repeat(2)}</div>`
    const read = await readHtml(page(`<h2>${sentence}</h2>${teaser}<div>${'Вторая страница. '.repeat(30)}</div>`))
    expect(read.text.split(sentence.trim()).length - 1).toBe(3)
  })

  it('is all of the page where that is asked for, as the reader before did, which can be asked for again', async () => {
    const whole = await readText(page(article), { mediaType: 'text/html', wholePage: true })
    expect(whole.text).toContain('Рецепт блинов')
    expect(whole.reader).toBe('html/1')
    expect(await readText(page(article), { mediaType: 'text/html', reader: 'html/1' })).toEqual(whole)
    expect((await readText('words', { fileName: 'a.html', reader: 'html/0' })).reader).toBe('html/2')
  })

  it('is all of the page where there is no running text to be found', async () => {
    expect((await readHtml(page('<p>Скоро здесь будет статья.</p>'))).text).toContain('Рецепт блинов')
  })
})
