/** What an annotation stands on: fragments, boundaries, parting, copies and another type, with all that hangs on it. */
import type { Page } from '@playwright/test'
import type { Annotation } from '../../src/core/annotation.ts'
import type { Bundle } from '../../src/core/bundle-schema.ts'
import { fileOf, sampleBundle } from '../core/sample-bundle.ts'
import { actant, anna, expect, type Home, keepSettings, test } from './app.ts'
import { articleText, cards, clickBefore, placeOf, selectQuote } from './quote.ts'

/** Who made the sample's annotations. */
const maker = { id: '01990000-0000-7000-8000-000000000001', name: 'Анна' }

/** An actor, a position of two fragments and a claim, with links, codes, attributes, notes and chains. */
const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('talks.actant')
  const bundle = { ...sampleBundle(), conflicts: [], tombstones: [] }
  await actant(home, 'new', project)
  const merged = await actant(home, 'merge', project, home.file('talks.json', fileOf(bundle)))
  expect(merged.code, merged.stdout + merged.stderr).toBe(0)
  return project
}

const bundleOf = async (home: Home, project: string): Promise<Bundle> => {
  const { stdout, code } = await actant(home, 'export', project)
  expect(code).toBe(0)
  const checked = await actant(home, 'validate', home.file('out.json', stdout), '--json')
  expect(JSON.parse(checked.stdout).files[0].verdict).toBe('accept')
  return JSON.parse(stdout)
}

const ofType = <T extends Annotation['type']>({ annotations }: Bundle, type: T) =>
  annotations.filter((one): one is Extract<Annotation, { type: T }> => one.type === type)
const quotesOf = ({ target }: Pick<Annotation, 'target'>) => target.fragments.map(({ quote }) => quote)

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const focused = (page: Page) => page.locator('.cards [data-active] .card-quote')
const said = (page: Page) => page.locator('.status-said')

/** Everything but what is meant to differ: place, and the stamp of the change. */
const unmoved = ({ target: _, version: __, modifiedAt: ___, modifiedBy: ____, ...rest }: Annotation) => rest

const position = 'министр 🇺🇳 согласится … перемирие'

test('boundaries move by keys, a burst is one step, and nothing that hangs on the annotation is lost', async ({
  home,
  launch,
}) => {
  keepSettings(home, { identity: maker })
  const project = await projectWith(home)
  const before = await bundleOf(home, project)
  const app = await launch({ args: [project] })
  const { page } = app
  await clickBefore(page, 'отступим')
  await expect(focused(page)).toHaveText('«Мы не отступим»')

  await press(page, 'Shift+BracketRight', 'Shift+BracketRight', 'Shift+BracketRight')
  await expect(focused(page)).toHaveText('«Мы')
  await expect(said(page)).toHaveText('This boundary cannot be moved any further that way.')
  await press(page, 'BracketRight', 'Alt+BracketRight', 'Alt+BracketRight', 'Alt+Shift+BracketLeft')
  await expect(focused(page)).toHaveText('Мы не о')
  await expect.poll(async () => ofType(await bundleOf(home, project), 'claim').map(quotesOf)).toEqual([['Мы не о']])

  // One burst, one step: undone and done again as a whole, and named.
  await press(page, 'Control+z')
  await expect(said(page)).toContainText('Undone: move boundaries of claim')
  await expect(focused(page)).toHaveText('«Мы не отступим»')
  await press(page, 'Control+Shift+z')
  await expect(focused(page)).toHaveText('Мы не о')

  // The fragment at the caret, and without a pause before undo.
  await clickBefore(page, 'перемирие')
  await expect(focused(page)).toHaveText(position)
  await press(page, 'BracketRight')
  await expect(focused(page)).toHaveText('министр 🇺🇳 согласится … перемирие, если')
  await press(page, 'Control+z')
  await expect(focused(page)).toHaveText(position)
  // With the caret elsewhere the outer ends; what is done next is a step of its own.
  await press(page, 'BracketLeft', 'BracketRight', 'Control+u')
  await expect(focused(page)).toHaveText('что министр 🇺🇳 согласится … перемирие, если')
  await press(page, 'Control+z', 'Control+z')
  await expect(focused(page)).toHaveText(position)

  // What waits to be written is written before the window closes.
  await clickBefore(page, 'перемирие')
  await press(page, 'BracketLeft')
  await app.close()
  const after = await bundleOf(home, project)
  expect(ofType(after, 'claim').map(quotesOf)).toEqual([['Мы не о']])
  expect(ofType(after, 'position').map(quotesOf)).toEqual([['министр 🇺🇳 согласится', 'на перемирие']])
  expect(after.annotations.map(unmoved)).toEqual(before.annotations.map(unmoved))
  expect(after.links).toEqual(before.links)
})

test('words picked in the text, by search too, become a fragment; the one at the caret is taken away', async ({
  home,
  launch,
}) => {
  keepSettings(home, { identity: maker })
  const project = await projectWith(home)
  const before = await bundleOf(home, project)
  const { page } = await launch({ args: [project] })
  await clickBefore(page, 'отступим')
  await press(page, 'f')
  await expect(said(page)).toContainText('Select more words')
  await expect(page.locator('.status-hints')).toContainText('take the words')
  // Keys of the annotation are still meanwhile, and a search leads to the words.
  await press(page, 'd', 'Control+f')
  await page.keyboard.type('АГЕНТСТВО НЕ')
  await expect(page.locator('.find-count')).toHaveText('1 of 1')
  await press(page, 'Escape', 'Enter')
  await expect(focused(page)).toHaveText('«Мы не отступим» … Агентство не')
  await expect(said(page)).toHaveText('The words were added; it has 2 fragments now')
  await expect(cards(page)).toHaveCount(3)

  // What stands beside a fragment is joined with it; what is inside is there already; Escape leaves all as it is.
  await press(page, 'f')
  await selectQuote(page, 'смогло')
  await press(page, 'Enter')
  await expect(focused(page)).toHaveText('«Мы не отступим» … Агентство не смогло')
  await press(page, 'f')
  await clickBefore(page, 'смогло')
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('These words belong to the annotation already.')
  await press(page, 'f', 'Escape', 'Shift+F')
  await expect(focused(page)).toHaveText('«Мы не отступим»')
  await press(page, 'Shift+F')
  await expect(said(page)).toContainText('This is its only fragment.')
  await press(page, 'Control+z')
  await expect(focused(page)).toHaveText('«Мы не отступим» … Агентство не смогло')

  const after = await bundleOf(home, project)
  expect(ofType(after, 'claim').map(quotesOf)).toEqual([['«Мы не отступим»', 'Агентство не смогло']])
  expect(after.annotations.map(unmoved)).toEqual(before.annotations.map(unmoved))
  expect(after.links).toEqual(before.links)
  await press(page, 'Control+z', 'Control+z')
  await expect(focused(page)).toHaveText('«Мы не отступим»')
})

test('a boundary is dragged by its handle to whole words; Escape lets it go, and words under handles can be clicked', async ({
  home,
  launch,
}) => {
  keepSettings(home, { identity: maker })
  const project = await projectWith(home)
  const before = await bundleOf(home, project)
  const { page } = await launch({ args: [project] })
  await expect(articleText(page)).toContainText('Посредник')
  await expect(page.locator('.boundary-handle')).toHaveCount(0)
  await clickBefore(page, 'отступим')
  const handle = page.locator('.boundary-handle')
  await expect(handle).toHaveCount(2)
  for (const box of [await handle.first().boundingBox(), await handle.last().boundingBox()]) {
    expect(box?.width).toBeGreaterThanOrEqual(24)
    expect(box?.height).toBeGreaterThanOrEqual(24)
  }

  const dragEnd = async (quote: string) => {
    const box = await handle.last().boundingBox()
    const { to } = await placeOf(page, quote)
    if (!box) throw new Error('no handle')
    await page.mouse.move(box.x + 12, box.y + 12)
    await page.mouse.down()
    await page.mouse.move(box.x + 30, box.y + 12, { steps: 4 })
    // In the middle of the last word, as far below the line as the handle was taken.
    await page.mouse.move(to.x + 12 - 10, to.y + 24, { steps: 6 })
  }
  await dragEnd('возразил')
  await expect(focused(page)).toHaveText('«Мы не отступим», — возразил')
  await press(page, 'Escape')
  await expect(focused(page)).toHaveText('«Мы не отступим»')
  await page.mouse.up()
  await expect(focused(page)).toHaveText('«Мы не отступим»')

  await dragEnd('возразил')
  await page.mouse.up()
  await expect(focused(page)).toHaveText('«Мы не отступим», — возразил')
  const after = await bundleOf(home, project)
  expect(ofType(after, 'claim').map(quotesOf)).toEqual([['«Мы не отступим», — возразил']])
  expect(after.annotations.map(unmoved)).toEqual(before.annotations.map(unmoved))
  expect(after.links).toEqual(before.links)
  await press(page, 'Control+z')
  await expect(focused(page)).toHaveText('«Мы не отступим»')
  await press(page, 'Escape')
  await expect(handle).toHaveCount(0)

  // A click on a handle is a click on what it hangs over.
  await clickBefore(page, 'отступим')
  const box = await handle.first().boundingBox()
  if (!box) throw new Error('no handle')
  await page.mouse.click(box.x + 4, box.y + 20)
  await expect(handle).toHaveCount(0)
})

test('an annotation is split at the caret or into its fragments, duplicated, and gets another type', async ({
  home,
  launch,
}) => {
  keepSettings(home, { identity: maker })
  const project = await projectWith(home)
  const before = await bundleOf(home, project)
  const { page } = await launch({ args: [project] })
  await clickBefore(page, 'отступим')
  await press(page, 'x')
  await expect(said(page)).toContainText('Split into 2 annotations')
  await expect(focused(page)).toHaveText('«Мы не')
  await expect(cards(page)).toHaveCount(4)
  await press(page, 'Escape')
  await press(page, 'Tab')
  await expect(focused(page)).toHaveText('отступим»')
  const parted = await bundleOf(home, project)
  const [whole] = ofType(before, 'claim')
  for (const part of ofType(parted, 'claim')) expect(part).toMatchObject({ body: whole?.body, codes: whole?.codes })
  expect(parted.links).toEqual(before.links)
  await press(page, 'Control+z')
  await expect(cards(page)).toHaveCount(3)

  // From the list, with the caret elsewhere: into its fragments.
  await cards(page).locator('.card-quote', { hasText: 'согласится' }).click()
  await press(page, 'x')
  await expect(cards(page)).toHaveCount(4)
  await expect(focused(page)).toHaveText('министр 🇺🇳 согласится')
  await press(page, 'Control+z')
  await expect(cards(page)).toHaveCount(3)

  await clickBefore(page, 'отступим')
  await press(page, 'd')
  await expect(said(page)).toHaveText('Duplicated; the copy is in focus')
  await expect(cards(page)).toHaveCount(4)
  // A claim's body is lost but for the chain: asked first. Escape leaves it, undo brings everything back.
  await press(page, 'Shift+Digit2')
  const question = page.getByRole('dialog', { name: 'Turn it into a position?' })
  await expect(question).toContainText('what is claimed, how it is said, issues, evidence for positions, and codes')
  await press(page, 'Escape')
  await expect(question).toBeHidden()
  await press(page, 'Shift+Digit2')
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('It is a position now')
  const retyped = await bundleOf(home, project)
  const copy = ofType(retyped, 'position').find((one) => quotesOf(one).join() === '«Мы не отступим»')
  expect(copy).toMatchObject({ codes: [], body: { holders: [], attribution: whole?.body.attribution } })
  expect(ofType(retyped, 'claim').map(unmoved)).toEqual(ofType(before, 'claim').map(unmoved))
  expect(retyped.links).toEqual(before.links)
  await press(page, 'Control+z', 'Control+z')
  await expect(cards(page)).toHaveCount(3)

  // Nothing to lose: at once.
  await selectQuote(page, 'проверить')
  await press(page, '1', 'Shift+Digit3')
  await expect(said(page)).toHaveText('It is a claim now')
  await press(page, 'Control+z')
  await expect(said(page)).toContainText('Undone')
  const undone = await bundleOf(home, project)
  expect(ofType(undone, 'actor').map(quotesOf)).toContainEqual(['проверить'])
})

test('of another’s annotation a burst of keys makes one copy of one’s own', async ({ home, launch }) => {
  keepSettings(home, { identity: anna })
  const project = await projectWith(home)
  const before = await bundleOf(home, project)
  const app = await launch({ args: [project] })
  const { page } = app
  await clickBefore(page, 'отступим')
  await press(page, 'Shift+BracketRight')
  await expect(said(page)).toContainText('made a copy of your own')
  await press(page, 'Alt+BracketLeft', 'Alt+Shift+BracketLeft', 'Alt+Shift+BracketLeft')
  await expect(focused(page)).toHaveText('Мы не')
  await expect(cards(page)).toHaveCount(4)
  await app.close()
  const after = await bundleOf(home, project)
  const [theirs] = ofType(before, 'claim')
  expect(ofType(after, 'claim')).toContainEqual(theirs)
  const mine = ofType(after, 'claim').find(({ annotatorId }) => annotatorId === anna.id)
  expect(mine).toMatchObject({ basedOn: [theirs?.id], body: theirs?.body, codes: theirs?.codes })
  expect(mine && quotesOf(mine)).toEqual(['Мы не'])
})
