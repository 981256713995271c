/** Two people, each with a window: the same article, bundles both ways, a conflict settled, agreement read, a gold layer. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type App, actant, anna, answerDialogs, createHome, expect, type Home, keepSettings, test } from './app.ts'
import { cards } from './quote.ts'
import { bundleOf, focused, form, makeActor, press, tag } from './tagging.ts'

const article =
  'Ольга Быкова считает, что мост закроют. По словам Быковой, ремонт начнётся весной. Пётр Шилов возражает.'
const boris = { id: '0199a000-0000-7000-8000-0000000000b2', name: 'Boris' }

/** Exports from the window by its key; the file then. */
const exportTo = async (app: App, home: Home, name: string): Promise<string> => {
  const file = home.file(name)
  await answerDialogs(app, file)
  await app.page.keyboard.press('Control+e')
  await expect.poll(() => existsSync(file)).toBe(true)
  return file
}

/** Merges a bundle from the palette, after a look at what it would bring. */
const merge = async (app: App, file: string, then?: RegExp) => {
  const { page } = app
  await answerDialogs(app, file)
  await press(page, 'Control+k')
  await page.keyboard.insertText('Merge bundles')
  await press(page, 'Enter')
  const preview = page.getByRole('dialog', { name: 'What the merge would bring' })
  await expect(preview).toContainText('can be merged')
  await press(page, 'Enter')
  const report = page.getByRole('dialog', { name: 'Merging bundles' })
  await expect(report).toBeVisible()
  if (then) await report.getByRole('button', { name: then }).press('Enter')
  else await press(page, 'Escape')
  await expect(report).toBeHidden()
}

const noteActor = async (page: Page, note: string) => {
  await press(page, 'Control+2')
  await page
    .getByRole('listbox', { name: 'Actors' })
    .getByRole('option', { name: /Ольга Быкова/ })
    .click()
  await press(page, 'Control+i')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Note' }).fill(note)
  await press(page, 'Control+Enter')
  await expect(dialog).toBeHidden()
}

const claim = async (page: Page, quote: string, paraphrase: string) => {
  await tag(page, quote, '3')
  await press(page, 'Enter')
  await page.keyboard.insertText(paraphrase)
  await press(page, 'Control+Enter')
  await expect(form(page)).toBeHidden()
}

test('two windows, merged both ways: nothing is lost, a conflict is settled at both, agreement is read, gold is made', async ({
  home,
  launch,
}) => {
  test.setTimeout(180_000)
  const his = createHome()
  keepSettings(home, { identity: anna })
  keepSettings(his, { identity: boris })
  const hers = home.file('anna.actant')
  const other = his.file('boris.actant')
  await actant(home, 'new', hers)
  await actant(home, 'add', hers, home.file('bridge.txt', article))
  const start = home.file('start.json')
  await actant(home, 'export', hers, '-o', start)
  await actant(his, 'new', other)
  await actant(his, 'merge', other, start)
  const a = await launch({ args: [hers] })
  const b = await launch({ home: his, args: [other] })

  // Both tag the same article; what they exchange stands side by side, each with its own maker.
  await makeActor(a.page, 'Ольга Быкова')
  await claim(a.page, 'мост закроют', 'Мост закроют.')
  await claim(a.page, 'ремонт начнётся весной', 'Ремонт весной.')
  await merge(b, await exportTo(a, home, 'anna-1.json'))
  await expect(cards(b.page)).toHaveCount(3)
  await tag(b.page, 'Быковой', '1')
  await press(b.page, 'Space')
  await expect(focused(b.page).locator('.card-line.main')).toContainText('Ольга Быкова')
  await claim(b.page, 'мост закроют', 'Мост закроют.')
  await tag(b.page, 'Пётр Шилов', '1')

  // The same actor described by both without knowing of each other.
  await noteActor(a.page, 'мэр города')
  await noteActor(b.page, 'инженер')
  await merge(a, await exportTo(b, his, 'boris-1.json'), /Decide 1 conflict/)
  const conflict = a.page.getByRole('dialog', { name: 'Changed in two places' })
  await expect(conflict).toContainText('мэр города')
  await expect(conflict).toContainText('инженер')
  await press(a.page, '1')
  await expect(conflict).toContainText('All is decided.')
  await press(a.page, 'Enter')
  await merge(b, await exportTo(a, home, 'anna-2.json'))
  await expect(b.page.getByRole('button', { name: /conflict/ })).toBeHidden()

  // How far they agree, and the layer of what they agree on.
  await press(a.page, 'Control+Shift+G')
  const figures = a.page.getByRole('grid', { name: 'Agreement of annotators' })
  await expect(
    figures
      .getByRole('row', { name: /^everything/ })
      .getByRole('gridcell')
      .first(),
  ).toContainText('0.33')
  await press(a.page, 'Escape')
  await press(a.page, 'Control+1')
  await press(a.page, 'Control+Shift+a')
  const deciding = a.page.locator('.adjudication')
  await expect(deciding.locator('.pane-count')).toHaveText('0 of 5 decided')
  await press(a.page, 'a')
  await expect(deciding.locator('.pane-count')).toHaveText('1 of 5 decided')
  await press(a.page, 'Escape')
  const gold = JSON.parse(readFileSync(await exportTo(a, home, 'anna-3.json'), 'utf8'))
  expect(gold.adjudications).toHaveLength(1)
  expect(
    gold.annotations
      .filter(({ origin }: { origin: string }) => origin === 'adjudication')
      .map(({ target }: { target: { fragments: { quote: string }[] } }) => target.fragments[0]?.quote),
  ).toEqual(['мост закроют'])

  // In the end both have the same.
  await merge(b, home.file('anna-3.json'))
  await a.close()
  await b.close()
  const [mine, theirs] = [await bundleOf(home, hers), await bundleOf(his, other)]
  for (const list of ['annotations', 'actors', 'annotators', 'adjudications', 'conflicts', 'tombstones'])
    expect(theirs[list]).toEqual(mine[list])
  expect(mine.annotations).toHaveLength(7)
  expect(mine.conflicts).toEqual([])
  rmSync(his.folder, { recursive: true, force: true })
})
