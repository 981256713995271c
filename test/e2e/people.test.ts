/** Several people in one project: layers, blind mode, who works on what, and what is shared. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { bundleOf } from '../cli/sample-bundle.ts'
import { type App, actant, anna, answerDialogs, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards, selectQuote } from './quote.ts'

test.beforeEach(({ home }) => keepSettings(home))

const text = 'Иванова сказала, что хлеб подорожает. Петров спорит с Ивановой. Мука дешевеет.'
const boris = { id: '0199a000-0000-7000-8000-0000000000b1', name: 'Boris Ivanov' }

/** Boris has tagged two mentions in the first article; nobody has worked on the second. */
const projectOfTwo = async (home: Home): Promise<string> => {
  const places = ['Иванова', 'Петров'].map((quote) => {
    const start = text.indexOf(quote)
    return { start, end: start + quote.length, quote }
  })
  const bundle = bundleOf(text, places, ({ annotators: [person] }) => Object.assign(person ?? {}, { name: boris.name }))
  const made = JSON.parse(bundle).annotators[0].id
  const { digest: _, ...his } = JSON.parse(bundle.replaceAll(made, boris.id))
  const project = home.file('bread.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('second.txt', 'Зерно кончилось. Мельник молчит.'))
  await actant(home, 'merge', project, home.file('his.json', JSON.stringify(his)))
  return project
}

const opened = async (home: Home, launch: (options: { args: string[] }) => Promise<App>) => {
  const app = await launch({ args: [await projectOfTwo(home)] })
  await app.page.getByRole('option', { name: /Иванова/ }).click()
  await expect(articleText(app.page)).toContainText('Мука')
  return app
}

const quotes = (page: Page) => cards(page).locator('.card-quote')
const layers = (page: Page) => page.getByRole('group', { name: 'Whose work is shown' })
const focused = (page: Page) => page.locator('.cards [data-active] .card-quote')

const tagMine = async (page: Page) => {
  await selectQuote(page, 'Мука дешевеет')
  await page.keyboard.press('3')
  await expect(focused(page)).toHaveText('Мука дешевеет')
}

/** How many stretches of text have another’s line above them. */
const linesOfOthers = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights].reduce((sum, [name, ranges]) => sum + (name.startsWith('actant-by-') ? ranges.size : 0), 0),
  )

test('a layer is hidden and shown by key: not painted, not listed, not walked; and told apart', async ({
  home,
  launch,
}) => {
  const app = await opened(home, launch)
  const { page } = app
  await expect(quotes(page)).toHaveText(['Иванова', 'Петров'])
  await expect(layers(page)).toHaveCount(0)
  await tagMine(page)
  await expect(layers(page).getByRole('button', { name: 'Boris Ivanov: 2 annotations' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(cards(page).first()).toContainText(/by \S?Boris Ivanov/)
  await expect.poll(() => linesOfOthers(page)).toBe(2)
  await expectAccessible(page)

  await page.keyboard.press('Control+Alt+2')
  await expect(quotes(page)).toHaveText(['Мука дешевеет'])
  await expect.poll(() => linesOfOthers(page)).toBe(0)
  await articleText(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveText('Мука дешевеет')
  await page.keyboard.press('Control+Alt+0')
  await expect(quotes(page)).toHaveText(['Иванова', 'Петров', 'Мука дешевеет'])

  // One’s own layer comes back as soon as something is added to it.
  await layers(page)
    .getByRole('button', { name: /^Anna \(you\)/ })
    .click()
  await expect(quotes(page)).toHaveText(['Иванова', 'Петров'])
  await selectQuote(page, 'хлеб подорожает')
  await page.keyboard.press('3')
  await expect(quotes(page)).toHaveText(['Иванова', 'хлеб подорожает', 'Петров', 'Мука дешевеет'])

  await chooseMenu(app, 'layer.colours')
  const style = page.getByRole('combobox', { name: 'Colour and line of Boris Ivanov' })
  await style.selectOption({ label: 'brown, solid' })
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(cards(page).first().locator('.card')).toHaveAttribute('data-layer', '4')
})

test('what is changed in another’s annotation becomes a copy of one’s own, as the form says before', async ({
  home,
  launch,
}) => {
  const { page } = await opened(home, launch)
  await cards(page).first().click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: /Edit/ })).toContainText('becomes a copy of your own')
  await page.getByRole('checkbox', { name: 'Unsure' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(quotes(page)).toHaveText(['Иванова', 'Иванова', 'Петров'])
  await expect(layers(page).getByRole('button', { name: 'Anna (you): 1 annotation', exact: true })).toBeVisible()
})

test('who is led to a hidden layer sees it: names stay, and the chain leads there', async ({ home, launch }) => {
  const { page } = await opened(home, launch)
  await selectQuote(page, 'хлеб подорожает')
  await page.keyboard.press('3')
  await expect(focused(page)).toHaveText('хлеб подорожает')
  await page.keyboard.press('s')
  await expect(page.getByRole('combobox', { name: /Add a step/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Alt+2')
  await expect(quotes(page)).toHaveText(['хлеб подорожает'])
  await cards(page).first().click()
  await page.keyboard.press('w')
  await expect(page.locator('.cards [data-active] button').filter({ hasText: 'Иванова' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveText('Иванова')
  await expect(quotes(page)).toHaveText(['Иванова', 'хлеб подорожает', 'Петров'])
})

test('blind: others’ work is hidden until one is done, and everything says so', async ({ home, launch }) => {
  const app = await opened(home, launch)
  const { page } = app
  await tagMine(page)
  await chooseMenu(app, 'blind.toggle')
  await expect(quotes(page)).toHaveText(['Мука дешевеет'])
  await expect(page.getByText('The work of 1 other person is hidden until you are done')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('1 annotation')
  await expect(page.getByRole('option', { name: /Иванова/ })).not.toContainText('2')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I am done: show it' }).click()
  await expect(quotes(page)).toHaveText(['Иванова', 'Петров', 'Мука дешевеет'])
  await page.keyboard.press('Control+Z')
  await expect(quotes(page)).toHaveText(['Мука дешевеет'])
  await chooseMenu(app, 'blind.toggle')
  await expect(quotes(page)).toHaveCount(3)
})

test('several articles are assigned at once, by keys; the list shows to whom, and can be only mine', async ({
  home,
  launch,
}) => {
  const { page } = await opened(home, launch)
  await page.keyboard.press('Control+Alt+a')
  const dialog = page.getByRole('dialog', { name: 'Assign articles' })
  await expect(dialog.getByRole('checkbox', { name: 'Anna (you)' })).toBeFocused()
  await dialog.getByRole('checkbox', { name: boris.name }).check()
  await dialog.getByRole('textbox', { name: 'Somebody else: name' }).fill('Vera')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: 'Vera' })).toBeChecked()
  await dialog.getByRole('button', { name: 'All listed' }).click()
  await expect(dialog.getByText('2 articles chosen')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  const rows = page.getByRole('listbox', { name: 'Articles', exact: true }).getByRole('option')
  for (const at of [0, 1]) {
    await expect(rows.nth(at).locator('.people-dot')).toHaveText([/Boris Ivanov/, /Vera/])
  }

  await page.keyboard.press('Control+Alt+a')
  await page.getByRole('checkbox', { name: 'Anna (you)' }).check()
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('button', { name: 'List only articles assigned to me' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Иванова')
})

test('one’s own layer, and chosen articles, go out after a look at what that is', async ({ home, launch }) => {
  const app = await opened(home, launch)
  const { page } = app
  await tagMine(page)
  const dialog = page.getByRole('dialog', { name: 'Share as a bundle' })
  const share = async (file: string) => {
    await answerDialogs(app, home.file(file))
    await dialog.getByRole('button', { name: 'Export…' }).click()
    await expect(page.getByText(`Exported to ${file}`)).toBeVisible()
    return JSON.parse(readFileSync(home.file(file), 'utf8'))
  }

  await chooseMenu(app, 'share.layer')
  await expect(dialog.getByRole('checkbox', { name: 'Only my own work' })).toBeChecked()
  await expect(dialog).toContainText(/Anna\S?: 1 annotation/)
  await expect(dialog).toContainText(/Boris Ivanov\S?: 2 annotations/)
  await expectAccessible(page)
  const mine = await share('mine.json')
  expect(mine.project.part).toEqual({ reason: 'the work of Anna' })
  expect(mine.annotations.map(({ annotatorId }: { annotatorId: string }) => annotatorId)).toEqual([anna.id])
  expect(mine.articles).toHaveLength(1)

  await page.keyboard.press('Control+Alt+e')
  await dialog.getByRole('button', { name: 'None' }).click()
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeDisabled()
  await dialog.getByRole('option', { name: /Зерно/ }).click()
  await expect(dialog).toContainText('1 article chosen')
  const part = await share('part.json')
  expect(part.project.part).toEqual({ reason: '1 chosen article' })
  expect(part.articles.map((article: { text: string }) => article.text)).toEqual(['Зерно кончилось. Мельник молчит.'])
  expect(part.annotations).toEqual([])
})

test('who was given work before they came says so once, and finds it', async ({ home, launch }) => {
  keepSettings(home, { identity: undefined })
  const project = await projectOfTwo(home)
  expect((await actant(home, 'assign', project, '--to', 'Vera')).code).toBe(0)
  const { page } = await launch({ args: [project] })
  await page.getByRole('button', { name: 'Say who you are' }).click()
  await expect(page.getByRole('button', { name: `I am ${boris.name}` })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I am Vera' }).click()
  await expect(page.getByRole('button', { name: /^You work as Vera/ })).toBeVisible()
  await page.getByRole('option', { name: /Иванова/ }).click()
  await expect(articleText(page)).toContainText('Мука')
  await tagMine(page)
  const { stdout } = await actant(home, 'export', project, '--annotator', 'Vera')
  expect(JSON.parse(stdout).annotations).toHaveLength(1)
  expect(JSON.parse(stdout).progress).toHaveLength(2)
})
