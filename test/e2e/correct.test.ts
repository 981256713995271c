/** Correcting an article's text, what becomes of its annotations, and placing again what lost its place: by keys. */
import type { Page } from '@playwright/test'
import { actant, expect, type Home, keepSettings, servicePid, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards, selectQuote } from './quote.ts'

const text = `Переговоры в Риме

Влaдимир Путнн\u00A0прибыл в\u00AD Рим, сообщило агентство.

Подпишитесь на нашу рассылку!

Рим ждал его с утра.
`

test.beforeEach(({ home }) => keepSettings(home))

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('rome.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('rome.txt', text), home.file('other.txt', 'Другая статья, короткая.'))
  return project
}

const bundleOf = async (home: Home, project: string) => JSON.parse((await actant(home, 'export', project)).stdout)

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Text of the article, to be corrected' })
const preview = (page: Page) => page.getByRole('dialog', { name: 'What the correction does' })
const focused = (page: Page) => page.locator('.cards [data-active]')

const tag = async (page: Page, quote: string, key: string) => {
  const before = await cards(page).count()
  await selectQuote(page, quote)
  await press(page, key)
  await expect(cards(page)).toHaveCount(before + 1)
}

/** Selects words in the text that is corrected, by way of the window's find field. */
const findWords = async (page: Page, words: string) => {
  await press(page, 'Control+f')
  await page.keyboard.type(words)
  await expect(page.locator('.find-count')).toHaveText(/^1/)
  await press(page, 'Escape')
  await expect(field(page)).toBeFocused()
}

test('a text is corrected, seen before it is saved, placed again and taken back, by keys alone', async ({
  home,
  launch,
}) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await tag(page, 'Путнн', '1')
  await tag(page, 'Подпишитесь на нашу рассылку', '3')
  await tag(page, 'Рим ждал', '2')
  const before = await bundleOf(home, project)

  await press(page, 'Control+Shift+e')
  await expect(field(page)).toBeFocused()
  await expect(field(page).locator('.claim')).toHaveText('Подпишитесь на нашу рассылку')
  await expectAccessible(page)
  await findWords(page, 'Путнн')
  await page.keyboard.type('Путин 123')
  await press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace')
  await findWords(page, 'Подпишитесь')
  await press(page, 'Home', 'Shift+End', 'Delete', 'Delete', 'Delete')
  await expect(cards(page)).toHaveCount(3)

  await press(page, 'Control+Enter')
  await expect(preview(page)).toContainText('1 annotation keeps its words.')
  await expect(preview(page)).toContainText('Путнн → Путин')
  await expect(preview(page)).toContainText('1 annotation loses its place')
  await expect(preview(page).getByRole('listitem').last()).toContainText('Подпишитесь на нашу рассылку by')
  await expectAccessible(page)
  await press(page, 'Escape')
  await expect(field(page)).toBeFocused()
  await press(page, 'Control+z')
  await expect(field(page)).toContainText('Подпишитесь')
  await press(page, 'Control+y', 'Control+Enter')
  await expect(preview(page)).toContainText('1 annotation loses its place')
  await press(page, 'Enter')

  await expect(articleText(page)).toBeFocused()
  await expect(articleText(page)).toContainText('Путин\u00A0прибыл в\u00AD Рим')
  await expect(articleText(page)).not.toContainText('Подпишитесь')
  await expect(cards(page).filter({ hasText: 'Путин' })).toHaveCount(1)
  await press(page, 'Control+F8')
  await expect(focused(page)).toContainText('Lost its place')
  await expect(focused(page)).toContainText('Подпишитесь на нашу рассылку')
  await expect(page.getByRole('grid')).toBeFocused()
  await expectAccessible(page)

  await press(page, 'o')
  await expect(articleText(page)).toBeFocused()
  await selectQuote(page, 'сообщило агентство')
  await press(page, 'Enter')
  await expect(focused(page).locator('.card-quote')).toHaveText('сообщило агентство')
  await expect(page.locator('.card-orphan')).toHaveCount(0)

  const corrected = await bundleOf(home, project)
  const [rome] = corrected.articles.filter(({ textRevision }: { textRevision: number }) => textRevision === 1)
  expect(rome.text).toBe(
    before.articles
      .find(({ id }: { id: string }) => id === rome.id)
      .text.replace('Путнн', 'Путин')
      .replace('Подпишитесь на нашу рассылку!\n\n', ''),
  )
  const verdict = await actant(home, 'validate', home.file('rome.json', JSON.stringify(corrected)), '--json')
  expect(JSON.parse(verdict.stdout).files[0]).toMatchObject({ verdict: 'accept', findings: [] })

  await press(page, 'Control+z')
  await expect(page.locator('.card-orphan')).toHaveCount(1)
  await press(page, 'Control+z')
  await expect(page.locator('.card-orphan')).toHaveCount(0)
  await expect(articleText(page)).toContainText('Подпишитесь на нашу рассылку!')
  await expect(articleText(page)).toContainText('Путнн\u00A0прибыл')
  const undone = await bundleOf(home, project)
  const known = ({ articles, annotations }: typeof before) =>
    [...articles, ...annotations].map(({ version: _v, modifiedAt: _m, ...rest }) => rest)
  expect(known(undone)).toEqual(known(before))
  expect((await actant(home, 'check', project)).code).toBe(0)
})

test.describe('a draft', () => {
  test.use({ provoked: /^The service ended|service-gone/ })

  test('what is typed outlives another article, the end of the service and a restart; to discard it can be taken back', async ({
    home,
    launch,
  }) => {
    const project = await projectWith(home)
    const app = await launch({ args: [project] })
    const { page } = app
    await expect(articleText(page)).toContainText('Переговоры')
    await press(page, 'Control+Shift+e')
    await findWords(page, 'Путнн')
    await page.keyboard.type('Путин')
    await press(page, 'F6', 'Alt+ArrowDown')
    await expect(articleText(page)).toContainText('Другая статья')
    const draft = page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: 'Being corrected' })
    await expect(draft).toHaveCount(1)
    await press(page, 'Alt+ArrowUp')
    await expect(field(page)).toContainText('Путин')

    const service = await servicePid(app)
    process.kill(service, 'SIGKILL')
    await field(page).press('End')
    await page.keyboard.type(' И ещё.')
    await expect.poll(() => servicePid(app)).not.toBe(service)
    await expect(async () => {
      await field(page).press('Control+Enter')
      await expect(preview(page)).toBeVisible({ timeout: 1000 })
    }).toPass()
    await press(page, 'Escape')
    await expect(field(page)).toContainText('И ещё.')
    await app.close()

    const again = await launch({ args: [project] })
    await expect(field(again.page)).toContainText('Путин')
    await expect(field(again.page)).toContainText('И ещё.')
    await field(again.page).press('Escape')
    await again.page
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Discard' })
      .click()
    await expect(articleText(again.page)).toContainText('Путнн')
    await again.page.getByRole('button', { name: 'Take it back' }).click()
    await expect(field(again.page)).toContainText('И ещё.')
    await field(again.page).press('Control+Enter')
    await expect(preview(again.page)).toContainText('no annotations it could affect')
    await press(again.page, 'Enter')
    await expect(articleText(again.page)).toContainText('И ещё.')
  })
})
