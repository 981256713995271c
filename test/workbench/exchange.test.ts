import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalText } from '../../src/core/canonical.ts'
import { articleIdOf } from '../../src/core/digest.ts'
import { attributeId, linkTypeId, progressId } from '../../src/core/ids.ts'
import type { Opened } from './project.ts'
import { anna, boris, newProject, reopened, temporaryFolder } from './project.ts'

const shared = process.env['ACTANT_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared')
const gold = join(shared, 'gold', 'moscowtimes-2025-08-22.bundle.json')
const invalid = join(shared, 'gold', 'invalid')

const exported = async ({ workbench, path }: Opened & { path: string }, name = 'out.json') => {
  const to = join(dirname(path), name)
  const report = await workbench.exportBundle(to)
  const text = readFileSync(to, 'utf8')
  return { to, report, text, bundle: JSON.parse(text) }
}

const merged = async (bundle: object | string): Promise<Opened & { path: string; report: MergedFile }> => {
  const project = newProject()
  return { ...project, report: await merge(project, bundle) }
}

type MergedFile = Awaited<ReturnType<Opened['workbench']['mergeBundles']>>['files'][number]

const merge = async ({ workbench, path }: Opened & { path: string }, bundle: object | string): Promise<MergedFile> => {
  const file = join(dirname(path), `in-${Math.random()}.json`)
  writeFileSync(file, typeof bundle === 'string' ? bundle : canonicalText(bundle))
  const { files } = await workbench.mergeBundles([file])
  if (!files[0]) throw new Error('no report')
  return files[0]
}

const replica = '01990000-0000-7000-8000-0000000000f1'
const other = '01990000-0000-7000-8000-0000000000f2'
const uuid = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = '2025-09-01T09:00:00.000Z'
const earlier = '2025-08-31T09:00:00.000Z'
const later = '2025-09-02T09:00:00.000Z'
const stamp = (id: string, version: object = { [replica]: 1 }) => ({
  id,
  version,
  createdAt: at,
  createdBy: anna.id,
  modifiedAt: at,
  modifiedBy: anna.id,
})

const text = '😀 Песков: «Кремль» не торопится 😀😀.\nГенсек ответил.'
const articleId = articleIdOf(text)
const points = [...text]
const spanOf = (quote: string) => {
  const start = [...text.slice(0, text.indexOf(quote))].length
  return { start, end: start + [...quote].length, quote }
}
const targetOf = (quote: string) => {
  const { start, end } = spanOf(quote)
  return {
    fragments: [spanOf(quote)],
    prefix: points.slice(Math.max(0, start - 32), start).join(''),
    suffix: points.slice(end, end + 32).join(''),
  }
}
const annotation = (n: number, quote: string, more: object = {}) => ({
  ...stamp(uuid(n)),
  articleId,
  annotatorId: anna.id,
  type: 'actor',
  target: targetOf(quote),
  codes: [],
  attributes: {},
  body: {},
  certainty: 'sure',
  origin: 'manual',
  basedOn: [],
  anchor: 'exact',
  ...more,
})

/** One of everything, canonical in all but the white space. */
const everything = () => ({
  format: 'actant-bundle',
  formatVersion: '1.0',
  offsetUnit: 'codepoint',
  textNormalization: 'lf1',
  generator: { name: 'Actant', version: JSON.parse(readFileSync('package.json', 'utf8')).version },
  project: { id: uuid(999), title: 'Переговоры' },
  annotators: [{ ...stamp(anna.id), name: anna.name, kind: 'person', ext: { newer: [1, null, { tone: 'сухо' }] } }],
  codebook: {
    codes: [
      { ...stamp(uuid(1)), type: 'claim', key: 'threat', label: { ru: 'угроза' }, examples: ['б', 'а'], retired: true },
    ],
    attributes: [
      {
        ...stamp(attributeId('claim', 'tone')),
        type: 'claim',
        key: 'tone',
        label: { en: 'tone' },
        valueType: 'enum',
        values: [{ key: 'dry', label: { en: 'dry' } }],
        required: false,
      },
    ],
    linkTypes: [
      {
        ...stamp(linkTypeId('answers')),
        key: 'answers',
        label: { ru: 'отвечает' },
        from: ['claim', 'position'],
        to: ['actor', 'actorEntry'],
        symmetric: false,
      },
    ],
  },
  actors: [
    {
      ...stamp(uuid(2)),
      name: 'Песков',
      actorType: 'person',
      aliases: [{ text: 'Peskov', lang: 'en', kind: 'transliteration' }],
      memberOf: [],
    },
  ],
  issues: [{ ...stamp(uuid(3)), name: 'Переговоры', rank: 0 }],
  articles: [
    {
      ...stamp(articleId),
      text,
      textRevision: 0,
      blocks: [
        { type: 'heading', start: 0, end: points.indexOf('\n'), level: 2 },
        { type: 'paragraph', start: points.indexOf('\n') + 1, end: points.length },
      ],
      marks: [{ type: 'link', start: 2, end: 8, href: 'https://example.org/я' }],
      title: 'Кремль',
      outlet: { name: 'ТАСС', actorId: uuid(2) },
      source: {
        fileName: 'a.txt',
        mediaType: 'text/plain',
        encoding: 'utf-8',
        reader: 'text/1',
        digest: articleIdOf('bytes'),
      },
      ext: { rating: 5 },
    },
  ],
  annotations: [
    annotation(10, 'Песков', { body: { actorId: uuid(2), mention: 'name' } }),
    annotation(11, 'Кремль', {
      type: 'claim',
      codes: [uuid(1)],
      attributes: { tone: 'dry' },
      body: {
        issueIds: [uuid(3)],
        evidenceFor: [],
        attribution: [{ sources: [{ annotation: uuid(10) }], cue: [spanOf('Песков:')], basis: 'cue' }],
      },
      certainty: 'unsure',
      note: 'о «Кремле» 😀',
    }),
  ],
  links: [
    { ...stamp(uuid(20)), from: uuid(11), to: { actor: uuid(2) }, type: 'answers', attributes: {}, certainty: 'sure' },
  ],
  adjudications: [
    { ...stamp(uuid(21)), articleId, decidedBy: anna.id, inputs: [uuid(10)], output: uuid(10), rule: 'union' },
  ],
  progress: [{ ...stamp(progressId(articleId, anna.id)), articleId, annotatorId: anna.id, state: 'doing' }],
  tombstones: [{ kind: 'annotation', id: uuid(12), version: { [replica]: 2 }, modifiedAt: at, modifiedBy: anna.id }],
  conflicts: [
    {
      kind: 'annotation',
      record: annotation(10, 'Песков', { version: { [other]: 1 }, modifiedAt: earlier, note: 'иначе' }),
    },
  ],
  ext: { review: { round: 2 } },
})

test('what is merged into a new project comes out unchanged, byte for byte, as often as one likes', async () => {
  const first = await merged(everything())
  expect(first.report).toMatchObject({ outcome: 'merged', conflicts: { annotation: 1 } })
  const once = await exported(first)
  const { digest, ...rest } = once.bundle
  expect(rest).toEqual(everything())
  expect((await exported(first, 'again.json')).text).toBe(once.text)
  const second = await merged(once.text)
  expect(second.report.findings).toEqual([])
  expect((await exported(second)).text).toBe(once.text)
  expect(await second.workbench.check()).toEqual({ ok: true, findings: [] })
  expect(digest).toBe(once.report.digest)
})

test('the digest is that of the file without it, and the report is true', async () => {
  const { report, text: written } = await exported(await merged(everything()))
  const bare = written.replace(`,"digest":"${report.digest}"`, '')
  expect(report).toEqual({
    articles: 1,
    annotations: 2,
    bytes: Buffer.byteLength(written),
    digest: `sha256:${createHash('sha256').update(bare).digest('hex')}`,
  })
})

test('offsets are code points outside and code units inside', async () => {
  const { workbench } = await merged(everything())
  const [first] = workbench.annotations(articleId)
  const start = text.indexOf('Песков')
  expect(first?.target.fragments).toEqual([{ start, end: start + 6, quote: 'Песков' }])
  expect(workbench.article(articleId).blocks[0]).toMatchObject({ end: text.indexOf('\n') })
  expect(workbench.articles()[0]?.length).toBe(points.length)
})

test('a new, empty project takes over id and title, one in use keeps its own', async () => {
  const fresh = await merged(everything())
  expect(fresh.workbench.project()).toMatchObject({ id: uuid(999), title: 'Переговоры' })
  const used = newProject()
  used.workbench.identify(boris)
  await used.workbench.addArticles([{ paste: 'другая', mediaType: 'text/plain' }])
  await merge(used, everything())
  expect(used.workbench.project()).toMatchObject({ title: 'проект', articles: 2 })
})

test('merging twice changes nothing, and says so', async () => {
  const project = await merged(everything())
  const once = await exported(project)
  const steps = project.workbench.history().undo?.id
  const report = await merge(project, everything())
  expect(report).toMatchObject({
    outcome: 'merged',
    new: {},
    newer: {},
    older: {},
    conflicts: {},
    equal: {
      annotator: 1,
      code: 1,
      attribute: 1,
      linkType: 1,
      actor: 1,
      issue: 1,
      article: 1,
      annotation: 2,
      link: 1,
      adjudication: 1,
      progress: 1,
      tombstone: 1,
    },
  })
  expect(project.workbench.history().undo?.id).toBe(steps)
  expect((await exported(project)).text).toBe(once.text)
})

test('two teams’ bundles give the same records in either order', async () => {
  const tagged = async (who: typeof anna, quote: string) => {
    const project = await merged(everything())
    project.workbench.identify(who)
    const start = text.indexOf(quote)
    project.workbench.addAnnotation({ articleId, type: 'position', fragments: [{ start, end: start + quote.length }] })
    await project.workbench.addArticles([{ paste: `Статья: ${who.name}`, mediaType: 'text/plain' }])
    return (await exported(project)).text
  }
  const [a, b] = [await tagged(anna, 'Генсек'), await tagged(boris, 'торопится')]
  const both = async (first: string, second: string) => {
    const project = await merged(first)
    expect(await merge(project, second)).toMatchObject({ outcome: 'merged', new: { annotation: 1, article: 1 } })
    await merge(project, first)
    return (await exported(project)).text
  }
  expect(await both(a, b)).toBe(await both(b, a))
})

test('newer records win, older ones lose, tombstones among them', async () => {
  const project = await merged(everything())
  const bundle = everything()
  const newer = { version: { [replica]: 3 }, modifiedAt: later }
  bundle.actors = [{ ...bundle.actors[0], ...newer, name: 'Дмитрий Песков' }] as typeof bundle.actors
  bundle.annotations = [annotation(12, 'Генсек', newer)]
  bundle.issues = []
  bundle.tombstones = [
    { kind: 'issue', id: uuid(3), version: { [replica]: 2 }, modifiedAt: later, modifiedBy: anna.id },
  ]
  bundle.conflicts = []
  const report = await merge(project, bundle)
  expect(report).toMatchObject({ newer: { actor: 1, annotation: 1, tombstone: 1 }, older: {} })
  const { bundle: after } = await exported(project)
  expect(after.actors[0].name).toBe('Дмитрий Песков')
  expect(after.annotations.map(({ id }: { id: string }) => id)).toContain(uuid(12))
  expect(after.tombstones).toEqual(bundle.tombstones)
  expect(after.issues).toEqual([])
  expect(await merge(project, everything())).toMatchObject({ older: { actor: 1, issue: 1, tombstone: 1 }, newer: {} })
  expect((await exported(project)).bundle).toEqual(after)
})

test('a merge is one step; undoing it takes away what came and brings back what was replaced', async () => {
  const project = await merged(everything())
  project.workbench.identify(boris)
  const before = (await exported(project)).bundle
  const bundle = everything()
  bundle.actors = [{ ...bundle.actors[0], version: { [replica]: 3 }, name: 'Дмитрий Песков' }] as typeof bundle.actors
  bundle.annotations.push(annotation(13, 'Генсек'))
  await merge(project, bundle)
  expect(project.workbench.annotations(articleId)).toHaveLength(3)
  expect(project.workbench.undo()).toMatchObject({ action: 'bundle.merge', params: { title: 'Переговоры' } })
  const undone = (await exported(project)).bundle
  expect(undone.actors[0].name).toBe('Песков')
  expect(undone.actors[0].version[replica]).toBe(3)
  expect(undone.annotations).toEqual(before.annotations)
  expect(undone.tombstones.map(({ id }: { id: string }) => id)).toEqual([uuid(12), uuid(13)])
  project.workbench.redo()
  expect(project.workbench.annotations(articleId)).toHaveLength(3)
  while (project.workbench.undo());
  expect(project.workbench.project()).toMatchObject({ title: 'проект', articles: 0, annotations: 0 })
  while (project.workbench.redo());
  expect(project.workbench.project()).toMatchObject({ title: 'Переговоры', annotations: 3 })
  expect(await project.workbench.check()).toEqual({ ok: true, findings: [] })
})

test('records that were changed on both sides are kept in both versions, and told', async () => {
  const project = await merged({ ...everything(), conflicts: [] })
  const bundle = { ...everything(), conflicts: [] }
  bundle.annotations = [annotation(14, 'Генсек'), annotation(10, 'Песков', { version: { [other]: 5 }, note: 'не так' })]
  const report = await merge(project, bundle)
  expect(report).toMatchObject({ outcome: 'merged', new: { annotation: 1 }, conflicts: { annotation: 1 } })
  expect(report.findings).toContainEqual({
    code: 'concurrent',
    where: '/annotations/1',
    params: { kind: 'annotation', id: uuid(10) },
  })
  const { bundle: after } = await exported(project)
  expect(after.annotations.find(({ id }: { id: string }) => id === uuid(10)).note).toBe('не так')
  expect(after.conflicts).toEqual([{ kind: 'annotation', record: everything().annotations[0] }])
  expect(await merge(project, bundle)).toMatchObject({ conflicts: {}, equal: { annotation: 2 } })
})

test('two people who imported the same file agree in silence', async () => {
  const project = newProject()
  project.workbench.identify(boris)
  await project.workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const article = project.workbench.article(articleId)
  const bundle = everything()
  const { title: _title, outlet: _outlet, ext: _ext, ...bare } = Object(bundle.articles[0])
  bundle.articles = [{ ...bare, blocks: [], marks: [] }]
  const report = await merge(project, {
    ...bundle,
    articles: [{ ...bare, blocks: pointsOf(article.blocks), marks: [], ...metadataOf(article) }],
  })
  expect(report).toMatchObject({ outcome: 'merged', equal: { article: 1 } })
  const joined = project.workbench.article(articleId)
  expect(joined).toMatchObject({ createdAt: at, createdBy: anna.id })
  expect(Object.keys(joined.version)).toHaveLength(2)
})

const pointsOf = (blocks: readonly { start: number; end: number }[]) =>
  blocks.map((block) => ({
    ...block,
    start: [...text.slice(0, block.start)].length,
    end: [...text.slice(0, block.end)].length,
  }))

const metadataOf = ({ title, language }: { title?: string | undefined; language?: string | undefined }) => ({
  ...(title !== undefined && { title }),
  ...(language !== undefined && { language }),
})

test('an annotation whose article is not here waits for it, and is found in it', async () => {
  const bundle = everything()
  const project = await merged({ ...bundle, articles: [], conflicts: [] })
  expect(project.report.findings.map(({ code }) => code)).toContain('dangling-reference')
  const waiting = (await exported(project)).bundle
  expect(waiting.annotations).toEqual(bundle.annotations)
  const report = await merge(project, { ...bundle, annotations: [], conflicts: [], links: [], adjudications: [] })
  expect(report.findings).toEqual([])
  const start = text.indexOf('Песков')
  expect(project.workbench.annotations(articleId)[0]?.target.fragments[0]).toMatchObject({ start, end: start + 6 })
  expect((await exported(project)).bundle.annotations).toEqual(bundle.annotations)
  project.workbench.identify(boris)
  project.workbench.undo()
  expect((await exported(project)).bundle.annotations).toEqual(bundle.annotations)
  project.workbench.redo()
  expect(await project.workbench.check()).toMatchObject({ ok: true })
})

test('annotations follow a text that was corrected elsewhere', async () => {
  const project = await merged(everything())
  const bundle = everything()
  const corrected = `Срочно. ${text}`
  const article = {
    ...bundle.articles[0],
    text: corrected,
    textRevision: 1,
    version: { [replica]: 2 },
    blocks: [],
    marks: [],
  }
  await merge(project, { ...bundle, articles: [article], annotations: [], conflicts: [] })
  const found = project.workbench.annotations(articleId)
  expect(found.map(({ target }) => target.fragments[0]?.start)).toEqual([
    corrected.indexOf('Песков'),
    corrected.indexOf('Кремль'),
  ])
  expect(found.every(({ anchor }) => anchor === 'reanchored')).toBe(true)
  expect(await project.workbench.check()).toMatchObject({ ok: true })
  project.workbench.identify(boris)
  project.workbench.undo()
  expect(project.workbench.annotations(articleId)[0]).toMatchObject({
    anchor: 'exact',
    target: { fragments: [{ start: text.indexOf('Песков') }] },
  })
  expect(await project.workbench.check()).toMatchObject({ ok: true })
})

test('a bundle that is none is refused, a file that cannot be read is a failure', async () => {
  const project = newProject()
  expect(await merge(project, '{"format":')).toMatchObject({ outcome: 'refused', findings: [{ code: 'not-json' }] })
  await expect(project.workbench.mergeBundles([join(dirname(project.path), 'нет.json')])).rejects.toThrow('"missing"')
  await expect(project.workbench.validateBundles([dirname(project.path)])).rejects.toThrow('"directory"')
  expect(project.workbench.project().articles).toBe(0)
})

test('an export replaces a file whole, follows a link, and never the project', async () => {
  const project = await merged(everything())
  const folder = dirname(project.path)
  writeFileSync(join(folder, 'old.json'), 'старое')
  await project.workbench.exportBundle(join(folder, 'old.json'))
  expect(JSON.parse(readFileSync(join(folder, 'old.json'), 'utf8')).format).toBe('actant-bundle')
  await expect(project.workbench.exportBundle(project.path)).rejects.toThrow('"is-project"')
  mkdirSync(join(folder, 'folder'))
  await expect(project.workbench.exportBundle(join(folder, 'folder'))).rejects.toThrow('"directory"')
  await expect(project.workbench.exportBundle(join(folder, 'no', 'out.json'))).rejects.toThrow('"missing"')
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('an export from a second process shows one state while the first writes', async () => {
  const project = await merged(everything())
  project.workbench.identify(anna)
  const reader = reopened(project.path, 'either')
  const exporting = reader.workbench.exportBundle(join(dirname(project.path), 'out.json'))
  project.workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 3, end: 9 }] })
  expect(await exporting).toMatchObject({ annotations: 2 })
  expect(JSON.parse(readFileSync(join(dirname(project.path), 'out.json'), 'utf8')).annotations).toHaveLength(2)
})

test('a record that no longer reads as written is never exported', async () => {
  const project = await merged(everything())
  project.project.db.exec(`UPDATE annotations SET content = replace(content, 'unsure', 'sure')`)
  const to = join(dirname(project.path), 'out.json')
  await expect(project.workbench.exportBundle(to)).rejects.toThrow(uuid(11))
  expect(existsSync(to)).toBe(false)
  expect(await project.workbench.check()).toMatchObject({
    ok: false,
    findings: [{ code: 'record-damaged', where: `/annotation/${uuid(11)}` }],
  })
  project.workbench.identify(anna)
  expect(() => project.workbench.renameProject('нет')).toThrow('read-only')
  expect(project.workbench.project()).toMatchObject({ access: 'read', reason: 'damaged' })
})

test.skipIf(!existsSync(gold))('the gold bundle comes out with every record unchanged', async () => {
  const project = newProject(join(temporaryFolder(), 'gold.actant'))
  const { files } = await project.workbench.mergeBundles([gold])
  expect(files[0]).toMatchObject({
    outcome: 'merged',
    findings: [],
    new: { annotation: 128 },
    reanchored: 0,
    orphans: 0,
  })
  const { text: written, bundle } = await exported(project)
  const { generator: _ours, digest: _digest, ...rest } = bundle
  const { generator: _theirs, digest: _other, ...original } = JSON.parse(readFileSync(gold, 'utf8'))
  expect(rest).toEqual(original)
  const second = await merged(written)
  expect((await exported(second)).text).toBe(written)
  expect(await project.workbench.check()).toEqual({ ok: true, findings: [] })
})

const expectations: Record<string, { severity: string; becomes?: object; error: string | null; where: string }> =
  existsSync(invalid) ? JSON.parse(readFileSync(join(invalid, 'expected.json'), 'utf8')) : {}

test.skipIf(!existsSync(invalid)).each(Object.entries(expectations))(
  '%s is judged as expected, and nothing of a refused file is stored',
  async (name, expected) => {
    const project = newProject()
    const file = join(invalid, name)
    const { files } = await project.workbench.validateBundles([file])
    expect(files[0]?.verdict).toBe(expected.severity)
    const report = (await project.workbench.mergeBundles([file])).files[0]
    expect(report?.outcome).toBe(expected.severity === 'refuse' ? 'refused' : 'merged')
    if (expected.error) {
      expect(files[0]?.findings).toContainEqual(
        expect.objectContaining({ code: expected.error, where: expected.where }),
      )
    }
    if (expected.severity === 'refuse') {
      expect(project.workbench.project()).toMatchObject({ title: 'проект', articles: 0, annotations: 0 })
      expect(project.workbench.registries()).toEqual({ actors: [], issues: [], codes: [], annotators: [] })
    }
    if (expected.becomes) {
      const index = Number(expected.where.split('/')[2])
      const { id } = JSON.parse(readFileSync(file, 'utf8')).annotations[index]
      const { bundle } = await exported(project)
      const stored = bundle.annotations.find((each: { id: string }) => each.id === id)
      const { start, end } = stored.target.fragments[0]
      expect({ anchor: stored.anchor, start, end }).toEqual(expected.becomes)
    }
  },
)
