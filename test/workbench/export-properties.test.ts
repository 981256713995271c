/** Whatever is in a project: every export accounts for each record, and what another program could read back is what went out. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type FormatId, formatIds } from '../../src/core/formats/out/format.ts'
import type { FormatReport, Workbench } from '../../src/workbench/contract.ts'
import { anna, newProject } from './project.ts'
import { projectBy, projectPlan } from './random-project.ts'

vi.setConfig({ testTimeout: 120_000 })

const runs = { numRuns: 12 }

const lists = (bundle: Record<string, unknown[]> & { codebook: Record<string, unknown[]> }) => ({
  annotator: bundle['annotators'],
  code: bundle.codebook['codes'],
  attribute: bundle.codebook['attributes'],
  linkType: bundle.codebook['linkTypes'],
  actor: bundle['actors'],
  issue: bundle['issues'],
  link: bundle['links'],
  adjudication: bundle['adjudications'],
  progress: bundle['progress'],
  article: bundle['articles'],
  annotation: bundle['annotations'],
  tombstone: bundle['tombstones'],
  conflict: bundle['conflicts'],
})

const sum = (counts: object): number => Object.values(counts).reduce((all: number, one: number) => all + one, 0)

test('every format accounts for each record of the bundle of any project', async () => {
  await fc.assert(
    fc.asyncProperty(projectPlan, async (plan) => {
      const { workbench, path } = await projectBy(plan)
      await workbench.exportBundle(join(dirname(path), 'bundle.json'))
      const bundle = JSON.parse(readFileSync(join(dirname(path), 'bundle.json'), 'utf8'))
      for (const format of formatIds) {
        const request = { format, layer: 'all' as const, nesting: 'outermost' as const }
        const report = await workbench.exportFormat(join(dirname(path), `out-${format}`), request)
        expect(report.state).toBe(bundle.digest)
        for (const [kind, list] of Object.entries(lists(bundle))) {
          const { all, carried, lost, without } = report.loss[kind as keyof FormatReport['loss']]
          const count = list?.length
          expect({ format, kind, all, told: carried + sum(lost) }).toEqual({ format, kind, all: count, told: count })
          for (const changed of Object.values(without)) expect(changed).toBeLessThanOrEqual(carried)
        }
      }
    }),
    runs,
  )
})

/** Formats that are read as well as written. */
const readable = [
  'hf',
  'brat',
  'labelstudio',
  'doccano',
  'w3c',
  'webanno-tsv',
  'cas-json',
] as const satisfies FormatId[]

/** Places and types of annotations, piece by piece: some formats part fragments, and brat parts at line ends too. */
const piecesOf = (workbench: Workbench): string[] =>
  workbench.articles().flatMap(({ id }) => {
    const { text } = workbench.article(id)
    return workbench.annotations(id).flatMap(({ type, target }) =>
      target.fragments.flatMap(({ start, quote }) => {
        expect(text.slice(start, start + quote.length)).toBe(quote)
        let at = start
        return quote.split('\n').flatMap((line) => {
          const piece = `${id} ${type} ${at} ${line}`
          at += line.length + 1
          return line === '' ? [] : [piece]
        })
      }),
    )
  })

test.each(readable)(
  'what %s says is read again: the same texts, and annotations of the same types at the same places',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(projectPlan, async (plan) => {
        const { workbench, path } = await projectBy(plan)
        const place = join(dirname(path), `out${extensions[format] ?? ''}`)
        const { loss } = await workbench.exportFormat(place, { format, layer: 'all' })
        const again = newProject()
        again.workbench.identify(anna)
        const source = format === 'hf' ? join(place, 'train.jsonl') : place
        const { files } = await again.workbench.importAnnotated({ files: [source], format })
        expect(files.flatMap(({ problems, failure }) => [...problems, ...(failure ? [failure] : [])])).toEqual([])
        expect(loss.annotation.lost['token-border']).toBeUndefined()
        expect(piecesOf(again.workbench).sort()).toEqual(piecesOf(workbench).sort())
      }),
      runs,
    )
  },
)

const extensions: Partial<Record<FormatId, string>> = { labelstudio: '.json', doccano: '.jsonl' }
