/** Annotations come from another tool's files and go out for a trainer, through the window and its keys. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type App, answerDialogs, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { articleText, cards } from './quote.ts'
import { bundleOf, press } from './tagging.ts'

const texts = [
  'Анна Орлова встретила 🙂 Бориса.\r\nМост нужен городу, сказала она.',
  'Борис молчал.\r\nМост слишком дорог, считает Вера.',
  'Вера уехала в Лимку.',
]

/** A corpus as brat keeps it: offsets in code points, CR counted. */
const corpus = (home: Home): string => {
  const folder = home.file('corpus')
  mkdirSync(folder)
  const marks = [
    ['Person Анна Орлова', 'Person Бориса', 'Opinion Мост нужен городу', 'Date она'],
    ['Person Борис', 'Opinion Мост слишком дорог', 'Person Вера'],
    ['Person Вера', 'Place Лимку'],
  ]
  for (const [index, text] of texts.entries()) {
    const lines = (marks[index] ?? []).map((mark, number) => {
      const [, layer = '', words = ''] = /^(\S+) (.*)$/.exec(mark) ?? []
      const start = [...text.slice(0, text.indexOf(words))].length
      return `T${number + 1}\t${layer} ${start} ${start + [...words].length}\t${words}`
    })
    if (index === 0) lines.push('R1\tMet Arg1:T1 Arg2:T2', 'A1\tSex T1 female', 'T9\tPerson 0 4\tИван')
    writeFileSync(join(folder, `${index + 1}.txt`), text)
    writeFileSync(join(folder, `${index + 1}.ann`), lines.join('\n'))
  }
  return folder
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const rules = (page: Page) => page.getByRole('listbox', { name: 'What was found' })
const rule = (page: Page, name: string) => rules(page).getByRole('option', { name: new RegExp(`^\\S* ?${name}`) })

/** In a project of its own. */
const begin = async (page: Page) => {
  await expect(cards(page).first()).toBeVisible()
  await press(page, 'Control+N')
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible()
}

/** Files or folders, dropped as from the desktop. */
const drop = ({ electron }: App, ...files: string[]) =>
  electron.evaluate(async ({ BrowserWindow }, dropped) => {
    const tools = BrowserWindow.getAllWindows()[0]?.webContents.debugger
    if (!tools) return
    tools.attach('1.3')
    const data = { items: [], files: dropped, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await tools.sendCommand('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
    tools.detach()
  }, files)

type Made = { type: string; codes: string[]; target: { fragments: { quote: string }[] } }
type Code = { id: string; label: { en?: string; ru?: string } }

test('a corpus is mapped by keys, tried, imported as one step and taken back; the mapping stays', async ({
  home,
  launch,
}) => {
  keepSettings(home)
  const app = await launch()
  const { page } = app
  const project = home.file('p.actant')
  await answerDialogs(app, project)
  await begin(page)

  await answerDialogs(app, corpus(home))
  await press(page, 'Control+Shift+I')
  await expect(dialog(page, 'Import annotations')).toBeVisible()
  await press(page, 'Tab', 'Enter')
  await expect(dialog(page, 'Import annotations · brat')).toBeVisible()
  await expect(rules(page)).toBeFocused()
  await expect(rule(page, 'Opinion')).toBeVisible()
  await expect(page.locator('.sample-mark').first()).toHaveText('Мост нужен городу')
  await expectAccessible(page, 'dialog[open]')

  // Opinions become positions, places are left out.
  await press(page, 'Home', '2')
  await expect(page.locator('.sample-mark.position').first()).toHaveText('Мост нужен городу')
  // Closed by mistake, what was changed is there again.
  await press(page, 'Escape', 'Control+Shift+I', 'Tab', 'Enter')
  await expect(page.getByLabel('Mapping', { exact: true })).toHaveValue(' ')
  await rule(page, 'Place').click()
  await press(page, '0')
  await expect(rule(page, 'Place')).toContainText('left out')
  await page.getByRole('button', { name: 'Save mapping…' }).press('Enter')
  await page.keyboard.type('News')
  await press(page, 'Enter')
  await expect(page.getByLabel('Mapping', { exact: true })).toHaveValue('News')
  await expect(page.getByLabel('Mapping', { exact: true })).toBeFocused()

  await page.getByRole('button', { name: 'What would come of it' }).press('Enter')
  const tried = dialog(page, 'Import annotations · brat')
  await expect(tried.getByText(/^Would be new: 3 articles, 7 annotations, 1 link/)).toBeVisible()
  await expect(tried.getByText('3 files would be taken over.')).toBeVisible()
  await expect(tried.getByText('line 7: the quote is not what stands there: Иван')).toBeVisible()
  await expect(tried.getByText(/offsets: code points, CR counted; proved by quotes/)).toBeVisible()
  await expectAccessible(page, 'dialog[open]')
  expect((await bundleOf(home, project)).articles).toEqual([])

  await press(page, 'Enter')
  const done = dialog(page, 'Annotations imported')
  await expect(done.getByText(/^New: 3 articles, 7 annotations, 1 link/)).toBeVisible()
  await press(page, 'Enter')
  await expect(done).toBeHidden()
  await expect(cards(page)).toHaveCount(3)
  const imported = await bundleOf(home, project)
  const label = (id: string | undefined) => imported.codebook.codes.find((code: Code) => code.id === id)?.label.en
  expect(
    imported.annotations
      .map(({ type, codes: [code], target }: Made) => `${type} ${label(code)} ${target.fragments[0]?.quote}`)
      .sort(),
  ).toEqual([
    'actor Person Анна Орлова',
    'actor Person Борис',
    'actor Person Бориса',
    'actor Person Вера',
    'actor Person Вера',
    'position Opinion Мост нужен городу',
    'position Opinion Мост слишком дорог',
  ])

  await press(page, 'Control+Z')
  await expect(page.locator('[data-area="articles"] .list-row')).toHaveCount(0)
  await press(page, 'Control+Shift+Z')
  await expect(page.locator('[data-area="articles"] .list-row')).toHaveCount(3)
  expect((await bundleOf(home, project)).annotations).toHaveLength(imported.annotations.length)

  // Offered again for the same format, with what it says.
  await press(page, 'Control+Shift+I', 'Tab', 'Enter')
  await expect(page.getByLabel('Mapping', { exact: true })).toHaveValue('News')
  await expect(page.locator('.sample-mark.position').first()).toHaveText('Мост нужен городу')
  await page.getByRole('button', { name: 'What would come of it' }).press('Enter')
  await expect(page.getByText('Nothing is new.')).toBeVisible()
})

test('a data set goes out split, with an account that was shown before', async ({ home, launch }) => {
  keepSettings(home)
  const app = await launch()
  const { page } = app
  await expect(cards(page).first()).toBeVisible()
  await press(page, 'Control+Shift+F')
  const form = dialog(page, 'Export for other tools')
  await expect(form.getByText('3 articles, 319 annotations.')).toBeVisible()
  await expectAccessible(page, 'dialog[open]')

  // One tag a word: what to keep of nested spans is asked, and nothing can be written before.
  await form.getByLabel('Format').selectOption('IOB2')
  await expect(form.getByRole('alert')).toContainText('Choose what to keep')
  await expect(form.getByRole('button', { name: 'Export…' })).toBeDisabled()
  await form.getByLabel('Spans inside one another').selectOption('keep the outermost')
  await expect(form.getByText(/nested in another or crossing it/)).toBeVisible()
  await expect(form.getByRole('button', { name: 'Export…' })).toBeEnabled()

  await form.getByLabel('Format').selectOption('Hugging Face dataset')
  await form.getByRole('checkbox', { name: 'Claim' }).press('Space')
  await form.getByRole('checkbox', { name: 'Split into training and test articles' }).press('Space')
  await form.getByRole('textbox', { name: 'Shares' }).fill('60/40')
  await expect(form.getByText(/^Articles: train \d, test \d\.$/)).toBeVisible()
  const lost = form.getByRole('list', { name: 'The account' }).getByText(/left out: 47 \(another type\)/)
  await expect(lost).toBeVisible()
  const folder = home.file('data')
  await answerDialogs(app, folder)
  await form.getByRole('button', { name: 'Export…' }).press('Enter')

  const report = dialog(page, 'Exported')
  await expect(report.getByText('“\u2068data\u2069” is written (Hugging Face dataset).')).toBeVisible()
  await expect(report.getByText(/left out: 47 \(another type\)/)).toBeVisible()
  await expectAccessible(page, 'dialog[open]')
  const account = JSON.parse(readFileSync(join(folder, 'loss.json'), 'utf8'))
  expect(account.loss.annotation.lost).toEqual({ type: 47 })
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['train.jsonl', 'test.jsonl', 'README.md']))
  const saved = home.file('account.json')
  await answerDialogs(app, saved)
  await report.getByRole('button', { name: 'Save account…' }).press('Enter')
  await expect.poll(() => readdirSync(home.folder)).toContain('account.json')
  expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual(account)
  await press(page, 'Escape')

  // What was chosen last is there again.
  await press(page, 'Control+Shift+F')
  await expect(form.getByRole('textbox', { name: 'Shares' })).toHaveValue('60/40')
  await expect(form.getByRole('checkbox', { name: 'Claim' })).not.toBeChecked()
})

test('a file of another tool that is opened with the program is recognised, others are added as articles', async ({
  home,
  launch,
}) => {
  keepSettings(home)
  const folder = corpus(home)
  const { page } = await launch({
    args: [join(folder, '1.ann'), join(folder, '1.txt'), home.file('more.txt', 'Ещё одна статья.')],
  })
  await expect(dialog(page, 'Import annotations · brat')).toBeVisible()
  await expect(dialog(page, 'Import annotations · brat').getByText('1 file with 1 text')).toBeVisible()
  await press(page, 'Escape')
  const articles = page.locator('[data-area="articles"] .list-row')
  await expect(articles).toHaveCount(4)
  await expect(articles.last()).toContainText('Ещё одна статья')
})

test('what is dropped on the dialog is looked into, what is refused is said before, and the keyboard is never lost', async ({
  home,
  launch,
}) => {
  keepSettings(home)
  const app = await launch()
  const { page } = app
  await answerDialogs(app, home.file('p.actant'))
  await begin(page)
  const add = page.getByRole('button', { name: 'Add articles…' })
  await expect(add).toBeFocused()

  const folder = corpus(home)
  await press(page, 'Control+Shift+I')
  await expect(dialog(page, 'Import annotations')).toBeVisible()
  await drop(app, folder)
  await expect(dialog(page, 'Import annotations · brat')).toBeVisible()
  await expect(rules(page)).toBeFocused()
  await press(page, 'Escape')
  await expect(add).toBeFocused()

  // Not an article: that is said first, then the import goes on.
  const picture = home.file('picture.png', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0001\u0002\u0003')
  await drop(app, folder, picture, home.file('more.txt', 'Ещё одна статья.'))
  await expect(dialog(page, 'Adding articles')).toContainText('picture.png')
  await press(page, 'Enter')
  await expect(dialog(page, 'Import annotations · brat')).toBeVisible()
  await page.getByRole('button', { name: 'What would come of it' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeFocused()
  await press(page, 'Enter')
  await expect(dialog(page, 'Annotations imported')).toBeVisible()
  await press(page, 'Enter')
  await expect(articleText(page)).toBeFocused()

  // Once more it is all here.
  await drop(app, folder)
  await page.getByRole('button', { name: 'What would come of it' }).press('Enter')
  const again = dialog(page, 'Import annotations · brat')
  await expect(again.getByText('Nothing is new.')).toBeVisible()
  await expect(again.getByText(/would be taken over/)).toHaveCount(0)
  await expect(again.getByRole('option', { name: /2\.ann.*here already/ })).toBeVisible()
})

test('formats that are said in words are said in Russian', async ({ home, launch }) => {
  keepSettings(home, { language: 'ru' })
  const { page } = await launch()
  await expect(cards(page).first()).toBeVisible()
  await press(page, 'Control+Shift+F')
  const form = page.getByRole('dialog')
  const names = await form.getByLabel('Формат').locator('option').allTextContents()
  expect(names).toEqual(
    expect.arrayContaining(['CSV (утверждения)', 'CSV (позиции)', 'GraphML (сеть)', 'проект REFI-QDA']),
  )
  // One scroll of its own on each side, none around both.
  const body = form.locator('.modal-body')
  await page.setViewportSize({ width: 900, height: 700 })
  await expect
    .poll(() => body.evaluate((element) => element.scrollHeight - element.clientHeight))
    .toBeLessThanOrEqual(0)
})
