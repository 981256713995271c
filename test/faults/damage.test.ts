/** Row 7 of the fault matrix: single bits that flip in a project at rest. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import { closeProject, openProject } from '../../src/store/open.ts'
import { anna, circumstances, opened } from '../workbench/project.ts'
import { projectAtRest, rounds } from './processes.ts'

/** A generator of its own (mulberry32), so that a failing flip can be found again. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** Refused, found by check, or nothing of the content different: never silently wrong. */
const verdictOn = async (path: string, expected: string): Promise<'refused' | 'found' | 'harmless' | 'wrong'> => {
  const to = join(dirname(path), 'flipped.json')
  try {
    const project = openProject(path, { ...circumstances, mode: 'write' })
    try {
      const { workbench } = opened(project)
      const { ok } = await workbench.check()
      if (!ok) return 'found'
      await workbench.exportBundle(to)
      workbench.identify(anna)
      while (workbench.undo());
      while (workbench.redo());
      return readFileSync(to, 'utf8') === expected ? 'harmless' : 'wrong'
    } finally {
      closeProject(project)
    }
  } catch (error) {
    if (error instanceof Failure) return 'refused'
    throw error
  }
}

test(`of ${rounds(1) * 30} flipped bits none changes anything unnoticed`, { timeout: 900_000 }, async () => {
  const { path } = await projectAtRest(30)
  const project = openProject(path, { ...circumstances, mode: 'read' })
  const to = join(dirname(path), 'expected.json')
  await opened(project).workbench.exportBundle(to)
  closeProject(project)
  const expected = readFileSync(to, 'utf8')
  const sound = readFileSync(path)
  const next = random(20250822)
  const verdicts = { refused: 0, found: 0, harmless: 0, wrong: 0 }
  const wrong: string[] = []
  for (let i = 0; i < rounds(1) * 30; i++) {
    const bytes = Buffer.from(sound)
    const bit = Math.floor(next() * bytes.length * 8)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(path, bytes)
    const verdict = await verdictOn(path, expected)
    verdicts[verdict] += 1
    if (verdict === 'wrong') wrong.push(`bit ${bit & 7} of byte ${bit >> 3}`)
  }
  expect(wrong).toEqual([])
  expect(verdicts.refused + verdicts.found).toBeGreaterThan(0)
  if (process.env['ACTANT_FAULT_ROUNDS']) console.log(verdicts)
})
