/** What is measured in the window, size by size, beside the bare text in the same place. All times are milliseconds. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Driven, drive } from './drive.ts'
import type { BenchArticle } from './project.ts'

/** One run's values by name; several runs are put together by their median (`p95` over all of them is taken within a run). */
export type Measured = {
  openBare: number
  open: number
  scrollBare: number
  scroll: number
  longTasks: number
  add: number
  remove: number
  keyToPainted: number
  hitTest: number
  /** Processor time of the main thread for the same, where the system tells it. */
  processor?: Processor
}

export type Processor = { openBare: number; open: number; scrollBare: number; scroll: number; add: number }

export type Memory = { empty: number; bare: number; article: number }

/** Opens each article once in one start of the program, the first only to warm up, and measures the others. */
export const measureRun = async (
  project: string,
  folder: string,
  articles: readonly BenchArticle[],
): Promise<Measured[]> => {
  const driven = await drive(project, join(folder, 'state'))
  const results: Measured[] = []
  for (const [index, article] of articles.entries()) {
    const measured = await measureArticle(driven, article)
    if (index > 0) results.push(measured)
  }
  await driven.close()
  return results
}

/** Memory of the window's process: with a short article, with that and the bare text, and with the article. */
export const measureMemory = async (
  project: string,
  folder: string,
  short: BenchArticle,
  long: BenchArticle,
): Promise<Memory> => {
  const started = async (use: (driven: Driven) => Promise<unknown>): Promise<number> => {
    const driven = await drive(project, join(folder, 'state'))
    await open(driven.page, short)
    await use(driven)
    await driven.page.waitForTimeout(4000)
    const megabytes = await driven.memory()
    await driven.close()
    return megabytes
  }
  return {
    empty: await started(async () => {}),
    bare: await started(({ page }) => page.evaluate((text) => window.bench.drawBare(text), long.text)),
    article: await started(({ page }) => open(page, long)),
  }
}

const steps = 80
const repeats = 12

const measureArticle = async (driven: Driven, article: BenchArticle): Promise<Measured> => {
  const { page } = driven
  const opened = await timed(driven, () => open(page, article))
  // The rest of the annotations comes in pages after the first.
  await page.waitForTimeout(1000 + article.annotations / 4)
  const openBare = await timed(driven, () => page.evaluate((text) => window.bench.drawBare(text), article.text))
  const bare = await timed(driven, () => page.evaluate((count) => window.bench.scroll('bare', count), steps))
  await page.evaluate(() => window.bench.removeBare())
  await page.waitForTimeout(500)
  const scrolled = await timed(driven, () => page.evaluate((count) => window.bench.scroll('article', count), steps))
  const { added, addedTimes, removed } = await measureChanges(driven)
  const keyToPainted = await measureKeys(page)
  const clicks = await page.evaluate(() => window.bench.clicks(300))
  return {
    openBare: openBare.result,
    open: opened.result,
    scrollBare: p95(bare.result.steps),
    scroll: p95(scrolled.result.steps),
    longTasks: scrolled.result.longTasks,
    add: median(added),
    remove: median(removed),
    keyToPainted,
    hitTest: p95(clicks),
    ...(driven.processorTime() !== undefined && {
      processor: {
        openBare: openBare.time,
        open: opened.time,
        scrollBare: bare.time / steps,
        scroll: scrolled.time / steps,
        add: median(addedTimes),
      },
    }),
  }
}

/** What it answers, and the processor time of the main thread meanwhile; 0 where the system does not tell. */
const timed = async <T>({ processorTime }: Driven, act: () => Promise<T>): Promise<{ result: T; time: number }> => {
  const before = processorTime() ?? 0
  const result = await act()
  return { result, time: (processorTime() ?? 0) - before }
}

const open = (page: Page, { title, text }: BenchArticle): Promise<number> =>
  page.evaluate(([name, opening]) => window.bench.open(name, opening), [title, text.slice(0, 40)] as const)

/** Tags words all over the window and removes each again, by keys sent at the start of a frame. */
const measureChanges = async (
  driven: Driven,
): Promise<{ added: number[]; addedTimes: number[]; removed: number[] }> => {
  const { page } = driven
  // With somebody else's first tag the window begins to say whose each one is: that comes once in an article, and is not what a tag costs.
  await page.evaluate(() => window.bench.selectWord(1))
  await page.evaluate(() => window.bench.press('Digit3'))
  await page.waitForTimeout(500)
  const added: number[] = []
  const addedTimes: number[] = []
  const removed: number[] = []
  for (let round = 0; round < repeats; round += 1) {
    await page.evaluate((share) => window.bench.selectWord(share), round / repeats)
    const before = await page.evaluate(() => window.bench.painted())
    const { result, time } = await timed(driven, () => page.evaluate(() => window.bench.press('Digit1')))
    added.push(result)
    addedTimes.push(time)
    if ((await page.evaluate(() => window.bench.painted())) <= before)
      throw new Error('The tag was not painted at once')
    await page.waitForTimeout(250)
    removed.push(await page.evaluate(() => window.bench.press('Delete')))
    await page.waitForTimeout(250)
  }
  return { added, addedTimes, removed }
}

/** Real key presses, from the press to the frame that shows the tag. */
const measureKeys = async (page: Page): Promise<number> => {
  await page.evaluate(() => window.bench.watchKeys())
  for (let round = 0; round < repeats; round += 1) {
    await page.evaluate((share) => window.bench.selectWord(share), (round + 0.5) / repeats)
    await page.keyboard.press('Digit1')
    await page.waitForTimeout(250)
    await page.keyboard.press('Delete')
    await page.waitForTimeout(250)
  }
  return p95(await page.evaluate(() => window.bench.takeKeyTimes()))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const p95 = (values: readonly number[]): number => quantile(values, 0.95)

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
