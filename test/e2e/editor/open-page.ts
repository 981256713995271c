/** Builds the page once a worker and opens it in Electron for each test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type ConsoleMessage, _electron as electron, expect, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { Annotation } from '../../../src/core/annotation.ts'
import type { Article, Block, Mark } from '../../../src/core/article.ts'
import type { AnnotationType } from '../../../src/core/schema.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** One window for all tests of a worker, with a fresh page for each. Errors of the page, refusals of its policy too, fail the test. */
export const test = base.extend<{ editor: Page }, { window: Page }>({
  window: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture uses from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'actant-page-'))
      await build({
        root: path('page'),
        plugins: [react()],
        logLevel: 'warn',
        build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
      })
      const app = await electron.launch({
        executablePath: String(createRequire(import.meta.url)('electron')),
        args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), path('window.cjs')],
        env: { ...(process.env as Record<string, string>), ACTANT_TEST_PAGE: folder },
      })
      await use(await app.firstWindow())
      await app.close()
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  editor: async ({ window }, use) => {
    const errors: string[] = []
    const onPageError = (error: Error) => errors.push(error.message)
    const onMessage = (message: ConsoleMessage) => message.type() === 'error' && errors.push(message.text())
    window.on('pageerror', onPageError).on('console', onMessage)
    await window.reload()
    await window.waitForFunction(() => 'page' in globalThis)
    await use(window)
    window.off('pageerror', onPageError).off('console', onMessage)
    expect(errors).toEqual([])
  },
})

const stamp = {
  version: { '01990000-0000-7000-8000-000000000001': 1 },
  createdAt: '2025-01-01T00:00:00.000Z',
  createdBy: '01990000-0000-7000-8000-000000000002',
  modifiedAt: '2025-01-01T00:00:00.000Z',
  modifiedBy: '01990000-0000-7000-8000-000000000002',
}

/** An article; without blocks its paragraphs are parted by blank lines. */
export const articleOf = (text: string, blocks: Block[] = [], marks: Mark[] = []): Article => ({
  ...stamp,
  id: `sha256:${String(text.length).padStart(64, '0')}`,
  text,
  textRevision: 0,
  blocks,
  marks,
  language: 'ru',
})

/** An annotation of the first occurrence of its quotes. */
export const annotationOf = (
  id: string,
  type: AnnotationType,
  text: string,
  quotes: string | string[],
  rest: Partial<Pick<Annotation, 'certainty' | 'anchor'>> = {},
): Annotation => {
  const fragments = [quotes]
    .flat()
    .map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote }))
  const common = {
    ...stamp,
    id,
    articleId: `sha256:${'0'.repeat(64)}`,
    annotatorId: stamp.createdBy,
    target: { fragments, prefix: '', suffix: '' },
    codes: [],
    attributes: {},
    certainty: 'sure' as const,
    origin: 'manual' as const,
    basedOn: [],
    anchor: 'exact' as const,
    ...rest,
  }
  if (type === 'actor') return { ...common, type, body: {} }
  if (type === 'position') return { ...common, type, body: { holders: [], attribution: [] } }
  return { ...common, type, body: { issueIds: [], evidenceFor: [], attribution: [] } }
}
