/** Tagging and saying who it is, as an analyst does it. */
import type { Page } from '@playwright/test'
import { actant, expect, type Home } from './app.ts'
import { cards, selectQuote } from './quote.ts'

/** Presses keys one by one; a key with Ctrl or Shift held is one. Says how many there were. */
export const press = async (page: Page, ...keys: string[]): Promise<number> => {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

/** The project as it is exported. */
export const bundleOf = async (home: Home, project: string) => {
  const { stdout, code } = await actant(home, 'export', project)
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

export const tag = async (page: Page, quote: string, key: string) => {
  const before = await cards(page).count()
  await selectQuote(page, quote)
  await page.keyboard.press(key)
  await expect(cards(page)).toHaveCount(before + 1)
}

/** The card in focus. */
export const focused = (page: Page) => page.locator('.cards [data-active]')
export const form = (page: Page) => page.getByRole('form', { name: 'Edit the annotation' })

/** Tags a mention and makes an actor of its words. */
export const makeActor = async (page: Page, quote: string, ...keys: string[]) => {
  await tag(page, quote, '1')
  await page.keyboard.press('a')
  const picker = page.getByRole('dialog', { name: 'Say who this is' })
  await expect(picker.getByRole('option', { name: new RegExp(`Create .*${quote}`) })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await press(page, ...keys, 'Enter')
  await expect(picker).toBeHidden()
  await expect(focused(page).locator('.card-line.main')).toContainText(quote)
}
