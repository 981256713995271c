/** REFI-QDA projects out and in again: what the format carries comes back as it was. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { shared } from '../core/shared.ts'
import { anna, boris, newProject, type Opened } from './project.ts'
import { schemaErrors } from './qda-schema.ts'

const text = '🙂 Мария́ сказала: «Мы за & против».\nКиев <возразил>, ТАСС передал.'

const worked = async () => {
  const opened = newProject(undefined, 'Переговоры & "мир"')
  const { workbench, path } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  workbench.updateArticle(articleId, { title: 'Заголовок <1>' })
  const economy = workbench.addCode({
    type: 'claim',
    label: { ru: 'Экономика' },
    color: '#aa00ff',
    definition: 'о деньгах',
  })
  const tax = workbench.addCode({ type: 'claim', label: { ru: 'Налог' }, parent: economy.id })
  workbench.addCode({ type: 'claim', label: { ru: 'Никем не взят' } })
  const tag = (type: 'actor' | 'position' | 'claim', quotes: string[], codes: string[] = [], note?: string) => {
    const fragments = quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
    const made = workbench.addAnnotation({ articleId, type, fragments })
    if (codes.length > 0 || note) workbench.updateAnnotation(made.id, { codes, ...(note && { note }) })
    return made
  }
  tag('actor', ['Мария́'])
  const position = tag('position', ['Мы за'])
  const claim = tag('claim', ['«Мы за & против».\nКиев'], [tax.id, economy.id], 'строка\nи ещё <одна>')
  workbench.addLink({ from: position.id, to: { annotation: claim.id }, type: 'supports' })
  workbench.identify(boris)
  tag('claim', ['<возразил>'])
  return { ...opened, articleId, to: (name: string) => join(dirname(path), name), tag }
}

/** What the format has a place for, by names. */
const carried = ({ workbench }: Pick<Opened, 'workbench'>) => {
  const { codes, annotators } = workbench.registries()
  const code = (id: string | undefined): string | undefined => {
    const found = codes.find((one) => one.id === id)
    return found && [found.type, code(found.parent), found.label.ru, found.color, found.definition].join('|')
  }
  return workbench.articles().map(({ id, title }) => {
    const annotations = workbench.annotations(id)
    const words = (of: string) =>
      annotations.find((one) => one.id === of)?.target.fragments.map(({ start, quote }) => `${start} ${quote}`)
    return {
      title,
      text: workbench.article(id).text,
      annotations: annotations
        .map(({ id, type, codes, note, annotatorId }) => ({
          ...{ words: words(id), type, note, codes: codes.map(code).sort() },
          by: annotators.find((one) => one.id === annotatorId)?.name,
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      links: workbench
        .links(id)
        .map(({ type, from, to }) => [type, words(from), 'annotation' in to && words(to.annotation)]),
    }
  })
}

describe('a REFI-QDA project', () => {
  it('comes back as it went out; a second time nothing is new', async () => {
    const project = await worked()
    const { loss } = await project.workbench.exportFormat(project.to('p.qdpx'), { format: 'qdpx' })
    expect(loss.annotation).toMatchObject({ all: 4, carried: 4 })
    const other = newProject()
    other.workbench.identify(anna)
    const take = () => other.workbench.importAnnotated({ files: [project.to('p.qdpx')], format: 'qdpx' })
    const { files } = await take()
    expect(files[0]).toMatchObject({
      ...{ outcome: 'imported', problems: [], leftOut: [{ reason: 'unread', what: 'Code', count: 1 }] },
      offsets: { reading: { unit: 'codePoint' }, proof: 'quotes', quotes: 5 },
    })
    expect(carried(other)).toEqual(carried(project))
    expect((await take()).added).toEqual({})
    expect((await other.workbench.check()).findings).toEqual([])
  })

  it('holds several articles, with what was said of each; the same bytes every time', async () => {
    const project = await worked()
    const { workbench, to } = project
    const texts = Array.from({ length: 40 }, (_, n) => `Статья ${n}. ${'Мария сказала «да». '.repeat(30)}`)
    const { files } = await workbench.addArticles(texts.map((paste) => ({ paste, mediaType: 'text/plain' })))
    for (const { article: articleId = '' } of files) {
      const [first, ...others] = Array.from({ length: 30 }, (_, n) => {
        const start = workbench.article(articleId).text.indexOf('Мария') + n * 20
        return workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start, end: start + 5 }] })
      })
      workbench.updateAnnotation(first?.id ?? '', { note: `о статье ${articleId}` })
      workbench.addLink({ from: first?.id ?? '', to: { annotation: others[0]?.id ?? '' }, type: 'supports' })
    }
    for (const name of ['p.qdpx', 'again.qdpx']) await workbench.exportFormat(to(name), { format: 'qdpx' })
    expect(readFileSync(to('again.qdpx')).equals(readFileSync(to('p.qdpx')))).toBe(true)
    const other = newProject()
    other.workbench.identify(anna)
    await other.workbench.importAnnotated({ files: [to('p.qdpx')], format: 'qdpx' })
    const byText = (opened: Pick<Opened, 'workbench'>) => carried(opened).sort((a, b) => (a.text < b.text ? -1 : 1))
    expect(byText(other)).toHaveLength(41)
    expect(byText(other)).toEqual(byText(project))
  })

  it('says what it changed: fragments as selections of their own, characters that XML cannot hold, labels in two languages', async () => {
    const { workbench, to, tag } = await worked()
    workbench.addCode({ type: 'actor', label: { ru: 'Лицо', en: 'Person' } })
    tag('claim', ['сказала', 'передал'], [], 'звонок \u0007')
    const { loss } = await workbench.exportFormat(to('p.qdpx'), { format: 'qdpx' })
    expect(loss.annotation.without).toMatchObject({ discontinuous: 1, 'illegal-character': 1 })
    expect(loss.code.without).toMatchObject({ 'one-language': 1 })
    const project = strFromU8(unzipSync(readFileSync(to('p.qdpx')))['project.qde'] ?? new Uint8Array())
    expect(project.match(/<PlainTextSelection /g)).toHaveLength(6)
    expect(project).toContain('звонок \uFFFD')
  })

  it.skipIf(!shared.there)(`keeps to the schema ${shared.note}`, async () => {
    const { workbench, to, tag } = await worked()
    tag('claim', ['сказала', 'передал'])
    const schema = readFileSync(shared.path('corpora/refi-qda/Project.xsd'), 'utf8')
    await workbench.exportFormat(to('p.qdpx'), { format: 'qdpx' })
    const valid = strFromU8(unzipSync(readFileSync(to('p.qdpx')))['project.qde'] ?? new Uint8Array())
    expect(schemaErrors(schema, valid)).toEqual([])
    // The check itself finds what is wrong.
    expect(schemaErrors(schema, valid.replace('<Users>', '<Users><Note guid="x"/>'))).not.toEqual([])
    expect(schemaErrors(schema, valid.replace(/ startPosition="\d+"/, ''))).not.toEqual([])
    expect(schemaErrors(schema, valid.replace(/guid="[^"]+"/, 'guid="1"'))).not.toEqual([])
    const empty = newProject()
    empty.workbench.identify(anna)
    await empty.workbench.exportFormat(to('empty.qdpx'), { format: 'qdpx' })
    const nothing = strFromU8(unzipSync(readFileSync(to('empty.qdpx')))['project.qde'] ?? new Uint8Array())
    expect(schemaErrors(schema, nothing)).toEqual([])
  })

  it('an archive that is damaged, overblown or none is refused; names that lead out of it lead nowhere', async () => {
    const { workbench, to } = await worked()
    await workbench.exportFormat(to('p.qdpx'), { format: 'qdpx' })
    const whole = readFileSync(to('p.qdpx'))
    const files = unzipSync(whole)
    const outside = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`../../${name}`, bytes]))
    const cases: [Uint8Array, string][] = [
      [strToU8('no archive'), 'damaged'],
      [whole.subarray(0, whole.length - 30), 'damaged'],
      [zipSync({ 'a.txt': strToU8('x') }), 'format'],
      [zipSync({ 'project.qde': new Uint8Array(40 * 1024 * 1024) }), 'overblown'],
    ]
    for (const [bytes, reason] of cases) {
      writeFileSync(to('x.qdpx'), bytes)
      const [file] = (await workbench.importAnnotated({ files: [to('x.qdpx')], format: 'qdpx', dryRun: true })).files
      expect([file?.outcome, file?.failure?.params['reason'] ?? file?.problems[0]?.reason]).toEqual(['refused', reason])
    }
    writeFileSync(to('x.qdpx'), zipSync(outside))
    const [file] = (await workbench.importAnnotated({ files: [to('x.qdpx')], format: 'qdpx', dryRun: true })).files
    expect(file).toMatchObject({ outcome: 'imported', problems: [] })
  })
})
