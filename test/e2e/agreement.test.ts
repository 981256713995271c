/** Agreement in the window: the figures of the command line, from each to its disagreements, from those into the texts. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { agreementBundle } from './agreement-bundle.ts'
import { actant, answerDialogs, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards, selectQuote } from './quote.ts'

test.beforeEach(({ home }) => keepSettings(home))

const projectOf = async (home: Home, ...whose: string[]): Promise<string> => {
  const project = home.file('varna.actant')
  await actant(home, 'new', project)
  await actant(home, 'merge', project, home.file('varna.json', agreementBundle(...whose)))
  return project
}

type Row = {
  metric: string
  attribute?: string
  scope: object
  value: number | null
  disagreements?: { count: number }
}

const usual = ['spanF1Exact', 'spanF1Overlap', 'alphaU', 'gamma', 'krippendorffAlpha', 'chainGiven', 'chainExact']
const metrics = [...usual, 'chainSimilarity', 'chainAlpha'].flatMap((metric) => ['--metric', metric])

const view = (page: Page) => page.getByRole('region', { name: 'Agreement of annotators' })
const table = (page: Page) => view(page).getByRole('grid', { name: 'Agreement of annotators' })
const cell = (page: Page, about: string, column: number) =>
  table(page)
    .getByRole('row', { name: new RegExp(`^${about}`) })
    .getByRole('gridcell')
    .nth(column)
const list = (page: Page) => page.getByRole('listbox', { name: 'Disagreements' })
const bar = (page: Page) => page.getByRole('region', { name: 'Disagreements' })

test('the figures are those of the command line, and lead by keys to what differs in the texts', async ({
  home,
  launch,
}) => {
  const project = await projectOf(home)
  const rows: Row[] = JSON.parse((await actant(home, 'agree', project, '--json', ...metrics)).stdout).rows
  const whole = (metric: string, attribute?: string) =>
    rows.find((row) => row.metric === metric && row.attribute === attribute && Object.keys(row.scope).length === 0)
  const shown = (row: Row | undefined) => row?.value?.toFixed(2) ?? 'no figure'
  const app = await launch({ args: [project] })
  const { page } = app
  await articleText(page).focus()
  await page.keyboard.press('Control+Shift+G')
  await expect(cell(page, 'everything', 0)).toBeFocused()
  await expect(cell(page, 'everything', 0)).toContainText(shown(whole('spanF1Exact')))
  await expect(cell(page, 'everything', 1)).toContainText(shown(whole('spanF1Overlap')))
  await expect(cell(page, 'everything', 3)).toContainText(shown(whole('gamma')))
  await expect(cell(page, 'everything', 4)).toHaveText('undefinedof 4')
  await expect(cell(page, 'everything', 5)).toContainText(shown(whole('krippendorffAlpha', 'stance')))
  await expectAccessible(page, '.agreement')

  // What is in focus is told in words: what it means, and why there is no figure.
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 'everything', 1)).toBeFocused()
  await expect(view(page)).toContainText('where it is enough that they overlap')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await expect(view(page)).toContainText('everything was given the same value, so that chance explains all agreement')

  // The whole table, as the command line has it.
  await chooseMenu(app, 'agreement.copy')
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/^Of\t/)
  const [heads = [], everything = []] = (await copied()).split('\n').map((line) => line.split('\t'))
  expect(heads.slice(0, 3)).toEqual(['Of', 'Span F1, exact', 'Span F1, overlap'])
  expect(everything[heads.indexOf('γ')]).toBe(whole('gamma')?.value?.toFixed(3))
  const csv = home.file('figures.csv')
  await answerDialogs(app, csv)
  await chooseMenu(app, 'agreement.save')
  await expect(page.getByText('Saved to figures.csv')).toBeVisible()
  const told = (await actant(home, 'agree', project, '--csv', ...metrics)).stdout
  const lines = (text: string) => text.replace('\uFEFF', '').split('\r\n').sort()
  expect(lines(readFileSync(csv, 'utf8'))).toEqual(lines(told))
  expect(told).toContain("'+The bridge")

  // Stances: a list of what differs, then the text with both.
  await cell(page, 'everything', 5).click()
  await expect(list(page).getByRole('option')).toHaveCount(
    whole('krippendorffAlpha', 'stance')?.disagreements?.count ?? 0,
  )
  await expect(list(page)).toBeFocused()
  await expect(list(page).getByRole('option').first()).toContainText(
    /the council is split.*Ambiguous.*is split.*Neutral/s,
  )
  await expectAccessible(page, '.agreement')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(bar(page)).toContainText('Disagreement 2 of 2')
  await expect(articleText(page)).toContainText('The old bridge')
  await expect(page.locator('.cards [data-active]')).toContainText('want it torn down')
  await expect(bar(page)).toContainText(/Anna.*want it torn down.*Oppose.*=Boris.*want it torn down.*Support/s)
  await expectAccessible(page, '.disagreement-bar')
  await page.keyboard.press('Shift+F9')
  await expect(bar(page)).toContainText('Disagreement 1 of 2')
  await expect(articleText(page)).toContainText('The port of Varna')
  await page.keyboard.press('Control+Shift+G')
  await expect(list(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell(page, 'everything', 5)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
})

test('the map and the choices, and figures that a change has overtaken', async ({ home, launch }) => {
  const app = await launch({ args: [await projectOf(home)] })
  const { page } = app
  await articleText(page).focus()
  await page.keyboard.press('Control+Shift+G')
  await expect(cell(page, 'everything', 0)).toContainText('0.40')
  await view(page).getByText('Heat map').click()
  const pairs = view(page).getByRole('grid', { name: /^Who agrees with whom/ })
  const pair = pairs
    .getByRole('row', { name: /^=Boris/ })
    .getByRole('gridcell')
    .first()
  await expect(pair).toContainText('0.40')
  await view(page).getByLabel('Measure').selectOption({ label: 'Span F1, overlap' })
  await expect(pair).toContainText('0.80')
  await expectAccessible(page, '.agreement')

  await view(page).getByText('Table', { exact: true }).click()
  await view(page).getByRole('button', { name: 'Choices' }).click()
  await view(page).getByRole('checkbox', { name: 'Position' }).click()
  await expect(view(page)).toContainText('2 articles, 7 annotations')
  await expect(cell(page, 'everything', 0)).toContainText('0.29')
  await expectAccessible(page, '.agreement')
  await view(page).getByRole('radio', { name: 'this one' }).click()
  await expect(view(page)).toContainText('1 article, 5 annotations')

  // What is written meanwhile is said; the figures stay until they are asked for anew.
  await page.keyboard.press('Control+Shift+G')
  await selectQuote(page, 'Monday')
  await page.keyboard.press('1')
  await expect(cards(page)).toHaveCount(12)
  await page.keyboard.press('Control+Shift+G')
  await expect(view(page)).toContainText('Something was changed since these figures were made.')
  await expect(view(page)).toContainText('1 article, 5 annotations')
  await view(page).getByRole('button', { name: 'Measure again' }).click()
  await expect(view(page)).toContainText('1 article, 6 annotations')
  await expect(view(page)).not.toContainText('Something was changed')
})

test('with one annotator it says what to do', async ({ home, launch }) => {
  const app = await launch({ args: [await projectOf(home, 'Anna')] })
  const { page } = app
  await chooseMenu(app, 'agreement.open')
  await expect(view(page)).toContainText('There is nobody to compare with yet')
  await expectAccessible(page, '.agreement')
  await answerDialogs(app, home.file('boris.json', agreementBundle('=Boris')))
  await view(page)
    .getByRole('button', { name: /^Merge/ })
    .click()
  await page.getByRole('dialog', { name: 'What the merge would bring' }).getByRole('button', { name: 'Merge' }).click()
  const merged = page.getByRole('dialog', { name: 'Merging bundles' })
  await merged.getByRole('button', { name: 'Close' }).last().click()
  await expect(cell(page, 'everything', 0)).toContainText('0.40')
})
