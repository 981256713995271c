/** A table with one article a row comes in by keyboard, and what was refused is listed. */
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
