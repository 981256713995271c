/** An analyst's whole way: open articles, tag by keyboard and mouse, undo, close, come back, export. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actant, answerDialogs, expect, keepSettings, root, test } from './app.ts'
import { drag, expectAnnotations, selectByKeys, textOf, type Words } from './text.ts'

const received = join(process.env['ACTANT_SHARED'] ?? join(root, '../shared'), 'articles')
const sample = join(root, 'resources/sample/articles')
/** Real articles where they are there, else those of the sample project. */
const folder = existsSync(received) ? received : sample

type Tag = Words & { key: '1' | '2' | '3'; by: 'mouse' | 'keys' }

/** Nested (1 in 0, 2 in 1), crossing (3 and 4, 8 and 9), two on the same words (5 and 6), over a line's end (0, 7). */
const tags: Tag[] = [
  { first: 3, last: 16, key: '3', by: 'mouse' },
  { first: 4, last: 8, key: '2', by: 'mouse' },
  { first: 5, last: 5, key: '1', by: 'keys' },
  { first: 18, last: 22, key: '2', by: 'mouse' },
  { first: 20, last: 25, key: '2', by: 'keys' },
  { first: 24, last: 24, key: '1', by: 'keys' },
  { first: 24, last: 24, key: '3', by: 'mouse' },
  { first: 28, last: 45, key: '3', by: 'mouse' },
  { first: 30, last: 34, key: '2', by: 'keys' },
  { first: 33, last: 37, key: '2', by: 'mouse' },
]

test('two articles, twenty tags, undo, redo, a restart, and an export others can trust', async ({ launch, home }) => {
  test.setTimeout(180_000)
  keepSettings(home)
  const project = join(home.folder, 'talks.actant')
  await actant(home, 'new', project)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(page).toHaveTitle(/talks/)
  await answerDialogs(app, folder)
  await page.keyboard.press('Control+Shift+o')
  const articles = page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  await expect(articles.nth(1)).toBeVisible()

  for (const article of [0, 1]) {
    await articles.nth(article).click()
    await expect(textOf(page)).toBeVisible()
    for (const [done, tag] of tags.entries()) {
      await (tag.by === 'mouse' ? drag(page, tag) : selectByKeys(page, tag))
      await page.keyboard.press(tag.key)
      await expectAnnotations(page, done + 1)
    }
  }
  await expect(page.getByRole('banner')).toContainText('Saved')

  // While the window is open, others may read; who wants to write is told who holds the project.
  const exported = await actant(home, 'export', project)
  expect(exported.code).toBe(0)
  expect(JSON.parse(exported.stdout).annotations).toHaveLength(20)
  const refused = await actant(home, 'add', project, home.file('new.txt', 'Something new.'))
  expect(refused.code).toBe(4)
  expect(refused.stderr).toMatch(/window on .* \(process \d+\)/)

  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z')
  await expectAnnotations(page, 5)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+z')
  await expectAnnotations(page, 8)
  await app.close()

  const again = await launch({ args: [project] })
  await expectAnnotations(again.page, 8)
  await again.page.keyboard.press('Control+z')
  await expectAnnotations(again.page, 7)
  await again.page.keyboard.press('Control+Shift+z')
  await expectAnnotations(again.page, 8)

  const bundle = join(home.folder, 'talks.bundle.json')
  await answerDialogs(again, bundle)
  await again.page.keyboard.press('Control+e')
  await expect.poll(() => existsSync(bundle)).toBe(true)
  await again.close()
  const verdict = await actant(home, 'validate', bundle, '--json')
  expect(JSON.parse(verdict.stdout).files[0]).toMatchObject({ verdict: 'accept', findings: [] })
  const { articles: texts, annotations } = JSON.parse(readFileSync(bundle, 'utf8'))
  expect(annotations).toHaveLength(18)
  for (const { articleId, target } of annotations) {
    const text = [...texts.find(({ id }: { id: string }) => id === articleId).text]
    for (const { start, end, quote } of target.fragments) expect(text.slice(start, end).join('')).toBe(quote)
  }
  expect((await actant(home, 'check', project)).code).toBe(0)
})
