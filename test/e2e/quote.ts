/** The article's text with the mouse, on words named by what they are. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'

export const articleText = (page: Page): Locator => page.locator('[role=textbox][aria-readonly=true]')
export const cards = (page: Page): Locator => page.getByRole('grid').getByRole('row')

export type Point = { x: number; y: number }

/** The middle heights of the first and the last letter of the first place that reads so, at its outer edges. */
export const placeOf = async (page: Page, quote: string): Promise<{ from: Point; to: Point }> => {
  await expect(articleText(page)).toContainText(quote)
  const places = await articleText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const boxes = [...range.getClientRects()]
      const [first, last] = [boxes[0], boxes.at(-1)]
      return (
        first &&
        last && {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        }
      )
    }
    return undefined
  }, quote)
  if (!places) throw new Error(`No stretch of the text reads “${quote}”`)
  return places
}

/** Puts the caret before the first place that reads so. */
export const clickBefore = async (page: Page, quote: string) => {
  const { from } = await placeOf(page, quote)
  await page.mouse.click(from.x, from.y)
}

/** Drags over the first place that reads so. */
export const selectQuote = async (page: Page, quote: string) => {
  const { from, to } = await placeOf(page, quote)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}
