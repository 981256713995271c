/** The article's text as a person meets it: words to point at, drag over and step to. */
import type { Page } from '@playwright/test'
import { expect } from './app.ts'

type Box = { left: number; right: number; middle: number }
/** `first` and `last` count the words of the whole article from 0; a hyphen parts words. */
export type Words = { first: number; last: number }

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })

/** Drags over words, from the beginning of the first to the end of the last. */
export const drag = async (page: Page, { first, last }: Words) => {
  const from = await boxOf(page, first)
  const to = await boxOf(page, last)
  await page.mouse.move(from.left + 1, from.middle)
  await page.mouse.down()
  await page.mouse.move((from.left + to.right) / 2, (from.middle + to.middle) / 2)
  await page.mouse.move(to.right - 1, to.middle)
  await page.mouse.up()
}

/** Puts the caret before a word by a click, then selects by keys alone. */
export const selectByKeys = async (page: Page, { first, last }: Words) => {
  const { left, middle } = await boxOf(page, first)
  await page.mouse.click(left + 1, middle)
  for (let word = first; word <= last; word += 1) await page.keyboard.press('Control+Shift+ArrowRight')
}

/** The words that are selected, as the browser has them. */
export const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '')

export const expectAnnotations = (page: Page, count: number) =>
  expect(page.locator('.status-counts')).toContainText(count === 1 ? '1 annotation' : `${count} annotations`)

const boxOf = async (page: Page, word: number): Promise<Box> => {
  const box = await textOf(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let index = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        if (index === wanted) {
          const range = document.createRange()
          range.setStart(node, match.index)
          range.setEnd(node, match.index + match[0].length)
          node.parentElement?.scrollIntoView({ block: 'center' })
          const { left, right, top, bottom } = range.getBoundingClientRect()
          return { left, right, middle: (top + bottom) / 2 }
        }
        index += 1
      }
    }
    return undefined
  }, word)
  if (!box) throw new Error(`The article has no word ${word}`)
  return box
}
