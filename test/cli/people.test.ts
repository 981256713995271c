import { describe, expect, it } from 'vitest'
import { actant, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { articleId, bundleOf } from './sample-bundle.ts'

const text = 'Путин и Трамп говорили.'
const putin = { start: 0, end: 5, quote: 'Путин' }

/** An article that Анна has annotated in a bundle, and one that nobody has. */
const project = async () => {
  await succeed('new', 'p.actant')
  await actant(['merge', 'p.actant', '-'], { stdin: bundleOf(text, [putin]) })
  write('other.txt', 'Зерно кончилось.')
  await succeed('add', 'p.actant', 'other.txt', '--as', 'Борис')
}

const other = articleId('Зерно кончилось.')

describe('export of a part', () => {
  it('takes one person’s work, by name, and says so in the bundle', async () => {
    await project()
    const bundle = JSON.parse(await succeed('export', 'p.actant', '--annotator', 'Анна', '--lang', 'ru'))
    expect(bundle.project.part).toEqual({ reason: 'работа: Анна' })
    expect(bundle.articles.map(({ id }: { id: string }) => id)).toEqual([articleId(text)])
    expect(bundle.annotations).toHaveLength(1)
    const his = JSON.parse(await succeed('export', 'p.actant', '--annotator', 'Борис'))
    expect([his.articles, his.annotations]).toEqual([[], []])
  })

  it('takes articles by the beginning of their ids, and nothing of the others', async () => {
    await project()
    const report = parsed(
      'export',
      await succeed('export', 'p.actant', '--article', other.slice(7, 19), '-o', 'part.json', '--json'),
    )
    expect(report).toMatchObject({ articles: 1, annotations: 0 })
    await succeed('new', 'q.actant')
    await succeed('merge', 'q.actant', 'part.json')
    expect(parsed('list', await succeed('list', 'q.actant', '--json')).articles.map(({ id }) => id)).toEqual([other])
  })

  it('of somebody or something that is not there is wrong use (2)', async () => {
    await project()
    for (const option of [
      ['--annotator', 'Вера'],
      ['--article', 'sha256:00'],
    ]) {
      const { code, out } = await actant(['export', 'p.actant', ...option])
      expect({ code, out }).toEqual({ code: 2, out: '' })
    }
  })
})

describe('assign', () => {
  it('gives articles to somebody new, who then stands in the bundle, and takes them back', async () => {
    await project()
    const { people, articles } = parsed(
      'assign',
      await succeed('assign', 'p.actant', '--to', 'Вера', '--article', other, '--json'),
    )
    expect(people.map(({ name }) => name)).toEqual(['Вера'])
    expect(articles).toEqual([other])
    const progress = async () => JSON.parse(await succeed('export', 'p.actant')).progress
    expect(await progress()).toMatchObject([{ articleId: other, annotatorId: people[0]?.id, state: 'todo' }])
    expect(await succeed('assign', 'p.actant', '--to', 'Вера', '--take-back')).toContain('taken back')
    expect(await progress()).toEqual([])
  })

  it('asks to whom (2)', async () => {
    await project()
    expect((await actant(['assign', 'p.actant'])).err).toContain('missing: --to')
  })
})
