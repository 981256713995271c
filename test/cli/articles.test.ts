import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { shared } from '../core/shared.ts'
import { actant, inFolder, succeed, write } from './actant.ts'
import { error, parsed } from './json-forms.ts'
import { articleId } from './sample-bundle.ts'

const list = async () => parsed('list', await succeed('list', 'p.actant', '--json'))
const addAs = async (...args: string[]) => {
  const ended = await actant(['add', 'p.actant', ...args, '--json'])
  return { ...ended, report: parsed('add', ended.out) }
}
const exported = async () => JSON.parse(await succeed('export', 'p.actant'))

describe('new', () => {
  it('makes an empty project of this title', async () => {
    const made = parsed('new', await succeed('new', 'p.actant', '--title', 'Переговоры', '--json'))
    expect(made).toMatchObject({ file: 'p.actant', title: 'Переговоры' })
    expect(await list()).toEqual({ project: { id: made.id, title: 'Переговоры' }, articles: [] })
  })

  it('writes no record of its own', async () => {
    await succeed('new', 'p.actant')
    const bundle = await exported()
    const records = ['annotators', 'actors', 'issues', 'articles', 'annotations', 'links', 'tombstones', 'conflicts']
    for (const kind of records) expect(bundle[kind], kind).toEqual([])
    expect(bundle.codebook).toEqual({ attributes: [], codes: [], linkTypes: [] })
    expect(bundle.project.title).toBe('p')
  })

  it('leaves one file behind, and never replaces one (4)', async () => {
    await succeed('new', 'p.actant')
    const before = readFileSync(inFolder('p.actant'))
    const { code, out, err } = await actant(['new', 'p.actant'])
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(err).toBe('actant: p.actant is there already; nothing was changed.\n')
    expect(readFileSync(inFolder('p.actant'))).toEqual(before)
    for (const other of ['p.actant-wal', 'p.actant-shm', 'p.actant-lock'])
      expect(existsSync(inFolder(other))).toBe(false)
  })

  it('takes another name as it is, with a remark', async () => {
    const { code, out, err } = await actant(['new', 'talks'])
    expect({ code, out }).toEqual({ code: 0, out: 'Created talks: “talks”.\n' })
    expect(err).toContain('.actant')
    expect(existsSync(inFolder('talks'))).toBe(true)
  })

  it('needs a folder that is there (4)', async () => {
    expect((await actant(['new', 'nowhere/p.actant'])).code).toBe(4)
    expect(existsSync(inFolder('nowhere'))).toBe(false)
  })
})

describe('add', () => {
  beforeEach(async () => {
    await succeed('new', 'p.actant')
  })

  it('adds files and folders, and says what became of each', async () => {
    write('a.txt', 'Первая статья.\n\nВторой абзац.\n')
    write('more/b.md', '# Talks\n\nThey *met*.\n')
    write('more/deep/c.html', '<title>Meeting</title><h1>Meeting</h1><p>They met.</p>')
    write('more/.hidden.txt', 'not meant')
    const { code, err, report } = await addAs('a.txt', 'more')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(report).toMatchObject({ added: 3, existing: 0, refused: 0 })
    expect(report.files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['a.txt', 'added'],
      ['more/b.md', 'added'],
      ['more/deep/c.html', 'added'],
    ])
    const { articles } = await list()
    expect(articles.map(({ id }) => id)).toEqual(report.files.map((file) => 'article' in file && file.article))
    expect(articles[0]).toMatchObject({ length: 30, annotations: { actor: 0, position: 0, claim: 0 } })
  })

  it('finds what is there, by bytes or by text', async () => {
    const text = 'Та же самая статья.'
    write('a.txt', text)
    write('copy.txt', text)
    write('windows.txt', Buffer.concat([Buffer.from('\ufeff'), Buffer.from(text)]))
    const first = await addAs('a.txt')
    expect(first.report.files).toEqual([{ file: 'a.txt', outcome: 'added', article: articleId(text) }])
    const again = await addAs('a.txt', 'copy.txt', 'windows.txt')
    expect(again.code).toBe(0)
    expect(again.report).toMatchObject({ added: 0, existing: 3, refused: 0 })
    for (const file of again.report.files) expect(file).toMatchObject({ outcome: 'existing', article: articleId(text) })
    expect((await list()).articles).toHaveLength(1)
  })

  it('refuses what is no article by name, and adds the rest (3)', async () => {
    write('a.txt', 'Статья.')
    write('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 0, 0, 1]))
    symlinkSync('nowhere', inFolder('dangling.txt'))
    const { code, err, report } = await addAs('photo.jpg', 'missing.txt', 'dangling.txt', 'a.txt')
    expect({ code, err }).toEqual({ code: 3, err: '' })
    expect(report).toMatchObject({ added: 1, existing: 0, refused: 3 })
    expect(report.files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['photo.jpg', 'refused'],
      ['missing.txt', 'refused'],
      ['dangling.txt', 'refused'],
      ['a.txt', 'added'],
    ])
  })

  it('says so to people, in Russian too', async () => {
    write('a.txt', 'Статья.')
    const { code, out } = await actant(['add', 'p.actant', 'a.txt', 'no.txt', '--lang', 'ru'])
    expect(code).toBe(3)
    expect(out).toContain('добавлена   a.txt\n')
    expect(out).toMatch(/^отвергнута {2}no\.txt: .*[а-я]/m)
    expect(out).toContain('Добавлена 1 статья, уже было: 0, отвергнуто: 1.\n')
  })

  it('recognises an encoding, or is told it', async () => {
    const koi = Buffer.from('f0c5d2c5c7cfd7cfd2d920dac1dbcca920d720d4d5d0c9cb', 'hex')
    const russian = 'Переговоры зашли в тупик, сообщили чиновники в четверг после встречи.'
    write('utf16.txt', Buffer.from(`\ufeff${russian}`, 'utf16le'))
    write('told.txt', koi)
    await addAs('utf16.txt')
    await addAs('told.txt', '--encoding', 'koi8-r')
    const texts = (await exported()).articles.map((article: { text: string }) => article.text)
    expect(texts).toContain(russian)
    expect(texts.join()).toContain('Переговоры')
  })

  it('reads standard input under the name it is given', async () => {
    const { code, out } = await actant(['add', 'p.actant', '-', '--name', 'a.html', '--json'], {
      stdin: '<html><title>Заголовок</title><body><p>Текст <b>статьи</b>.</p></body>',
    })
    expect(code).toBe(0)
    expect(parsed('add', out).files).toMatchObject([{ file: '-', outcome: 'added' }])
    const [article] = (await exported()).articles
    expect(article).toMatchObject({ text: 'Текст статьи.', source: { fileName: 'a.html', mediaType: 'text/html' } })
  })

  it('is signed by whoever works, the same person every time', async () => {
    write('a.txt', 'Раз.')
    write('b.txt', 'Два.')
    write('c.txt', 'Три.')
    await addAs('a.txt', '--as', 'Анна')
    await addAs('b.txt', '--as', 'Борис')
    await addAs('c.txt', '--as', 'Анна')
    const { annotators, articles } = await exported()
    const names = new Map(annotators.map((person: { id: string; name: string }) => [person.id, person.name]))
    const by = Object.fromEntries(
      articles.map((article: { text: string; createdBy: string }) => [article.text, names.get(article.createdBy)]),
    )
    expect(by).toEqual({ 'Раз.': 'Анна', 'Два.': 'Борис', 'Три.': 'Анна' })
    expect(annotators).toHaveLength(2)
    expect((await actant(['add', 'p.actant', 'a.txt', '--as', ' '])).code).toBe(2)
  })

  it('is signed by who works in the window, where nobody is named', async () => {
    const identity = { id: '0199a000-0000-7000-8000-00000000aaaa', name: 'Анна в окне' }
    write('machine/state/settings.json', JSON.stringify({ identity, theme: 'dark' }))
    write('a.txt', 'Раз.')
    await addAs('a.txt')
    expect((await exported()).annotators).toMatchObject([identity])
  })

  it('says that a folder has nothing in it', async () => {
    mkdirSync(inFolder('empty'))
    const { code, report } = await addAs('empty')
    expect(code).toBe(0)
    expect(report).toEqual({ added: 0, existing: 0, refused: 0, files: [] })
  })
})

it('what is too large is refused before it is read, with the limit (3)', async () => {
  await succeed('new', 'p.actant')
  for (const [name, size] of [
    ['a.txt', 65 * 1024 * 1024],
    ['b.json', 512_000_001],
  ] as const) {
    write(name, '')
    truncateSync(inFolder(name), size)
  }
  const { code, report } = await addAs('a.txt')
  expect(code).toBe(3)
  expect(report.files).toMatchObject([{ outcome: 'refused', reason: expect.stringContaining('too large') }])
  const bundle = await actant(['validate', 'b.json', '--json'])
  expect(bundle.code).toBe(3)
  expect(parsed('validate', bundle.out).files[0]?.findings).toMatchObject([
    { code: 'too-large', where: '', message: expect.stringContaining('512,000,000') },
  ])
})

describe('list', () => {
  it('stands in straight columns, shows nothing hostile, shortens what is long', async () => {
    await succeed('new', 'p.actant', '--title', 'Проект')
    write('a.html', '<title>\u001b[31mRed\u202e<img onerror></title><p>One.</p>')
    write('b.html', `<title>${'Долгие переговоры '.repeat(500)}</title><p>Два.</p>`)
    write('c.md', '# 谈判\n\nThree.')
    await succeed('add', 'p.actant', 'a.html', 'b.html', 'c.md')
    const out = await succeed('list', 'p.actant')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that must not come through.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    const [title, , head = '', ...rows] = out.split('\n')
    expect(title).toBe('Проект')
    expect(head).toMatch(/^Title +Date +Length +Actors +Positions +Claims +Id$/)
    expect(rows[1]).toMatch(/^Долгие переговоры .*… /)
    expect(rows[1]?.indexOf('sha256:')).toBe(head.indexOf('Id'))
    // Two of these take the columns of four letters.
    expect(rows[2]?.indexOf('sha256:')).toBe(head.indexOf('Id') - 2)
    expect(out).toContain('3 articles, 0 annotations.')
  })

  it('says what to do with an empty project', async () => {
    await succeed('new', 'p.actant')
    expect(await succeed('list', 'p.actant')).toBe('p\n\nNo articles yet. Add some: actant add PROJECT FILE…\n')
    expect((await actant(['list', 'p.actant'], { env: { LC_ALL: 'ru_RU.UTF-8' } })).out).toContain('Статей пока нет.')
  })
})

describe.skipIf(!shared.there)(`two articles as they were received ${shared.note}`, () => {
  const files = ['moscowtimes-2025-08-22.txt', 'rznonline-sohu.txt'].map((name) => shared.path(`articles/${name}`))

  it('come in whole, with what they state about themselves, once', async () => {
    await succeed('new', 'p.actant')
    const first = await addAs(...files)
    expect(first.report).toMatchObject({ added: 2, existing: 0, refused: 0 })
    const { articles } = await list()
    const bundle = await exported()
    for (const [index, file] of files.entries()) {
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
      expect(articles[index]?.id).toBe(articleId(text))
      expect(articles[index]?.length).toBe([...text].length)
      const article = bundle.articles.find(({ id }: { id: string }) => id === articles[index]?.id)
      expect(article.text).toBe(text)
      expect(article).toMatchObject({ language: 'ru', textRevision: 0, source: { encoding: 'utf-8' } })
    }
    const again = await addAs(...files)
    expect(again.report).toMatchObject({ added: 0, existing: 2, refused: 0 })
    expect(JSON.parse(await succeed('export', 'p.actant'))).toEqual(bundle)
  })
})

it('what goes wrong is told as JSON where that was asked for', async () => {
  const { code, err } = await actant(['add', 'p.actant', 'a.txt', '--json'])
  expect(code).toBe(4)
  expect(error.parse(JSON.parse(err)).error.code).toBe('no-project')
})
