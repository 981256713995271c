/** The window while a folder of articles comes in. All times but `seconds` are milliseconds. */
import { drive } from './drive.ts'
import type { BenchArticle } from './project.ts'

export type AddingTimes = {
  seconds: number
  /** Between one frame and the next, while articles come in and, `quiet`, before. */
  frames: number[]
  quiet: number[]
  /** From the press of a key to the frame that shows the tag, while articles come in. */
  tags: number[]
}

export const measureAdding = async (
  project: string,
  state: string,
  { title, text }: BenchArticle,
  articles: string,
): Promise<AddingTimes> => {
  const driven = await drive(project, state)
  const { page } = driven
  await page.evaluate(([name, opening]) => window.bench.open(name, opening), [title, text.slice(0, 40)] as const)
  await page.waitForTimeout(2000)
  await page.evaluate(() => window.bench.watchFrames())
  await page.waitForTimeout(3000)
  const quiet = await page.evaluate(() => window.bench.takeFrames())
  await page.evaluate(() => window.bench.watchKeys())
  const began = performance.now()
  await driven.addFolder(articles)
  const isDone = () => page.evaluate(() => document.querySelector('dialog[open]') !== null)
  for (let round = 0; !(await isDone()); round += 1) {
    await page.evaluate((share) => window.bench.selectWord(share), (round % 12) / 12)
    await page.keyboard.press('Digit1')
    await page.waitForTimeout(400)
  }
  const seconds = (performance.now() - began) / 1000
  const frames = await page.evaluate(() => window.bench.takeFrames())
  const tags = await page.evaluate(() => window.bench.takeKeyTimes())
  await driven.close()
  return { seconds, frames, quiet, tags }
}
