/** A project with one article of each size, fully annotated, made through the workbench itself. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotationTypes } from '../../src/core/annotation-types/index.ts'
import { createWorkbenchFile, newId } from '../../src/workbench/in-process.ts'
import { type SyntheticSpan, syntheticSpans, syntheticText } from './synthetic.ts'

/** `length` in characters. */
export type Size = { name: string; length: number; annotations: number }

export type BenchArticle = Size & { title: string; text: string }

export const analyst = { id: '01990000-0000-7000-8000-00000000000a', name: 'Bench' }

export const makeProject = async (folder: string, file: string, sizes: readonly Size[]): Promise<BenchArticle[]> => {
  const { workbench, close } = createWorkbenchFile(file, 'Bench', { program: 'bench', emit: () => {} })
  workbench.identify(analyst)
  const made: (BenchArticle & { id: string })[] = []
  for (const size of sizes) {
    const text = syntheticText(size.length)
    const path = join(folder, `${size.length}.txt`)
    writeFileSync(path, text)
    const id = (await workbench.addArticles([{ file: path }])).files[0]?.article
    if (!id) throw new Error(`The article of ${size.name} was not added`)
    const title = `Bench ${size.name}`
    workbench.updateArticle(id, { title })
    made.push({ ...size, id, title, text })
  }
  // One merge writes what would take minutes one tag after the other, each synced to the disk.
  const bundle = join(folder, 'bench.bundle.json')
  await workbench.exportBundle(bundle)
  const content = JSON.parse(readFileSync(bundle, 'utf8'))
  content.annotations = made.flatMap(({ id, text, annotations }) =>
    syntheticSpans(text, annotations).map((span, index) => record(id, text, span, index)),
  )
  writeFileSync(bundle, JSON.stringify(content))
  const [report] = (await workbench.mergeBundles([bundle])).files
  if (report?.outcome !== 'merged') throw new Error(`The annotations were refused: ${JSON.stringify(report?.findings)}`)
  close()
  return made
}

const replica = '01990000-0000-7000-8000-00000000000b'

// The texts have no characters beyond the first plane, so code points and code units count alike.
const record = (articleId: string, text: string, { type, start, end }: SyntheticSpan, index: number) => ({
  id: newId(),
  version: { [replica]: index + 1 },
  createdAt: '2025-01-01T00:00:00.000Z',
  createdBy: analyst.id,
  modifiedAt: '2025-01-01T00:00:00.000Z',
  modifiedBy: analyst.id,
  articleId,
  annotatorId: analyst.id,
  type,
  target: {
    fragments: [{ start, end, quote: text.slice(start, end) }],
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  },
  codes: [],
  attributes: {},
  body: annotationTypes[type].emptyBody(),
  certainty: index % 10 === 0 ? 'unsure' : 'sure',
  origin: 'manual',
  basedOn: [],
  anchor: 'exact',
})
