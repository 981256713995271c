/** A table with one article a row, and a folder of thousands: by keyboard, and what became of each file is listed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actant, answerDialogs, chooseMenu, expect, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'

const sentence = (n: number) => `The minister denied for the ${n}. time that the talks on water had been broken off.`

test('the columns of a table are proposed and chosen, and its rows become articles', async ({ home, launch }) => {
  keepSettings(home)
  const rows = Array.from({ length: 40 }, (_, n) => `${n};"Talks ${n}";"${sentence(n)}";2024-03-12`)
  const file = home.file('corpus.csv', ['no;head;body;day', ...rows, 'damaged;row'].join('\n'))
  const project = home.file('p.actant')
  await actant(home, 'new', project)
  const app = await launch({ args: [project] })
  const { page } = app
  await answerDialogs(app, file)
  await chooseMenu(app, 'article.addFiles')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Text')).toBeFocused()
  await expect(dialog.getByLabel('Text')).toHaveValue('body')
  await expect(dialog.getByLabel('Title')).toHaveValue('head')
  await expect(dialog.getByRole('row')).toHaveCount(21)
  await expect(dialog).toContainText('1 of the first 41 rows is damaged')
  await expectAccessible(page)
  // Without a text there is nothing to add.
  await page.keyboard.press('Home')
  await expect(dialog.getByRole('button', { name: 'Add articles' })).toBeDisabled()
  await dialog.getByLabel('Text').selectOption('body')
  await dialog.getByLabel('Date').selectOption('day')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Add articles' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('40 articles added')
  const list = dialog.getByRole('listbox')
  await expect(list.getByRole('option')).toHaveCount(2)
  await dialog.getByLabel('Show').selectOption('refused')
  await expect(list.getByRole('option').filter({ hasText: 'row 42' })).toContainText('has 2 cells')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option').filter({ hasText: 'Talks 0' }).first()).toBeVisible()
})

test('a folder of thousands shows how far it is, is stopped, and says what became of each file', async ({
  home,
  launch,
}) => {
  keepSettings(home)
  const folder = home.file('articles')
  mkdirSync(folder)
  for (let n = 0; n < 6000; n++)
    writeFileSync(join(folder, `${String(n).padStart(4, '0')}.txt`), sentence(n).repeat(20))
  writeFileSync(join(folder, '0000-empty.txt'), '')
  const project = home.file('p.actant')
  await actant(home, 'new', project)
  const app = await launch({ args: [project] })
  const { page } = app
  await answerDialogs(app, folder)
  await chooseMenu(app, 'article.addFolder')
  const job = page.getByRole('region', { name: 'Adding articles' })
  await expect(job).toContainText(/of 6,001/)
  await expect(job).toContainText(/\d{4}\.txt/)
  await job.getByRole('button', { name: 'Cancel' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Stopped before the end')
  await expect(dialog.getByRole('listbox').getByRole('option').first()).toContainText('0000-empty.txt')
  // Only what is seen of the list is drawn.
  expect(await dialog.getByRole('listbox').getByRole('option').count()).toBeLessThan(60)
  await dialog.getByRole('button', { name: 'Copy the list' }).press('Enter')
  await expect(dialog).toContainText('Copied.')
  const list = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(list.split('\n')[0]).toMatch(/^refused\t0000-empty\.txt\t“0000-empty\.txt” holds no text, .*get it anew/)
  await dialog.getByLabel('Show').selectOption('existing')
  await expect(dialog).toContainText('No file or row of this kind.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first()).toBeVisible()
})
