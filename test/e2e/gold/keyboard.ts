/** The window by keys alone. What is on the screen is only read, to know when to press what. */
import type { Locator, Page } from '@playwright/test'
import { findAll, normalText } from '../../../src/core/find.ts'
import type { Span } from '../../../src/core/span.ts'
import { expect } from '../app.ts'
import { articleText } from '../quote.ts'

export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on with Tab until a part of the window has the keyboard. */
export const tabTo = async (page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
  await expect(wanted.first()).toBeVisible()
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}

const isFocused = (wanted: Locator): Promise<boolean> =>
  wanted.first().evaluate((element) => element === document.activeElement)

/** Chooses an entry of the closed list that has the keyboard, by its first letters. */
export const choose = async (page: Page, list: Locator, value: string) => {
  await tabTo(page, list)
  const label = await list.evaluate(
    (element, wanted) => [...(element as HTMLSelectElement).options].find((one) => one.value === wanted)?.label,
    value,
  )
  if (label === undefined) throw new Error(`No entry ${value}`)
  await page.keyboard.type(label)
  await expect(list).toHaveValue(value)
}

/** Takes an entry of a field with proposals: the one of an id, or of a name. */
export const take = async (page: Page, field: Locator, query: string, wanted: { id: string } | { name: string }) => {
  await tabTo(page, field)
  if (query) await page.keyboard.insertText(query)
  const list = page.locator(`[id="${await field.getAttribute('aria-controls')}"]`)
  const options = list.getByRole('option')
  const entry =
    'id' in wanted
      ? list.locator(`[role=option][id$="${wanted.id}"]`)
      : options.filter({ has: page.locator('.combo-label').getByText(wanted.name, { exact: true }) })
  await expect(entry.first()).toBeVisible()
  const at = await entry.first().getAttribute('id')
  for (let moves = await options.count(); moves >= 0; moves -= 1) {
    if ((await field.getAttribute('aria-activedescendant')) === at) break
    await page.keyboard.press('ArrowDown')
  }
  expect(await field.getAttribute('aria-activedescendant')).toBe(at)
  await page.keyboard.press('Enter')
}

/** Selects a stretch of the article by finding its words; the keyboard is in the text then. UTF-16 code units. */
export const selectByFinding = async (page: Page, text: string, { start, end }: Span) => {
  const words = text.slice(start, end)
  const place = findAll(normalText(text), words).findIndex((span) => span.start === start) + 1
  expect(place).toBeGreaterThan(0)
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in the article' }).or(page.locator('#find-field'))
  await expect(field).toBeFocused()
  await page.keyboard.insertText(words)
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toHaveText(/^\d+/)
  const current = async () => Number((await count.textContent())?.match(/\d+/)?.[0])
  for (let steps = 0; (await current()) !== place; steps += 1) {
    expect(steps).toBeLessThan(60)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
}
