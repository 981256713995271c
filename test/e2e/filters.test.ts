/** Filtering the list of annotations, what is left to do, and the chain of a claim in the text. */
import type { Page } from '@playwright/test'
import { actant, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards, selectQuote } from './quote.ts'

test.beforeEach(({ home }) => keepSettings(home))

const first = `Пекарня

Иванова сказала, что хлеб подорожает. Петров спорит с Ивановой. Мука дешевеет. Цены вырастут.`

const second = `Мельница

Мельник молчит. Зерно кончилось.`

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('bread.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('1.txt', first), home.file('2.txt', second))
  return project
}

const quotes = (page: Page) => cards(page).locator('.card-quote')
const focusedQuote = (page: Page) => page.locator('.cards [data-active] .card-quote')
const chips = (page: Page) => page.getByRole('button', { name: /^Remove / })
const count = (page: Page) => page.locator('.pane-count[role=status]')

const tag = async (page: Page, quote: string, key: string) => {
  await selectQuote(page, quote)
  await page.keyboard.press(key)
  await expect(focusedQuote(page)).toHaveText(quote)
}

/** Tags a mention and makes an actor of its words. */
const makeActor = async (page: Page, quote: string) => {
  await tag(page, quote, '1')
  await page.keyboard.press('a')
  await expect(page.getByRole('option', { name: new RegExp(`Create .*${quote}`) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.cards [data-active] .card-line.main')).toContainText(quote)
}

/** One linked mention, one that is not, a claim with a speaker and one without. */
const annotated = async (page: Page) => {
  await makeActor(page, 'Иванова')
  await tag(page, 'Петров', '1')
  await tag(page, 'Мука дешевеет', '3')
  await tag(page, 'хлеб подорожает', '3')
  await page.keyboard.press('s')
  await expect(page.getByRole('combobox', { name: /Add a step/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.cards [data-active] .card-line.chain')).toContainText('Иванова')
}

test('the list is filtered by keys, says so, and keeps what is in focus', async ({ home, launch }) => {
  const { page } = await launch({ args: [await projectWith(home)] })
  await annotated(page)

  await page.keyboard.press('Control+Shift+L')
  const field = page.getByRole('combobox', { name: /^Filter by/ })
  await expect(field).toBeFocused()
  await page.keyboard.type('иван')
  await expect(page.getByRole('option', { selected: true }).last()).toContainText('actor · 2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
  await expect(quotes(page)).toHaveText(['Иванова', 'хлеб подорожает'])
  await expect(chips(page)).toHaveText([/actor: .*Иванова/])
  await expect(count(page)).toHaveText('2 of 4')

  // What is newly tagged is listed, and said not to fit, until the focus goes on.
  await selectQuote(page, 'Цены вырастут')
  await page.keyboard.press('3')
  await expect(quotes(page)).toHaveText(['Иванова', 'хлеб подорожает', 'Цены вырастут'])
  await expect(page.locator('.cards [data-active]')).toContainText('Does not fit the filter')
  await expect(count(page)).toHaveText('2 of 5')
  await cards(page).first().click()
  await expect(quotes(page)).toHaveText(['Иванова', 'хлеб подорожает'])

  // It stays in the other article, where nothing fits.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(articleText(page)).toContainText('Зерно')
  await expect(chips(page)).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(quotes(page)).toHaveText(['Иванова', 'хлеб подорожает'])

  await page.getByRole('grid').focus()
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+X')
  await expect(chips(page)).toHaveCount(0)
  await expect(count(page)).toHaveText('5')

  // By words of the note, the quote, the paraphrase.
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await page.keyboard.type('мука')
  await page.keyboard.press('Enter')
  await expect(quotes(page)).toHaveText(['Мука дешевеет'])
})

test('what is left to do is counted at the foot of the window, and listed by a click', async ({ home, launch }) => {
  const { page } = await launch({ args: [await projectWith(home)] })
  await annotated(page)
  const foot = page.getByRole('contentinfo')
  await expect(foot).toContainText('4 annotations')
  await expect(foot.getByRole('button')).toHaveText(['1 without a speaker', '1 unlinked'])
  await foot.getByRole('button', { name: '1 unlinked' }).click()
  await quotes(page).filter({ hasText: 'Петров' }).click()
  await expect(quotes(page)).toHaveText(['Петров'])
  await expect(count(page)).toHaveText('1 of 4')
  await foot.getByRole('button', { name: '1 unlinked' }).click()
  await expect(quotes(page)).toHaveCount(4)

  // A hidden type is shown again by tagging.
  await page.getByTitle('Show claims').click()
  await expect(quotes(page)).toHaveText(['Иванова', 'Петров'])
  await selectQuote(page, 'Цены вырастут')
  await page.keyboard.press('3')
  await expect(quotes(page)).toHaveCount(5)
  await expect(foot).toContainText('Shown again: claims')
})

test('one key goes through what is left to do, and on to the next article', async ({ home, launch }) => {
  const { page } = await launch({ args: [await projectWith(home)] })
  await annotated(page)
  await page.keyboard.press('Alt+ArrowDown')
  await tag(page, 'Мельник', '1')
  await tag(page, 'Зерно кончилось', '3')
  await page.keyboard.press('Alt+ArrowUp')
  await cards(page).first().click()
  await articleText(page).focus()
  const said = page.getByRole('contentinfo').getByRole('status')

  await page.keyboard.press('u')
  await expect(focusedQuote(page)).toHaveText('Петров')
  await page.keyboard.press('u')
  await expect(said).toContainText(/Unlinked mentions: none further on here, 1 in .*Мельница/)
  await page.keyboard.press('u')
  await expect(focusedQuote(page)).toHaveText('Мельник')

  // Another task from there, in the text that is on the screen now; then back, and around the end.
  await page.keyboard.press('n')
  await expect(focusedQuote(page)).toHaveText('Зерно кончилось')
  await page.keyboard.press('Shift+N')
  await page.keyboard.press('Shift+N')
  await expect(focusedQuote(page)).toHaveText('Мука дешевеет')
  await page.keyboard.press('F7')
  await expect(said).toContainText('Unsure: none in this project')
})

const painted = (page: Page, name: string) =>
  page.evaluate(
    (layer) =>
      [...(CSS.highlights.get(layer) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        return range.toString()
      }),
    `actant-${name}`,
  )

test('the text shows who says what is in focus, and the chain leads there and back', async ({ home, launch }) => {
  const { page } = await launch({ args: [await projectWith(home)] })
  await annotated(page)
  await expect(focusedQuote(page)).toHaveText('хлеб подорожает')
  await expect.poll(() => painted(page, 'focus-claim')).toEqual(['хлеб подорожает'])
  await expect.poll(() => painted(page, 'focus-speaker')).toEqual(['Иванова'])
  const legend = page.locator('.cards [data-active] .legend-part')
  await expect(legend).toHaveText(['what', 'who'])

  await page.keyboard.press('w')
  const chip = page.getByRole('button', { name: /Иванова.*go to the mention/ })
  await expect(chip).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(chip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(focusedQuote(page)).toHaveText('Иванова')
  await expect.poll(() => painted(page, 'focus-speaker')).toEqual([])
  await page.keyboard.press('Shift+W')
  await expect(focusedQuote(page)).toHaveText('хлеб подорожает')

  // A step less, and the text shows nobody any more.
  await page.keyboard.press('Control+z')
  await expect.poll(() => painted(page, 'focus-speaker')).toEqual([])
  await expect(legend).toHaveCount(0)
})
