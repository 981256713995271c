import { expect, test } from 'vitest'
import { merge, noteOf, stateOf, type Team, teams, text } from './teams.ts'

test('two corrections of one text: both are kept, and everybody’s annotations stand on the one that is shown', async () => {
  const { a, b, articleId, id } = await teams()
  a.workbench.correctText(articleId, text.replace('не торопится', 'никуда не торопится').replace('😀 ', ''))
  b.workbench.correctText(articleId, `Срочно. ${text}`)
  const own = b.workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: 0, end: 6 }] })
  await merge(a, b)
  await merge(b, a)
  await merge(a, b)
  expect(await stateOf(a)).toEqual(await stateOf(b))
  expect(a.workbench.conflicts()).toMatchObject([{ id: articleId, kind: 'article' }])
  const place = (team: Team) => {
    const shown = team.workbench.article(articleId).text
    const found = team.workbench.annotations(articleId).find((each) => each.id === id)
    const [fragment] = found?.target.fragments ?? []
    return shown.slice(fragment?.start, fragment?.end)
  }
  expect([place(a), place(b)]).toEqual(['Кремль', 'Кремль'])
  const versions = () => a.workbench.conflicts()[0]?.versions ?? []
  const textOf = (version: object | undefined): string => Object(version).side.record.text
  for (const wanted of versions().map(textOf)) {
    a.workbench.decideConflict(articleId, versions().find((version) => textOf(version) === wanted)?.id ?? 'both')
    expect(a.workbench.article(articleId).text).toBe(wanted)
    expect(place(a)).toBe('Кремль')
    expect(await a.workbench.check()).toEqual({ ok: true, findings: [] })
    const mine = a.workbench.annotations(articleId).find((each) => each.id === own.id)
    expect(mine?.anchor === 'orphan').toBe(!wanted.startsWith('Срочно'))
    a.workbench.undo()
    expect(a.workbench.conflicts()).toHaveLength(1)
  }
  await merge(b, a)
  await merge(a, b)
  expect(await stateOf(a)).toEqual(await stateOf(b))
})

test('removing an article in conflict removes all that hangs on it, but nothing that was written elsewhere since', async () => {
  const { a, b, articleId, id } = await teams()
  a.workbench.updateArticle(articleId, { title: 'у Анны' })
  a.workbench.updateAnnotation(id, { note: 'у Анны' })
  b.workbench.updateArticle(articleId, { title: 'дома' })
  b.workbench.updateAnnotation(id, { note: 'дома' })
  await merge(a, b)
  expect(a.workbench.conflicts().map(({ kind }) => kind)).toEqual(['annotation', 'article'])
  b.workbench.updateAnnotation(id, { note: 'дома, позже' })
  a.workbench.decideConflict(articleId, 'neither')
  expect(a.workbench.articles()).toEqual([])
  expect(a.workbench.annotations(articleId)).toEqual([])
  expect(a.workbench.conflicts()).toEqual([])
  a.workbench.undo()
  expect(a.workbench.conflicts().map(({ versions }) => versions.length)).toEqual([2, 2])
  a.workbench.redo()
  await merge(b, a)
  await merge(a, b)
  // What nobody who removed it had seen stands beside the deletion.
  expect(noteOf(a, articleId, id)).toBe('дома, позже')
  expect(a.workbench.conflicts().map(({ versions }) => versions.map(({ deleted }) => deleted))).toEqual([[false, true]])
  expect(await stateOf(b)).toEqual(await stateOf(a))
})
