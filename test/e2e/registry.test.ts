/** The registries of actors and issues and the progress of articles, by keys. */
import type { Page } from '@playwright/test'
import { actant, expect, type Home, keepSettings, test } from './app.ts'
import { articleText } from './quote.ts'

const talks = `<html lang="ru"><head><title>Переговоры</title></head><body><article><h1>Переговоры</h1>
<p>Сергей Лавров отверг план. Пётр Орлов поддержал перемирие.</p></article></body></html>`
const visit = `<html lang="ru"><head><title>Визит</title></head><body><article><h1>Визит</h1>
<p>Визит Орлова отложен.</p></article></body></html>`

test.beforeEach(({ home }) => keepSettings(home, { layout: undefined }))

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('talks.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('talks.html', talks))
  await actant(home, 'add', project, home.file('visit.html', visit))
  return project
}

const bundleOf = async (home: Home, project: string) => {
  const { stdout, code } = await actant(home, 'export', project)
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

const articles = (page: Page) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
const actors = (page: Page) => page.getByRole('listbox', { name: 'Actors' }).getByRole('option')

const addActor = async (page: Page, name: string, type: string) => {
  await page.keyboard.press('Control+Shift+N')
  const dialog = page.getByRole('dialog', { name: 'New actor' })
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type(name)
  await dialog.getByLabel('Type').selectOption({ label: type })
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(actors(page).filter({ hasText: new RegExp(`^${name}`) })).toBeVisible()
}

test('an article is marked as to do, in work or done, and listed by that', async ({ home, launch }) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await expect(articles(page)).toHaveCount(2)
  await articles(page).filter({ hasText: 'Визит' }).click()
  await expect(articleText(page)).toContainText('отложен')

  await page.keyboard.press('Control+Shift+D')
  await expect(articles(page).filter({ hasText: 'In work' })).toHaveText(/Визит/)
  await page.keyboard.press('Control+Shift+D')
  await expect(articles(page).filter({ hasText: 'Done' })).toHaveText(/Визит/)
  await expect(page.locator('.status-said')).toHaveText('Progress: done')

  const filter = page.getByRole('group', { name: 'Which articles are listed' })
  await filter.getByTitle('List articles that are done').click()
  await expect(articles(page)).toHaveText([/Переговоры/])
  await filter.getByTitle('List articles that are done').click()
  await expect(articles(page)).toHaveCount(2)

  await page.keyboard.press('Control+z')
  await expect(articles(page).filter({ hasText: 'In work' })).toHaveText(/Визит/)

  await page.getByRole('listbox', { name: 'Articles' }).focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Mark as done' }).press('Enter')
  await expect(articles(page).filter({ hasText: 'Done' })).toHaveText(/Визит/)
  const { progress } = await bundleOf(home, project)
  expect(progress.map(({ state }: { state: string }) => state)).toEqual(['done'])
})

test('actors are added, described, merged, parted and removed by keys', async ({ home, launch }) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(articles(page)).toHaveCount(2)
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('tab', { name: 'Actors' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('No actors yet.')).toBeVisible()

  await addActor(page, 'Пётр Орлов', 'person')
  await addActor(page, 'Орлов', 'person')
  await addActor(page, 'Комиссия', 'group')
  await expect(actors(page)).toHaveText([/Комиссия/, /Орлов/, /Пётр Орлов/])

  // All that is said of one, by keys, in one step.
  await page.keyboard.press('Control+2')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const details = page.getByRole('dialog', { name: 'Actor details' })
  await expect(details.getByLabel('Name', { exact: true })).toHaveValue('Пётр Орлов')
  await details.getByRole('button', { name: 'Add a name' }).press('Enter')
  await page.keyboard.type('P. Orlov')
  await page.keyboard.press('Tab')
  await page.keyboard.type('trans')
  await page.keyboard.press('Tab')
  await page.keyboard.type('en')
  await details.getByRole('combobox', { name: 'Member of' }).focus()
  await page.keyboard.type('комис')
  await page.keyboard.press('Enter')
  await details.getByLabel('Wikidata id').fill('7747')
  await page.keyboard.press('Control+Enter')
  await expect(details.getByText('Q and a number')).toBeVisible()
  await details.getByLabel('Wikidata id').fill('Q7747')
  await page.keyboard.press('Enter')
  await expect(details).toBeHidden()
  const before = await bundleOf(home, project)
  const commission = before.actors.find(({ name }: { name: string }) => name === 'Комиссия')
  expect(before.actors.find(({ name }: { name: string }) => name === 'Пётр Орлов')).toMatchObject({
    aliases: [{ text: 'P. Orlov', kind: 'transliteration', lang: 'en' }],
    memberOf: [commission.id],
    wikidata: 'Q7747',
  })

  // A mention of the short name counts, and is found from the list.
  await page.keyboard.press('Control+1')
  await articles(page).filter({ hasText: 'Визит' }).click()
  await expect(articleText(page)).toContainText('отложен')
  await articleText(page)
    .getByText('Визит Орлова')
    .dblclick({ position: { x: 8, y: 10 } })
  await page.keyboard.press('1')
  await page.keyboard.press('a')
  await page.keyboard.type('орлов')
  const picker = page.getByRole('dialog', { name: 'Say who this is' })
  await picker.getByRole('option', { name: /^.?Орлов/ }).click()
  await expect(picker).toBeHidden()
  await page.keyboard.press('Control+2')
  await expect(actors(page).nth(1)).toContainText('1 annotation')

  // The filter finds by alias, and knows that ё is е.
  const filter = page.getByRole('searchbox', { name: 'Filter actors by name or alias' })
  await filter.fill('петр')
  await expect(actors(page)).toHaveText([/Пётр Орлов/])
  await filter.fill('orlov')
  await expect(actors(page)).toHaveText([/Пётр Орлов/])
  await filter.fill('')

  // Merged, it stands under the other with its mentions; parted again.
  await actors(page).nth(1).click()
  await page.keyboard.press('Control+Shift+M')
  await page.keyboard.type('пет')
  await page.keyboard.press('Enter')
  await expect(actors(page)).toHaveText([/Комиссия/, /Пётр Орлов/, /Орлов.*merged into .*Пётр/])
  await expect(actors(page).nth(1)).toContainText('1 annotation')
  await page.keyboard.press('Control+Shift+U')
  await expect(actors(page)).toHaveText([/Комиссия/, /Орлов/, /Пётр Орлов/])
  await page.keyboard.press('Control+z')
  await expect(actors(page).nth(2)).toHaveText(/merged into/)

  // From the details to the mention, in another article.
  await page.keyboard.press('Control+1')
  await articles(page).filter({ hasText: 'Переговоры' }).click()
  await expect(articleText(page)).toContainText('отверг')
  await page.keyboard.press('Control+2')
  await actors(page).nth(1).click()
  await page.keyboard.press('Control+I')
  await details.getByRole('listbox', { name: 'Where annotations name the actor' }).focus()
  await page.keyboard.press('Enter')
  await expect(details).toBeHidden()
  await expect(articleText(page)).toContainText('отложен')

  // What depends on it is shown; the references go with it and come back with it.
  await page.keyboard.press('Control+2')
  await actors(page).nth(0).click()
  await page.keyboard.press('Delete')
  const removal = page.getByRole('dialog', { name: /Remove .*Комиссия/ })
  await expect(removal.getByRole('listitem')).toHaveText(['membership: 1'])
  await removal.getByRole('checkbox', { name: 'Take these references away too' }).check()
  await removal.getByRole('button', { name: 'Remove the actor' }).press('Enter')
  await expect(actors(page)).toHaveCount(2)
  const after = await bundleOf(home, project)
  expect(after.actors.flatMap(({ memberOf }: { memberOf: string[] }) => memberOf)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(actors(page)).toHaveCount(3)

  // What was listed last is listed again.
  await app.close()
  const again = await launch({ args: [project] })
  await expect(actors(again.page)).toHaveCount(3)
})

test('issues are added, put in a tree, merged and removed by keys', async ({ home, launch }) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await expect(articles(page)).toHaveCount(2)
  await page.keyboard.press('Control+3')
  await expect(page.getByText('No issues yet.')).toBeVisible()
  const issues = page.getByRole('tree', { name: 'Issues' }).getByRole('treeitem')
  for (const name of ['Ceasefire', 'Observers', 'Prisoners']) {
    await page.keyboard.press('Control+Alt+n')
    await expect(page.getByRole('dialog', { name: 'New issue' }).getByLabel('Issue', { exact: true })).toBeFocused()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(issues.filter({ hasText: name })).toBeVisible()
  }
  await expect(issues).toHaveText([/Ceasefire/, /Observers/, /Prisoners/])

  // Alt and the arrows move the issue, plain arrows the focus.
  await page.getByRole('tree').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(issues).toHaveText([/Ceasefire/, /Prisoners/, /Observers/])
  await page.keyboard.press('Alt+ArrowRight')
  await expect(issues.nth(1)).toHaveAttribute('aria-level', '2')
  await expect(issues.nth(1)).toContainText('Prisoners')
  await page.keyboard.press('Control+z')
  await expect(issues.nth(1)).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('Control+Shift+z')
  await expect(issues.nth(1)).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(issues.nth(1)).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(issues).toHaveText([/Ceasefire/, /Observers/, /Prisoners/])

  // The mouse does the same; Escape lets go, and nothing has moved.
  const drag = async (from: number, to: number, part: number) => {
    const [start, end] = [await issues.nth(from).boundingBox(), await issues.nth(to).boundingBox()]
    if (!start || !end) throw new Error('no such row')
    await page.mouse.move(start.x + 40, start.y + start.height / 2)
    await page.mouse.down()
    await page.mouse.move(end.x + 44, end.y + end.height / 2)
    await page.mouse.move(end.x + 44, end.y + end.height * part)
  }
  await drag(2, 0, 0.1)
  await expect(issues.nth(0)).toHaveAttribute('data-drop', 'before')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(issues).toHaveText([/Ceasefire/, /Observers/, /Prisoners/])
  await drag(2, 0, 0.5)
  await page.mouse.up()
  await expect(issues).toHaveText([/Ceasefire/, /Prisoners/, /Observers/])
  await expect(issues.nth(1)).toHaveAttribute('aria-level', '2')
  await drag(1, 2, 0.9)
  await page.mouse.up()
  await expect(issues).toHaveText([/Ceasefire/, /Observers/, /Prisoners/])
  await expect(issues.nth(2)).toHaveAttribute('aria-level', '1')

  await page.keyboard.press('Control+Alt+m')
  await page.keyboard.type('cease')
  await page.keyboard.press('Enter')
  await expect(issues).toHaveText([/Ceasefire/, /Prisoners.*merged into/, /Observers/])
  await page.keyboard.press('Control+Alt+u')
  await expect(issues).toHaveText([/Ceasefire/, /Observers/, /Prisoners/])

  await page.keyboard.press('Delete')
  await expect(page.getByRole('dialog', { name: /Remove .*Prisoners/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(issues).toHaveText([/Ceasefire/, /Observers/])
  const bundle = await bundleOf(home, project)
  expect(bundle.issues.map(({ name }: { name: string }) => name).sort()).toEqual(['Ceasefire', 'Observers'])
})
