/** What another made is looked into, merged, and decided about, by keys; the decision settles it at the other one too. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type App, actant, answerDialogs, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText } from './quote.ts'
import { twoProjects } from './two-projects.ts'

test.beforeEach(({ home }) => keepSettings(home))

const preview = (page: Page) => page.getByRole('dialog', { name: 'What the merge would bring' })
const report = (page: Page) => page.getByRole('dialog', { name: 'Merging bundles' })
const conflicts = (page: Page) => page.getByRole('dialog', { name: 'Changed in two places' })

const lookInto = async (app: App, path: string) => {
  await answerDialogs(app, path)
  await chooseMenu(app, 'bundle.merge')
}

const bundleOf = async (home: Home, project: string) => {
  const file = home.file('out.json')
  expect((await actant(home, 'export', project, '-o', file)).code).toBe(0)
  return JSON.parse(readFileSync(file, 'utf8'))
}

test('a bundle is looked into, merged and taken back; a broken one is refused with its place', async ({
  home,
  launch,
}) => {
  const { project, bundle } = await twoProjects(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(articleText(page)).toContainText('Песков')

  await lookInto(app, bundle)
  await expect(preview(page)).toContainText('can be merged')
  await expect(preview(page).getByRole('row', { name: /^Actors/ })).toHaveText('Actors1none1nonenone')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '2 conflicts' })).toBeHidden()

  await lookInto(app, bundle)
  await expect(preview(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(report(page).getByRole('button', { name: 'Decide 2 conflicts' })).toBeVisible()
  await expectAccessible(page)
  await report(page).getByRole('button', { name: 'Undo the merge' }).press('Enter')
  await expect(page.getByText('The merge was undone')).toBeVisible()
  await expect(page.getByRole('button', { name: '2 conflicts' })).toBeHidden()

  const broken = JSON.parse(readFileSync(bundle, 'utf8'))
  broken.annotations[0].target.fragments[0].start = -1
  await lookInto(app, home.file('broken.json', JSON.stringify(broken)))
  await expect(preview(page)).toContainText('refused')
  await expect(preview(page)).toContainText('/annotations/0/target/fragments/0/start')
  await expect(preview(page).getByRole('button', { name: 'Merge' })).toHaveCount(0)
})

test('conflicts are decided by keys, and the decisions settle them at the other one', async ({ home, launch }) => {
  const { project, other, bundle } = await twoProjects(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(articleText(page)).toContainText('Песков')
  await page.keyboard.press('Control+Shift+K')
  await expect(conflicts(page)).toContainText('Nothing waits for a decision.')
  await page.keyboard.press('Escape')

  await lookInto(app, bundle)
  await preview(page).getByRole('button', { name: 'Merge' }).press('Enter')
  await report(page).getByRole('button', { name: 'Close' }).last().press('Enter')
  await page.getByRole('button', { name: '2 conflicts' }).click()
  const dialog = conflicts(page)
  await expect(dialog.getByRole('heading', { name: /Conflict 1: Actor .*Дмитрий Песков/ })).toBeVisible()
  await expect(dialog).toContainText('1 of 2 left; decided 0 of 2')
  await expect(dialog.getByRole('row', { name: /^Note/ })).toContainText(
    /about him (here.*about him there|there.*here)/,
  )
  await expectAccessible(page)

  // Both versions of an actor can stand; taken back, they wait again.
  await page.keyboard.press('b')
  await expect(dialog).toContainText('1 of 1 left; decided 1 of 2')
  await page.keyboard.press('Control+z')
  await expect(dialog).toContainText('1 of 2 left; decided 0 of 2')
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('heading', { name: /Conflict 2: Annotation .*Песков/ })).toBeVisible()
  const head = await dialog.getByRole('columnheader').allInnerTexts()
  const second = (await dialog.getByRole('row', { name: /^Note/ }).getByRole('cell').nth(1).innerText()).trim()
  expect(head.join()).toContain('Анна')
  await page.keyboard.press('2')
  await expect(dialog).toContainText('1 of 1 left; decided 1 of 2')
  await page.keyboard.press('1')
  await expect(dialog).toContainText('All is decided.')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await app.close()

  const decided = await bundleOf(home, project)
  expect(decided.conflicts).toEqual([])
  expect(decided.annotations[0].note).toBe(second)
  await actant(home, 'merge', other, home.file('out.json'))
  const there = await bundleOf(home, other)
  expect(there.conflicts).toEqual([])
  expect(there.annotations[0].note).toBe(second)
})

test('two registries meet: who is the same is merged by keys, and who is not is not proposed again', async ({
  home,
  launch,
}) => {
  const { project, bundle } = await twoProjects(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(articleText(page)).toContainText('Песков')
  const dialog = page.getByRole('dialog', { name: 'Are these the same?' })
  await page.keyboard.press('Control+Shift+H')
  await expect(dialog).toContainText('No two actors, issues or codes look like the same.')
  await page.keyboard.press('Escape')

  await lookInto(app, bundle)
  await preview(page).getByRole('button', { name: 'Merge' }).press('Enter')
  await report(page).getByRole('button', { name: 'Look at 1 possible duplicate' }).press('Enter')
  await expect(dialog.getByRole('heading', { name: /Actor: .*Владимир Путин.* and .*Vladimir Putin/ })).toBeVisible()
  await expect(dialog).toContainText('One name in two scripts.')
  await expect(dialog.getByRole('row', { name: /^Named by/ })).toHaveText('Named by0 annotations0 annotations')
  await expectAccessible(page)

  // Kept apart, that taken back, merged, and that taken back too.
  await page.keyboard.press('n')
  await expect(dialog).toContainText('1 pair was marked as different')
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(dialog).toContainText('One name in two scripts.')
  await page.keyboard.press('2')
  await expect(dialog).toContainText('No two actors')
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(dialog).toContainText('One name in two scripts.')
  await page.keyboard.press('1')
  await expect(dialog).toContainText('No two actors')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await app.close()

  const { actors } = await bundleOf(home, project)
  const idOf = (name: string) => actors.find((actor: { name: string }) => actor.name === name)
  expect(idOf('Vladimir Putin').mergedInto).toBe(idOf('Владимир Путин').id)
})
