/** What the tests do to the page and read from it, in the words of the editor. */
import type { Page } from '@playwright/test'
import type { Annotation } from '../../../src/core/annotation.ts'
import type { Article } from '../../../src/core/article.ts'
import type { ArticleEditorProps } from '../../../src/renderer/src/editor/types.ts'

type PlainProps = Partial<
  Pick<ArticleEditorProps, 'snap' | 'readOnly' | 'hiddenTypes' | 'focusId' | 'initialView' | 'annotations'>
>

export const show = async (page: Page, article: Article, annotations: Annotation[] = [], props: PlainProps = {}) => {
  // As text: the types of records are too deep for those of evaluate().
  await page.evaluate(
    (given) => {
      const [article, annotations, props] = JSON.parse(given)
      window.page.show(article, annotations, props)
    },
    JSON.stringify([article, annotations, props]),
  )
  // A face begins to load when the first frame needs it, and moves the words when it comes.
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    await document.fonts.ready
    await frame()
  })
}

export const update = (page: Page, props: PlainProps) =>
  page.evaluate((given) => window.page.update(JSON.parse(given)), JSON.stringify(props))

/** What the editor asked for by one of its callbacks, oldest first. */
export const calls = (page: Page, name: string): Promise<unknown[][]> =>
  page.evaluate((wanted) => window.page.calls.filter(([called]) => called === wanted).map(([, ...args]) => args), name)

/** The texts that a highlight covers. */
export const painted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((highlight) => {
    const texts: string[] = []
    for (const range of CSS.highlights.get(`actant-${highlight}`) ?? []) {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      texts.push(live.toString())
    }
    return texts
  }, name)

/** The names of all highlights that cover something. */
export const paintedNames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([, highlight]) => highlight.size > 0)
      .map(([name]) => name.replace('actant-', ''))
      .sort(),
  )

/** All text on the page in the article's element. */
export const shownText = (page: Page) => page.evaluate(() => document.querySelector('.article-text')?.textContent)

export const selectedText = (page: Page) => page.evaluate(() => getSelection()?.toString())

/** The place of a character on the screen: the left edge of the first letter of a quote, or the right edge of its last. */
export const placeOf = async (page: Page, quote: string, edge: 'start' | 'middle' | 'end' = 'middle') => {
  const box = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.article-text') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, y: (top + bottom) / 2 }
    }
    return undefined
  }, quote)
  if (!box) throw new Error(`The page does not show ${quote}`)
  const x = edge === 'start' ? box.left + 1 : edge === 'end' ? box.right - 1 : (box.left + box.right) / 2
  return { x, y: box.y }
}

export const clickOn = async (page: Page, quote: string, edge: 'start' | 'middle' | 'end' = 'middle') => {
  const { x, y } = await placeOf(page, quote, edge)
  await page.mouse.click(x, y)
}

export const drag = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }) => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Two clicks far apart in time are two clicks, not a double click. */
export const notDouble = (page: Page) => page.waitForTimeout(600)
