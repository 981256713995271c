/** The codebook by keys: made, used for coding, changed, and taken from project to project. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  type App,
  actant,
  answerDialogs,
  chooseMenu,
  expect,
  type Home,
  keepSettings,
  keptSettings,
  test,
} from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards, selectQuote } from './quote.ts'

const article = `<html lang="ru"><head><title>Переговоры</title></head><body><article><h1>Переговоры</h1>
<p>Сергей Лавров отверг план. Перемирие удержится, сказал собеседник. Нужны гарантии.</p></article></body></html>`

const id = (n: number) => `01990000-0000-7000-8000-00000000000${n}`
const book = {
  format: 'actant-codebook',
  formatVersion: '1.0',
  codes: [
    { id: id(1), type: 'claim', key: 'tone', label: { en: 'Tone' }, examples: [] },
    { id: id(2), type: 'claim', key: 'harsh', label: { en: 'Harsh' }, parent: id(1), examples: [], hotkey: 'q' },
    { id: id(3), type: 'claim', key: 'mild', label: { en: 'Mild', ru: 'Мягко' }, parent: id(1), examples: [] },
  ],
  attributes: [],
  linkTypes: [],
}

test.beforeEach(({ home }) => keepSettings(home))

const projectWith = async (home: Home, name = 'talks.actant'): Promise<string> => {
  const project = home.file(name)
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('talks.html', article))
  return project
}

const bundleOf = async (home: Home, project: string) => {
  const { stdout, code } = await actant(home, 'export', project)
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

const importBook = async (app: App, path: string) => {
  await answerDialogs(app, path)
  await chooseMenu(app, 'codebook.import')
}

const tree = (page: Page) => page.getByRole('tree', { name: 'Codebook' })
const entries = (page: Page) => tree(page).getByRole('treeitem')
const focused = (page: Page) => page.locator('.cards [data-active]')
const chips = (page: Page) => focused(page).getByRole('list', { name: 'Codes' }).getByRole('listitem')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const tag = async (page: Page, quote: string, key: string) => {
  const before = await cards(page).count()
  await selectQuote(page, quote)
  await page.keyboard.press(key)
  await expect(cards(page)).toHaveCount(before + 1)
}

/** With the codebook of the file, and a claim that is coded as harsh. */
const coded = async (home: Home, launch: (options: { args: string[] }) => Promise<App>) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(articleText(page)).toContainText('Лавров')
  await importBook(app, home.file('book.json', JSON.stringify(book)))
  await page.getByRole('dialog', { name: 'Importing a codebook' }).getByRole('button', { name: 'Close' }).last().click()
  await tag(page, 'Перемирие удержится', '3')
  await page.keyboard.press('q')
  await expect(chips(page)).toHaveText(['Harsh'])
  return { app, page, project }
}

test('codes are made in a tree and given to annotations, by keys alone', async ({ home, launch }) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await expect(articleText(page)).toContainText('Лавров')
  await press(page, 'Control+4')
  await expect(page.getByText('The codebook is empty.')).toBeVisible()
  await expect(tree(page)).toBeFocused()
  await expect(entries(page)).toHaveCount(5)

  // A code in the section of claims, and two beside it, with all that can be said of one.
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  const dialog = page.getByRole('dialog', { name: 'New code' })
  await expect(dialog.getByLabel('For')).toHaveValue('claim')
  await press(page, 'Control+Enter')
  await expect(dialog.getByText('A label in one of the languages is needed.')).toBeVisible()
  await page.keyboard.type('Tone')
  await press(page, 'Enter')
  await expect(entries(page).filter({ hasText: 'Tone' })).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Control+Alt+n')
  await page.keyboard.type('Harsh')
  await dialog.getByLabel('Definition').fill('The words attack somebody.')
  await dialog.getByRole('button', { name: 'Add an example' }).press('Enter')
  await page.keyboard.type('[сорвали] переговоры')
  await dialog.getByRole('radio', { name: 'No colour' }).focus()
  await press(page, 'ArrowRight')
  const hotkey = dialog.getByLabel('Key on the keyboard')
  await hotkey.focus()
  for (const [key, reason] of [
    ['1', '1 is taken: Tag as actor'],
    ['k', 'K is taken: Codes of the annotation'],
  ] as const) {
    await press(page, key)
    await expect(dialog.getByRole('alert')).toContainText(reason)
  }
  await press(page, 'q')
  await expect(dialog.getByRole('alert')).toBeHidden()
  await expectAccessible(page)
  await press(page, 'Control+Enter')
  await expect(dialog).toBeHidden()
  await press(page, 'Control+Alt+n')
  await page.keyboard.type('Mild')
  await hotkey.focus()
  await press(page, 'q')
  await expect(dialog.getByRole('alert')).toContainText('The code “⁨Harsh⁩” has Q already.')
  await press(page, 'Backspace', 'Enter')
  await expect(entries(page).filter({ hasText: 'Mild' })).toHaveAttribute('aria-selected', 'true')

  // Alt and the arrows put both under the first, and in the order that is wanted.
  const level = (name: string) => entries(page).filter({ hasText: name })
  await press(page, 'ArrowUp', 'Alt+ArrowRight')
  await expect(level('Harsh')).toHaveAttribute('aria-level', '3')
  await press(page, 'ArrowDown', 'Alt+ArrowRight')
  await expect(level('Mild')).toHaveAttribute('aria-level', '3')
  const ofClaims = entries(page).filter({ hasText: /Tone|Harsh|Mild/ })
  await press(page, 'Alt+ArrowUp')
  await expect(ofClaims).toHaveText([/Tone/, /Mild/, /Harsh/])
  await press(page, 'Alt+ArrowDown')
  await expect(ofClaims).toHaveText([/Tone/, /Harsh/, /Mild/])
  await expectAccessible(page)

  // An attribute, from the section that is asked for.
  await press(page, 'End', 'ArrowUp', 'Control+Alt+n')
  const attribute = page.getByRole('dialog', { name: 'New attribute' })
  await page.keyboard.type('Checked')
  await attribute.getByLabel('For').selectOption('claim')
  await attribute.getByLabel('Kind of value').selectOption('boolean')
  await attribute.getByLabel('Every annotation needs a value').press('Space')
  await expectAccessible(page)
  await press(page, 'Control+Enter')
  await expect(entries(page).filter({ hasText: 'Checked' })).toBeVisible()

  // A code's own key, on a Russian layout too; the picker; and the keys that say so again.
  await tag(page, 'Перемирие удержится', '3')
  const keys = await page.context().newCDPSession(page)
  const russianQ = { code: 'KeyQ', key: 'й', windowsVirtualKeyCode: 81 }
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'й', ...russianQ })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...russianQ })
  await expect(chips(page)).toHaveText(['Harsh'])
  await press(page, 'k')
  const picker = page.getByRole('dialog', { name: 'Codes of the annotation' })
  await page.keyboard.type('mil')
  await expect(picker.getByRole('option')).toHaveCount(1)
  await expectAccessible(page, '.picker')
  await press(page, 'Enter')
  await expect(picker.getByRole('option')).toHaveAttribute('aria-checked', 'true')
  await press(page, 'Escape', 'Escape')
  await expect(picker).toBeHidden()
  await expect(chips(page)).toHaveText(['Harsh', 'Mild'])
  await press(page, 'Control+z')
  await expect(chips(page)).toHaveText(['Harsh'])

  // The form saves codes and attributes in one step.
  await press(page, 'Enter')
  const form = page.getByRole('form', { name: 'Edit the annotation' })
  await expect(form.getByText('still needed')).toBeVisible()
  await expectAccessible(page, '.card-form')
  await form.getByLabel('Checked').selectOption('yes')
  await expect(form.getByText('still needed')).toBeHidden()
  await form.getByRole('combobox', { name: 'Codes' }).focus()
  await page.keyboard.type('mild')
  await press(page, 'Enter', 'Control+Enter')
  await expect(form).toBeHidden()
  await expect(chips(page)).toHaveText(['Harsh', 'Mild'])
  await expect(focused(page).locator('.attributes')).toContainText(/Checked.*: yes/)
  await press(page, 'Control+z')
  await expect(chips(page)).toHaveText(['Harsh'])
  await expect(focused(page).locator('.attributes')).toBeHidden()
  await press(page, 'Control+Shift+z')

  // The definitions beside the text, where Enter gives a code or takes it back.
  await press(page, 'Control+Alt+g')
  const guide = page.getByRole('region', { name: 'Guidelines' })
  await expect(guide.getByRole('option').filter({ hasText: 'The words attack somebody.' })).toContainText('[сорвали]')
  await expectAccessible(page, '.guide')
  await guide.getByRole('searchbox').fill('attack')
  await press(page, 'Enter')
  await expect(chips(page)).toHaveText(['Mild'])
  await expect.poll(() => keptSettings(home).layout.guide).toBe(true)

  const bundle = await bundleOf(home, project)
  const codes = Object.fromEntries(bundle.codebook.codes.map((code: { key: string }) => [code.key, code]))
  expect(codes.harsh).toMatchObject({
    label: { en: 'Harsh' },
    parent: codes.tone.id,
    definition: 'The words attack somebody.',
    examples: ['[сорвали] переговоры'],
    hotkey: 'q',
    color: '#3b82c4',
  })
  expect(bundle.annotations).toMatchObject([{ codes: [codes.mild.id], attributes: { checked: true } }])
})

test('what a change to a code affects is shown first, and undo brings everything back', async ({ home, launch }) => {
  const { page, project } = await coded(home, launch)
  await press(page, 'Control+4')
  const harsh = entries(page).filter({ hasText: /^Harsh/ })
  await harsh.click()
  await expect(harsh).toContainText('1 annotation')

  await press(page, 'Control+Alt+r')
  const retiring = page.getByRole('dialog', { name: /Retire .*Harsh/ })
  await expect(retiring).toContainText('1 annotation uses it, in 1 article.')
  await press(page, 'Enter')
  await expect(harsh).toContainText('retired')
  await cards(page).first().click()
  await expect(chips(page)).toHaveText(['Harsh'])
  await press(page, 'k')
  const picker = page.getByRole('dialog', { name: 'Codes of the annotation' })
  await expect(picker.getByRole('option')).toHaveText([/Tone/, /Mild/])
  await press(page, 'Escape', 'Control+z')
  await expect(harsh).not.toContainText('retired')

  await harsh.click()
  await press(page, 'Control+Alt+m')
  await expect(page.getByRole('dialog', { name: /Merge .*Harsh/ })).toContainText('1 annotation uses it')
  await page.keyboard.type('мягко')
  await press(page, 'Enter')
  await expect(entries(page).filter({ hasText: /^Mild/ })).toContainText('1 annotation')
  await expect(harsh).toContainText(/merged into .*Mild/)
  await expect(cards(page).first()).toContainText('Mild')
  await press(page, 'Control+Alt+u')
  await expect(cards(page).first()).toContainText('Harsh')

  await press(page, 'Delete')
  const removal = page.getByRole('dialog', { name: /Remove .*Harsh/ })
  await expect(removal).toContainText('1 annotation uses it, in 1 article.')
  await removal.getByRole('checkbox', { name: 'Take these references away too' }).check()
  await expectAccessible(page)
  await removal.getByRole('button', { name: 'Remove the code' }).press('Enter')
  await expect(harsh).toBeHidden()
  await expect(cards(page).first()).not.toContainText('Harsh')
  expect((await bundleOf(home, project)).annotations).toMatchObject([{ codes: [] }])
  await press(page, 'Control+z')
  await expect(harsh).toContainText('1 annotation')
  await expect(cards(page).first()).toContainText('Harsh')
})

test('the codebook alone goes from one project to another; a broken file is refused with its place', async ({
  home,
  launch,
}) => {
  const { app, page } = await coded(home, launch)
  const file = home.file('out.json')
  await answerDialogs(app, file)
  await chooseMenu(app, 'codebook.export')
  await expect(page.getByText('Codebook exported to out.json')).toBeVisible()
  await answerDialogs(app, home.file('out.qdc'))
  await chooseMenu(app, 'codebook.export')
  await expect(page.getByText('Codebook exported to out.qdc')).toBeVisible()
  expect(readFileSync(home.file('out.qdc'), 'utf8')).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"')
  expect(JSON.parse(readFileSync(file, 'utf8')).codes).toHaveLength(3)

  await answerDialogs(app, await projectWith(home, 'other.actant'))
  await chooseMenu(app, 'project.open')
  await expect(page.getByText('Select words in the text')).toBeVisible()
  await press(page, 'Control+4')
  await expect(page.getByText('The codebook is empty.')).toBeVisible()
  await importBook(app, file)
  const report = page.getByRole('dialog', { name: 'Importing a codebook' })
  await expect(report).toContainText('3 added')
  await expect(report).toContainText('Harsh')
  await press(page, 'Escape')
  await expect(entries(page).filter({ hasText: 'Harsh' })).toBeVisible()
  await importBook(app, file)
  await expect(report).toContainText('3 as they were')
  await press(page, 'Escape', 'Control+z')
  await expect(page.getByText('The codebook is empty.')).toBeVisible()

  const broken = JSON.stringify({ ...book, codes: book.codes.slice(0, 1) }).replace('"key":', '"key":"a","key":')
  await importBook(app, home.file('broken.json', broken))
  const notice = page.getByRole('alert').filter({ hasText: 'The codebook was not imported' })
  await expect(notice).toContainText('broken.json')
  await expect(notice).toContainText('/codes/0/key')
})
