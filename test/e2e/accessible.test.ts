/** Every view of the window as axe sees it, in each language and each theme. */
import type { Page } from '@playwright/test'
import { expect, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { cards } from './quote.ts'
import { press } from './tagging.ts'

const text = (page: Page) => page.locator('[role=textbox][aria-readonly=true]')
const dialog = (page: Page) => page.locator('dialog[open]')

/** The dialogs that a key opens from anywhere, the list of the left pane they belong to before it. */
const dialogs = [
  ['Control+1', 'F2'],
  ['Control+2', 'Control+Shift+N'],
  ['Control+3', 'Control+Alt+N'],
  ['Control+4', 'Control+Alt+K'],
  ['Control+4', 'Control+Shift+T'],
  ['Control+4', 'Control+L'],
  ['Control+1', 'Control+Shift+I'],
  ['Control+1', 'Control+Shift+F'],
  ['Control+1', 'Control+K'],
  ['Control+1', 'F1'],
] as const

for (const [language, theme] of [
  ['en', 'light'],
  ['ru', 'dark'],
] as const) {
  test(`every view is accessible, ${language}, ${theme}`, async ({ home, launch }) => {
    test.setTimeout(180_000)
    keepSettings(home, { language, theme })
    const { page } = await launch()
    await expect(text(page)).toBeVisible()
    for (const [list, key] of dialogs) {
      await press(page, list)
      await expectAccessible(page, '[data-area="articles"]')
      await press(page, key)
      await expect(dialog(page)).toBeVisible()
      await expectAccessible(page, 'dialog[open]')
      await press(page, 'Escape')
      await expect(dialog(page)).toBeHidden()
    }

    // A position in focus with its handles, then its form; a claim's links and codes; the guidelines.
    await expect(cards(page).first()).toBeVisible()
    const position = cards(page)
      .filter({ has: page.locator('.card.position') })
      .first()
    await position.click()
    await expectAccessible(page)
    await press(page, 'Enter')
    await expect(page.locator('.card-form')).toBeVisible()
    await expectAccessible(page)
    await press(page, 'Escape', 'Escape')
    await expect(page.locator('.card-form')).toBeHidden()
    for (const key of ['l', 'k']) {
      await position.click()
      await press(page, key)
      await expect(dialog(page)).toBeVisible()
      await expectAccessible(page, 'dialog[open]')
      await press(page, 'Escape')
      await expect(dialog(page)).toBeHidden()
    }
    await press(page, 'Control+Alt+G')
    await expect(page.locator('.guide')).toBeVisible()
    await expectAccessible(page, '.guide')
    await press(page, 'Control+Alt+G')

    await press(page, 'Control+F9')
    await expect(page.locator('.corpus-cards')).toBeVisible()
    await expectAccessible(page, '.corpus')
    await press(page, 'Control+F9')
    await expect(text(page)).toBeFocused()

    await press(page, 'Control+Shift+L', 'Enter')
    await expect(page.locator('.filter-field .chip').first()).toBeVisible()
    await expectAccessible(page)
    await press(page, 'Escape', 'Control+Shift+X')

    await press(page, 'Control+Shift+E')
    await expect(page.locator('.correction-field')).toBeFocused()
    await press(page, 'Control+Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'x')
    await expectAccessible(page)
    await press(page, 'Control+Enter')
    await expect(dialog(page)).toBeVisible()
    await expectAccessible(page, 'dialog[open]')
    await press(page, 'Enter')
    await expect(page.locator('.orphan-bar')).toBeVisible()
    await expectAccessible(page)
  })
}
