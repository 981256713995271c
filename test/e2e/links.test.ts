/** Links between annotations: made by keys and by the mouse, read on both cards, followed, changed, removed. */
import type { Page } from '@playwright/test'
import { actant, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards, selectQuote } from './quote.ts'

const article = `<html lang="ru"><head><title>Ставка</title></head><body><article><h1>Ставка</h1>
<p>Рубль укрепился за неделю. Инфляция замедлилась до шести процентов. Ставку снизят в июне.</p>
<p>Пётр Орлов считает, что снижать её рано. Бюджет исполнен с дефицитом.</p></article></body></html>`

const cooled = 'Инфляция замедлилась до шести процентов'
const lowered = 'Ставку снизят в июне'
const early = 'снижать её рано'

test.beforeEach(({ home }) => keepSettings(home))

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('rate.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('rate.html', article))
  return project
}

const tag = async (page: Page, quote: string, key: string) => {
  const before = await cards(page).count()
  await selectQuote(page, quote)
  await page.keyboard.press(key)
  await expect(cards(page)).toHaveCount(before + 1)
}

const tagAll = async (page: Page) => {
  await tag(page, 'Пётр Орлов', '1')
  await tag(page, cooled, '3')
  await tag(page, lowered, '3')
  await tag(page, early, '2')
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const card = (page: Page, quote: string) => cards(page).filter({ has: page.locator('.card-quote', { hasText: quote }) })
/** On its words: the lines below lead elsewhere. */
const focusOn = (page: Page, quote: string) => card(page, quote).locator('.card-quote').click()
const linksOn = (page: Page, quote: string) => card(page, quote).getByRole('list', { name: 'Links' })
const picker = (page: Page) => page.getByRole('dialog', { name: 'Link to another annotation' })
const said = (page: Page) => page.getByRole('contentinfo').getByRole('status')
const focused = (page: Page) => page.locator('.cards [data-active] .card-quote')

const bundleOf = async (home: Home, project: string) => {
  const { stdout, code } = await actant(home, 'export', project)
  expect(code).toBe(0)
  const { annotations, links } = JSON.parse(stdout)
  const idOf = (quote: string): string =>
    annotations.find((one: { target: { fragments: { quote: string }[] } }) => one.target.fragments[0]?.quote === quote)
      ?.id
  return { links, idOf }
}

test('links are made by three keys, read on both cards, followed there and back, and undone', async ({
  home,
  launch,
}) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await tagAll(page)

  await focusOn(page, lowered)
  await press(page, 'l')
  await expect(picker(page).getByRole('radio', { name: /supports/ })).toBeFocused()
  await expectAccessible(page)
  // The nearest is offered first, and mentions are no end of such a link.
  await expect(picker(page).getByRole('option')).toHaveText([new RegExp(cooled), new RegExp(early)])
  await press(page, 'c')
  await expect(picker(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('рано')
  await expect(picker(page).getByRole('option')).toHaveCount(1)
  await press(page, 'Enter')
  await expect(picker(page)).toBeHidden()
  await expect(said(page)).toContainText(/Linked: .*contradicts/)
  await expect(linksOn(page, lowered)).toContainText(`contradicts ↔“${early}”`)
  await expect(linksOn(page, early)).toContainText(`contradicts ↔“${lowered}”`)

  // The type that was used last is taken again; another one has its letter.
  await focusOn(page, cooled)
  await press(page, 'l')
  await expect(picker(page).getByRole('radio', { name: /contradicts/ })).toBeFocused()
  await press(page, 's', 'Enter')
  await expect(linksOn(page, cooled)).toContainText(`supports →“${lowered}”`)
  await expect(linksOn(page, lowered)).toContainText(`← supported by“${cooled}”`)

  // The same once more is said to be there, from the other end of a symmetric one too.
  await focusOn(page, early)
  await press(page, 'l', 'c')
  await page.keyboard.type('ставку')
  await expect(picker(page).getByRole('option', { selected: true })).toContainText('linked already')
  await press(page, 'Enter')
  await expect(said(page)).toContainText('already linked like this')

  // Around the links of one annotation by G, and back to it; Ctrl+[ from anywhere.
  await focusOn(page, lowered)
  await press(page, 'g')
  await expect(focused(page)).toHaveText(early)
  await press(page, 'g')
  await expect(focused(page)).toHaveText(cooled)
  await press(page, 'Shift+G')
  await expect(focused(page)).toHaveText(lowered)
  await press(page, 'Control+BracketLeft')
  await expect(focused(page)).toHaveText(cooled)
  await press(page, 'Control+BracketLeft')
  await expect(focused(page)).toHaveText(lowered)
  await press(page, 'g', 'g', 'g')
  await expect(focused(page)).toHaveText(lowered)

  await chooseMenu(app, 'edit.undo')
  await expect(linksOn(page, cooled)).toBeHidden()
  await chooseMenu(app, 'edit.redo')
  await expect(linksOn(page, cooled)).toContainText('supports')

  const { links, idOf } = await bundleOf(home, project)
  const [smaller, larger] = [idOf(lowered), idOf(early)].sort()
  expect(links).toHaveLength(2)
  expect(links).toContainEqual(
    expect.objectContaining({ type: 'contradicts', from: smaller, to: { annotation: larger }, certainty: 'sure' }),
  )
  expect(links).toContainEqual(
    expect.objectContaining({ type: 'supports', from: idOf(cooled), to: { annotation: idOf(lowered) } }),
  )
})

test('a link is made by the mouse, followed by a click, changed and removed in the form', async ({ home, launch }) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await tagAll(page)

  await focusOn(page, cooled)
  await card(page, cooled).getByRole('button', { name: /link…/ }).click()
  await picker(page).getByText('questions').click()
  await picker(page).getByRole('button', { name: 'Choose in the text' }).click()
  await expect(picker(page)).toBeHidden()
  // What cannot be linked so is refused, and the choice goes on.
  await focusOn(page, 'Пётр Орлов')
  await expect(said(page)).toContainText('cannot lead to an annotation of this type')
  await clickWords(page, early)
  await expect(linksOn(page, cooled)).toContainText(`questions →“${early}”`)
  await expect(focused(page)).toHaveText(cooled)
  await expect(linksOn(page, early)).toContainText(`← questioned by“${cooled}”`)

  await linksOn(page, cooled).getByRole('button', { name: early }).click()
  await expect(focused(page)).toHaveText(early)

  // By keys: Tab to the other one, Enter; Escape makes none.
  await focusOn(page, lowered)
  await press(page, 'l')
  await picker(page).getByRole('button', { name: 'Choose in the text' }).click()
  await expect(articleText(page)).toBeFocused()
  await press(page, 'Escape')
  await expect(said(page)).toContainText('No link was made')
  await expect(focused(page)).toHaveText(lowered)

  await focusOn(page, early)
  await press(page, 'Enter')
  const form = page.getByRole('form', { name: 'Edit the annotation' })
  const type = form.getByRole('combobox', { name: /^Type of the link/ })
  await expect(type.locator('option:checked')).toHaveText('questioned by')
  await type.selectOption({ label: 'supported by' })
  await expect(said(page)).toContainText('The link is changed')
  await form.getByRole('textbox', { name: /^Note on the link/ }).fill('сомнительно')
  await press(page, 'Enter')
  await form.getByRole('listitem').getByRole('checkbox', { name: 'Unsure' }).check()
  await expect(linksOn(page, cooled)).toContainText(`supports →“${early}”`)
  await expect(linksOn(page, cooled)).toContainText('?')
  const kept = await bundleOf(home, project)
  expect(kept.links).toMatchObject([
    { type: 'supports', from: kept.idOf(cooled), note: 'сомнительно', certainty: 'unsure' },
  ])

  await type.focus()
  await press(page, 'Delete')
  await expect(form.getByRole('listitem')).toHaveCount(0)
  await expect(said(page)).toContainText('The link is removed')
  await expect(linksOn(page, cooled)).toBeHidden()
  await press(page, 'Escape')
  await expect(form).toBeHidden()
  await press(page, 'Control+z')
  await expect(linksOn(page, cooled)).toContainText(`supports →“${early}”`)
})

test('a link into another article opens it, and Ctrl+[ comes back', async ({ home, launch }) => {
  const project = await projectWith(home)
  await actant(home, 'add', project, home.file('budget.txt', 'Бюджет\n\nДефицит вырос вдвое. Расходы сократят.'))
  const first = await launch({ args: [project] })
  await tag(first.page, cooled, '3')
  await tag(first.page, lowered, '3')
  await press(first.page, 'l', 's', 'Enter')
  await expect(linksOn(first.page, cooled)).toContainText('supported by')
  await press(first.page, 'Alt+ArrowDown')
  await expect(articleText(first.page)).toContainText('Дефицит')
  await tag(first.page, 'Дефицит вырос вдвое', '3')
  await expect(cards(first.page)).toHaveCount(1)
  await first.close()

  // Such a link comes with another's work.
  const { stdout } = await actant(home, 'export', project)
  const bundle = JSON.parse(stdout)
  const { idOf } = await bundleOf(home, project)
  bundle.links.unshift({
    ...bundle.links[0],
    id: '01920000-0000-7000-8000-0000000000aa',
    version: { '01920000-0000-7000-8000-0000000000bb': 1 },
    from: idOf('Дефицит вырос вдвое'),
    to: { annotation: idOf(cooled) },
    type: 'questions',
  })
  const merged = await actant(home, 'merge', project, home.file('more.json', JSON.stringify(bundle)))
  expect(merged.stdout).toContain('new: 1 link')

  const { page } = await launch({ args: [project] })
  await page.getByRole('option', { name: /Ставка/ }).click()
  const line = linksOn(page, cooled).getByRole('button', { name: 'Дефицит' })
  await expect(line).toHaveText(/questioned by.*Дефицит вырос вдвое.*in “.*Бюджет/)
  await line.click()
  await expect(articleText(page)).toContainText('Расходы сократят')
  await expect(focused(page)).toHaveText('Дефицит вырос вдвое')
  await expect(articleText(page)).toBeFocused()
  await press(page, 'Control+BracketLeft')
  await expect(focused(page)).toHaveText(cooled)
  await expect(articleText(page)).toContainText(lowered)
})

/** Clicks in the middle of the first place that reads so. */
const clickWords = async (page: Page, quote: string) => {
  const place = await articleText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at + 2)
      range.setEnd(node, at + 3)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    return undefined
  }, quote)
  if (!place) throw new Error(`No stretch of the text reads “${quote}”`)
  await page.mouse.click(place.x, place.y)
}
