/** The corpus in the window: the counts of the command line, and the way from what is thin to the annotations. */

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { agreementBundle } from './agreement-bundle.ts'
import { actant, answerDialogs, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards } from './quote.ts'

test.beforeEach(({ home }) => keepSettings(home))

const projectOf = async (home: Home): Promise<string> => {
  const project = home.file('varna.actant')
  await actant(home, 'new', project)
  await actant(home, 'merge', project, home.file('varna.json', agreementBundle()))
  return project
}

const view = (page: Page) => page.getByRole('region', { name: 'Corpus', exact: true })
const card = (page: Page, name: string) => view(page).getByRole('region', { name })
const articles = (page: Page) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option')

test('shows the counts of the command line, and leads by keys to what is thin', async ({ home, launch }) => {
  const project = await projectOf(home)
  const counted = JSON.parse((await actant(home, 'stats', project, '--json')).stdout)
  const app = await launch({ args: [project] })
  const { page } = app
  await articleText(page).focus()
  await page.keyboard.press('Control+F9')
  await expect(view(page)).toContainText(`2 articles, 0 of them done; ${counted.annotations} annotations.`)
  const bars = card(page, 'Annotations by type').getByRole('listitem')
  await expect(bars).toHaveText(counted.types.map(({ count }: { count: number }) => new RegExp(`\\D${count}$`)))
  const stances = card(page, 'Stances by issue').getByRole('button', { name: /^The new pier/ })
  await expect(stances).toHaveAccessibleName('The new pier 8 support 3, oppose 3, neutral 1, ambiguous 1')
  await expectAccessible(page, '.corpus')
  await expect(card(page, 'What is thin').getByRole('button')).toHaveText(
    counted.thin.map(({ message }: { message: string }) => new RegExp(message.replace(/[“”]/g, '\\W+'))),
  )

  // The same as a table, by the letter that stands beside it.
  await page.keyboard.press('t')
  await expect(card(page, 'Stances by issue').getByRole('row', { name: /^The new pier/ })).toHaveText(/3\D*3\D*1\D*1/)
  await expectAccessible(page, '.corpus')
  await answerDialogs(app, home.file('corpus.csv'))
  await chooseMenu(app, 'corpus.save')
  await expect(page.getByText('Saved to corpus.csv')).toBeVisible()
  expect(readFileSync(home.file('corpus.csv'), 'utf8')).toContain('\r\nThe new pier,3,3,1,1,0,0,8\r\n')
  await page.keyboard.press('c')
  await expect(view(page).getByRole('table', { name: 'Stances by issue' })).toHaveCount(0)

  // To the mentions that nobody linked, through the articles that have them, and back to the line.
  const unlinked = card(page, 'What is thin').getByRole('button', { name: /mentions are of nobody/ })
  await unlinked.focus()
  await page.keyboard.press('Enter')
  await expect(view(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
  await expect(page.getByRole('button', { name: /^Remove .*Unlinked mentions/ })).toBeVisible()
  const unlinkedHere = await cards(page).count()
  expect(unlinkedHere).toBe(5)
  await page.keyboard.press('Control+F9')
  await expect(unlinked).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()

  // An article of one outlet alone, then all again.
  await page.keyboard.press('Control+F9')
  await card(page, 'Annotators').getByRole('button', { name: /Anna/ }).click()
  await expect(page.getByRole('button', { name: /^Remove .*Anna/ })).toBeVisible()
  await expect(articles(page)).toHaveCount(2)
  await page.keyboard.press('Control+Shift+X')
  await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(0)
})

test('a part is counted by itself, and what is written meanwhile is counted in', async ({ home, launch }) => {
  const { page } = await launch({ args: [await projectOf(home)] })
  await articleText(page).focus()
  await page.keyboard.press('Control+F9')
  await view(page).getByLabel('Whose annotations').selectOption('Anna')
  await expect(view(page)).toContainText('8 annotations.')
  await view(page).getByLabel('Of which articles').selectOption('those that are done')
  await expect(view(page)).toContainText('No article fits these choices')
  await expectAccessible(page, '.corpus')
  await view(page).getByRole('button', { name: 'Count all articles' }).click()
  await page.getByRole('searchbox', { name: 'Filter articles' }).fill('bridge')
  await view(page).getByLabel('Of which articles').selectOption('those listed on the left')
  await expect(view(page)).toContainText('1 article, 0 of them done; 2 annotations.')
  await page.getByRole('searchbox', { name: 'Filter articles' }).fill('')
  await expect(view(page)).toContainText('2 articles, 0 of them done; 8 annotations.')
  await page.getByRole('listbox', { name: 'Articles' }).press('F2')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Outlet', exact: true }).fill('Varna Post')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(card(page, 'Outlets').getByRole('button', { name: /^Varna Post/ })).toBeVisible()
})

test('a split is written down, and an export has its sides', async ({ home, launch }) => {
  const project = await projectOf(home)
  const app = await launch({ args: [project] })
  const { page } = app
  const splits = card(page, 'Splits for training and testing')
  const dialog = page.getByRole('dialog')
  await articleText(page).focus()
  await page.keyboard.press('Control+F9')
  await splits.getByRole('button', { name: 'New split…' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('paper')
  await dialog.getByLabel('Shares of training').fill('50/50')
  await expectAccessible(page, 'dialog[open]')
  await page.keyboard.press('Enter')
  await expect(splits).toContainText('50/50, seed 1')
  const written = JSON.parse((await actant(home, 'splits', project, '--json')).stdout).splits[0]
  const sides = written.sides.map((side: { articles: number }) => side.articles)
  await expect(splits.getByRole('listitem').first()).toHaveText(new RegExp(`training ${sides[0]}\\s*test ${sides[1]}`))

  // By hand on one side, where both are written down then.
  await splits.getByRole('button', { name: 'Put articles together…' }).click()
  await dialog.getByRole('button', { name: 'All listed' }).click()
  await dialog.getByRole('button', { name: 'Put together' }).click()
  await expect(splits.getByRole('button', { name: /^Take apart: / })).toBeVisible()
  const whole = await actant(
    home,
    'export',
    project,
    '--format',
    'hf',
    '--layer',
    'all',
    '-o',
    home.file('set'),
    '--json',
  )
  const report = JSON.parse(whole.stdout)
  expect(report.split).toEqual({ name: 'paper', undecided: 0 })
  expect(Object.values(report.splits)).toEqual([2])
  await expectAccessible(page, '.corpus')

  // The window's export takes it, too.
  await chooseMenu(app, 'export.open')
  await expect(dialog.getByLabel('Which split')).toHaveValue('paper')
  await expect(dialog).toContainText('Split as written down under “paper”.')
  await page.keyboard.press('Escape')

  await splits.getByRole('button', { name: /^Remove the split/ }).click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(splits).toContainText('No split is written down.')
})
