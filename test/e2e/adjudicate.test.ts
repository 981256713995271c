/** Deciding between two annotators' bundles, by keys: what is agreed at once, differences one by one. */
import type { Page } from '@playwright/test'
import { bundleOf, type Place } from '../cli/sample-bundle.ts'
import { actant, expect, type Home, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { cards } from './quote.ts'
import { bundleOf as exported, form, press } from './tagging.ts'

const text = 'Anna met Boris in Geneva. Clara met David in Minsk, and nobody met Egor in Prague.'
const boris = '0199a000-0000-7000-8000-0000000000b2'

const place = (quote: string): Place => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote })

/** One place in which both agree, a claim they bound differently, and one that only the first has. */
const first = ['Anna', 'Clara met David', 'Egor', 'Prague']
const second = ['Anna', 'Clara met David in Minsk', 'Egor']

const annotated = (quotes: readonly string[], whose?: string): string =>
  bundleOf(text, quotes.map(place), (bundle) => {
    const [anna] = bundle.annotators
    if (anna && whose) bundle.annotators.push({ ...anna, id: whose, name: 'Boris' })
    for (const [index, annotation] of bundle.annotations.entries()) {
      if (whose) annotation.annotatorId = whose
      annotation.id = `0199a000-0000-7000-9000-${whose ? 'b' : 'a'}${String(index).padStart(11, '0')}`
      const isEgor = annotation.target.fragments[0]?.quote === 'Egor'
      if (isEgor) Object.assign(annotation.body, { mention: whose ? 'nominal' : 'name' })
    }
  })

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('talks.actant')
  await actant(home, 'new', project)
  await actant(
    home,
    'merge',
    project,
    home.file('1.json', annotated(first)),
    home.file('2.json', annotated(second, boris)),
  )
  return project
}

const pane = (page: Page) => page.locator('.adjudication')
const progress = (page: Page) => pane(page).locator('.pane-count')
const quotes = (page: Page) => pane(page).locator('.version-quote')
const goldOf = async (home: Home, project: string) => {
  const { annotations } = await exported(home, project)
  return annotations
    .filter(({ origin }: { origin: string }) => origin === 'adjudication')
    .map(({ target, body }: { target: { fragments: Place[] }; body: object }) => [target.fragments[0]?.quote, body])
}

test('what is agreed is accepted in one key, differences are walked and decided, and all of it is undone', async ({
  home,
  launch,
}) => {
  keepSettings(home)
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await expect(cards(page)).toHaveCount(7)
  await press(page, 'Control+Shift+a')
  await expect(progress(page)).toHaveText('0 of 4 decided')
  await expect(quotes(page)).toHaveText([/^Clara met David in Minsk/, /^Clara met David/])
  await expect(pane(page).getByText('differs')).toHaveCount(2)
  await expectAccessible(page)

  await press(page, 'a')
  await expect(progress(page)).toHaveText('1 of 4 decided')
  await expect.poll(() => goldOf(home, project)).toEqual([['Anna', {}]])

  // Forward and back, then the second version.
  await press(page, 'ArrowRight')
  await expect(quotes(page)).toHaveText(['Egor', 'Egor'])
  await expect(pane(page).locator('.version-line.differs')).toHaveCount(2)
  await press(page, 'ArrowLeft')
  await press(page, '2')
  await expect(progress(page)).toHaveText('2 of 4 decided')

  // One's own, from a copy of the first; Escape goes back to the versions first.
  await expect(quotes(page)).toHaveText(['Egor', 'Egor'])
  await press(page, 'o')
  await expect(form(page)).toBeVisible()
  await expectAccessible(page, '.adjudication')
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  await press(page, 'o')
  await form(page).getByRole('textbox', { name: 'Note' }).fill('Both have a point.')
  await press(page, 'Control+Enter')
  await expect(progress(page)).toHaveText('3 of 4 decided')

  // What only one has: not kept.
  await expect(quotes(page)).toHaveText(['Prague'])
  await expect(pane(page)).toContainText(/Boris.* tagged nothing here/)
  await press(page, 'n')
  await expect(progress(page)).toHaveText('4 of 4 decided')
  await expect(pane(page)).toContainText('Everything is decided.')
  await expect
    .poll(() => goldOf(home, project))
    .toEqual([
      ['Anna', {}],
      ['Clara met David', {}],
      ['Egor', { mention: 'name' }],
    ])
  await press(page, 'Control+z')
  await expect(progress(page)).toHaveText('3 of 4 decided')
  await expect(quotes(page)).toHaveText(['Prague'])

  await press(page, 'Escape')
  await expect(pane(page)).toBeHidden()
  await expect(cards(page)).toHaveCount(10)
})

test('with one annotator there is nothing to adjudicate, and it is said', async ({ home, launch }) => {
  keepSettings(home)
  const project = home.file('alone.actant')
  await actant(home, 'new', project)
  await actant(home, 'merge', project, home.file('1.json', annotated(first)))
  const { page } = await launch({ args: [project] })
  await expect(cards(page)).toHaveCount(4)
  await press(page, 'Control+Shift+a')
  await expect(page.locator('.status-said')).toContainText('nothing to adjudicate')
  await expect(pane(page)).toBeHidden()
})
