/** Rows 3 and 4 of the fault matrix: power cuts, and a disk that reports an error. */
import { expect, test } from 'vitest'
import { anna, reopened } from '../workbench/project.ts'
import { powerCuts } from './power-cut.ts'
import { hasStrace, projectAtRest, rounds, traced } from './processes.ts'

/** How many of the acknowledged annotations are gone after a cut. */
const lost = (path: string, articleId: string, said: string[]): number => {
  const { workbench, close } = reopened(path)
  const ids = new Set(workbench.annotations(articleId).map(({ id }) => id))
  close()
  return said.filter((id) => !ids.has(id)).length
}

test.skipIf(!hasStrace)('a power cut loses nothing acknowledged', { timeout: 300_000 }, async () => {
  const { path, articleId } = await projectAtRest()
  let cuts = 0
  for (const cut of powerCuts(path, 25, ['tag', String(rounds(2) * 50)])) {
    expect(lost(cut.path, articleId, cut.said)).toBe(0)
    const { workbench, close } = reopened(cut.path)
    expect(await workbench.check()).toEqual({ ok: true, findings: [] })
    close()
    cuts++
  }
  expect(cuts).toBe(rounds(2) * 2)
})

test.skipIf(!hasStrace)(
  'with synchronous=NORMAL it would: so the model sees what is not synced',
  { timeout: 300_000 },
  async () => {
    const { path, articleId } = await projectAtRest()
    for (const cut of powerCuts(path, 25, ['tag', '50'], { SYNCHRONOUS: '1' })) {
      expect(lost(cut.path, articleId, cut.said)).toBeGreaterThan(0)
    }
  },
)

test.skipIf(!hasStrace)(
  'when a sync fails nothing is written any more, and what was saved stays',
  { timeout: 60_000 },
  async () => {
    const { path, articleId } = await projectAtRest()
    const said = traced(path, ['inject=fsync,fdatasync:error=EIO:when=20+'], 'fail', '60')
    const saved = said.filter((line) => !line.startsWith('Failure'))
    const failures = said.slice(saved.length)
    expect(saved.length).toBeGreaterThan(0)
    expect(failures.length).toBeGreaterThan(30)
    for (const line of failures) expect(line).toMatch(/^Failure: file .*"io"/)
    const { workbench } = reopened(path)
    workbench.identify(anna)
    const ids = workbench.annotations(articleId).map(({ id }) => id)
    expect(saved.filter((id) => !ids.includes(id))).toEqual([])
    expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  },
)
