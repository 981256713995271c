import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { codebookLimit } from '../../src/core/limits.ts'
import type { Workbench } from '../../src/workbench/contract.ts'
import { anna, newProject } from './project.ts'

const begun = () => {
  const opened = newProject()
  opened.workbench.identify(anna)
  return opened
}

const tagged = async (workbench: Workbench, type: 'actor' | 'claim' = 'claim') => {
  const { files } = await workbench.addArticles([{ paste: 'Песков ответил.', mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  return workbench.addAnnotation({ articleId, type, fragments: [{ start: 0, end: 6 }] })
}

test('codes have keys of their own within a type', () => {
  const { workbench } = begun()
  const first = workbench.addCode({ type: 'claim', label: { ru: 'Прямая речь', en: 'Direct speech' } })
  expect(first).toMatchObject({ key: 'direct-speech', examples: [] })
  expect(workbench.addCode({ type: 'claim', label: { en: 'direct speech' } }).key).toBe('direct-speech-2')
  expect(workbench.addCode({ type: 'actor', key: 'direct-speech', label: { ru: 'иное' } }).key).toBe('direct-speech')
  expect(() => workbench.addCode({ type: 'claim', key: 'direct-speech', label: { ru: 'иное' } })).toThrow('key-taken')
  expect(() => workbench.addCode({ type: 'actor', label: { ru: 'под чужим' }, parent: first.id })).toThrow('wrong-type')
  const changed = workbench.updateCode(first.id, { color: '#aa3377', retired: true, definition: 'Слова в кавычках' })
  expect(changed).toMatchObject({ color: '#aa3377', retired: true, definition: 'Слова в кавычках' })
  expect(workbench.updateCode(first.id, { color: null, retired: null })).not.toHaveProperty('retired')
})

test('codes move, merge and go, with what is coded', async () => {
  const { workbench } = begun()
  const [top, a, b] = ['верх', 'а', 'б'].map((ru) => workbench.addCode({ type: 'claim', label: { ru } }).id) as [
    string,
    string,
    string,
  ]
  workbench.moveCode(a, { parent: top })
  expect(() => workbench.moveCode(top, { parent: a })).toThrow('cycle')
  const { id, articleId } = await tagged(workbench)
  workbench.updateAnnotation(id, { codes: [b, a] })
  workbench.mergeCodes([b], a)
  expect(workbench.usage().codes).toEqual({ [a]: 1, [b]: 1 })
  expect(workbench.dependents('code', [a]).counts).toEqual({ code: 1, merged: 1 })
  const foreign = workbench.addCode({ type: 'actor', label: { ru: 'чужой' } })
  expect(() => workbench.mergeCodes([foreign.id], a)).toThrow('wrong-type')
  expect(() => workbench.updateAnnotation(id, { codes: [foreign.id] })).toThrow('not-found')
  workbench.removeCodes([top, a], { detach: true })
  expect(workbench.annotations(articleId)[0]?.codes).toEqual([b])
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  expect(workbench.undo()).toMatchObject({ action: 'code.remove', params: { title: 'верх', count: 2 } })
  expect(workbench.annotations(articleId)[0]?.codes).toEqual([a, b].sort())
})

test('values are such as their attribute allows; those that stand there stay', async () => {
  const { workbench } = begun()
  const values = [{ key: 'да', label: { ru: 'да' } }]
  const form = workbench.addAttribute({ type: 'claim', key: 'form', label: { ru: 'вид' }, valueType: 'enum', values })
  workbench.addAttribute({ type: 'claim', key: 'said', label: { ru: 'день' }, valueType: 'date' })
  expect(() =>
    workbench.addAttribute({ type: 'claim', key: 'form', label: { ru: 'другой' }, valueType: 'text' }),
  ).toThrow('key-taken')
  const { id } = await tagged(workbench)
  const set = (attributes: Record<string, string | number | boolean>) => workbench.updateAnnotation(id, { attributes })
  expect(set({ form: 'да', said: '2025-08-22' }).attributes).toEqual({ form: 'да', said: '2025-08-22' })
  for (const [key, value] of [
    ['form', 'нет'],
    ['said', 'вчера'],
  ] as const)
    expect(() => set({ [key]: value })).toThrow('attribute-value')
  expect(() => set({ other: 1 })).toThrow('not-found')
  workbench.updateAttribute(form.id, { values: [{ key: 'нет', label: { ru: 'нет' } }] })
  expect(set({ form: 'да' }).attributes).toEqual({ form: 'да' })
  expect(workbench.dependents('attribute', [form.id])).toMatchObject({ counts: { attribute: 1 }, annotations: 1 })
  workbench.removeAttributes([form.id], { detach: true })
  expect(
    workbench.annotations((await tagged(workbench)).articleId).find((found) => found.id === id)?.attributes,
  ).toEqual({})
})

test('a link type of one’s own is counted by its links, which go with it', async () => {
  const { workbench } = begun()
  const type = workbench.addLinkType({ key: 'echoes', label: { en: 'echoes' }, from: ['claim'], to: ['claim'] })
  const first = await tagged(workbench)
  const second = workbench.duplicateAnnotation(first.id)
  workbench.addLink({ from: second.id, to: { annotation: first.id }, type: 'echoes' })
  expect(workbench.updateLinkType(type.id, { symmetric: true })).toMatchObject({ id: type.id, symmetric: true })
  expect(workbench.dependents('linkType', [type.id]).counts).toEqual({ link: 1 })
  workbench.removeLinkTypes([type.id], { detach: true })
  expect(workbench.links(first.articleId)).toEqual([])
  workbench.undo()
  expect(workbench.links(first.articleId)).toHaveLength(1)
})

test('a codebook goes out and comes in elsewhere, once', async () => {
  const { workbench, path } = begun()
  const top = workbench.addCode({ type: 'claim', key: 'top', label: { ru: 'верх' }, examples: ['так'] })
  workbench.addCode({ type: 'claim', key: 'low', label: { ru: 'низ' }, parent: top.id })
  workbench.addAttribute({ type: 'actor', key: 'form', label: { ru: 'вид' }, valueType: 'text' })
  workbench.addLinkType({ key: 'echoes', label: { en: 'echoes' }, from: ['claim'], to: ['claim'] })
  const file = join(dirname(path), 'книга.json')
  await workbench.exportCodebook(file, 'json')
  await expect(workbench.exportCodebook(path, 'json')).rejects.toThrow('is-project')

  const folder = join(dirname(path), 'другой')
  mkdirSync(folder)
  const other = newProject(join(folder, 'другой.actant')).workbench
  other.identify(anna)
  const own = other.addCode({ type: 'claim', key: 'top', label: { ru: 'свой верх' } })
  expect(await other.importCodebook(file)).toMatchObject({
    added: 3,
    changed: 1,
    unchanged: 0,
    list: [
      { kind: 'code', outcome: 'changed', label: { ru: 'верх' } },
      { kind: 'code', outcome: 'added', label: { ru: 'низ' } },
      { kind: 'attribute', outcome: 'added' },
      { kind: 'linkType', outcome: 'added' },
    ],
  })
  const { codes, attributes, linkTypes } = other.codebook()
  expect(codes.map(({ key, label, parent }) => [key, label.ru, parent]).sort()).toEqual([
    ['low', 'низ', own.id],
    ['top', 'верх', undefined],
  ])
  expect([attributes.length, linkTypes.length]).toEqual([1, 1])
  expect(await other.importCodebook(file)).toEqual({ added: 0, changed: 0, unchanged: 4, list: [] })
  expect(other.undo()).toMatchObject({ action: 'codebook.import', params: { file: 'книга.json' } })
  expect(other.codebook().codes).toMatchObject([{ label: { ru: 'свой верх' } }])
})

const sound = { format: 'actant-codebook', formatVersion: '1.0', codes: [], attributes: [], linkTypes: [] }
const codeOf = (n: number, more: object = {}) => ({
  id: `01990000-0000-7000-8000-00000000000${n}`,
  type: 'claim',
  key: `k${n}`,
  label: { en: 'x' },
  examples: [],
  ...more,
})
const [one, two] = [codeOf(1), codeOf(2)]

test.each([
  ['what breaks off', '{"format":"actant-codebook"', { reason: 'not-json', line: 1, column: 28 }],
  [
    'a key that stands twice',
    JSON.stringify({ ...sound, codes: [one] }).replace('"key":', '"type":"claim","key":'),
    { reason: 'duplicate-key', where: '/codes/0/type', name: 'type' },
  ],
  ['another JSON', '{"format":"geojson"}', { reason: 'format', where: '/format' }],
  ['a list', '[]', { reason: 'schema' }],
  [
    'a later version',
    JSON.stringify({ ...sound, formatVersion: '2.0' }),
    { reason: 'unsupported-version', found: '2.0', known: '1.0' },
  ],
  [
    'a wrong member',
    JSON.stringify({ ...sound, codes: [{ ...one, color: 'red' }] }),
    { reason: 'schema', where: '/codes/0/color' },
  ],
  ['one id twice', JSON.stringify({ ...sound, codes: [one, one] }), { reason: 'duplicate-id', where: '/codes/1' }],
  [
    'one key twice',
    JSON.stringify({ ...sound, codes: [one, { ...two, key: 'k1' }] }),
    { reason: 'duplicate-id', where: '/codes/1' },
  ],
  [
    'a circle',
    JSON.stringify({
      ...sound,
      codes: [
        { ...one, parent: two.id },
        { ...two, parent: one.id },
      ],
    }),
    { reason: 'schema', where: '/codes/0/parent' },
  ],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), { reason: 'ill-formed-text' }],
  ['too much', Buffer.alloc(codebookLimit + 1, 0x20), { reason: 'too-large', limit: codebookLimit }],
] as const)('a codebook file is refused whole, and where is said: %s', async (_, content, params) => {
  const { workbench, path } = begun()
  const file = join(dirname(path), 'книга.json')
  writeFileSync(file, content)
  await expect(workbench.importCodebook(file)).rejects.toMatchObject({
    code: 'refused-codebook',
    params: { file: 'книга.json', ...params },
  })
  expect(workbench.codebook()).toEqual({ codes: [], attributes: [], linkTypes: [] })
  expect(workbench.history().undo).toBeUndefined()
})

test('a folder in place of a codebook is refused as one', async () => {
  const { workbench, path } = begun()
  await expect(workbench.importCodebook(dirname(path))).rejects.toMatchObject({
    code: 'file',
    params: { reason: 'directory' },
  })
})

test('REFI-QDA: the tree of codes under its types, escaped', async () => {
  const { workbench, path } = begun()
  const top = workbench.addCode({ type: 'claim', key: 'top', label: { ru: 'да & «нет» <"?">' }, color: '#aa3377' })
  workbench.addCode({ type: 'claim', label: { en: 'low' }, parent: top.id, definition: 'a < b', retired: true })
  const file = join(dirname(path), 'книга.qdc')
  await workbench.exportCodebook(file, 'qdc')
  const written = readFileSync(file, 'utf8')
  expect(written).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Actant">')
  expect(written).toMatch(
    /name="claim" isCodable="true">\n +<Code guid="[^"]+" name="да &amp; «нет» &lt;&quot;\?&quot;&gt;" isCodable="true" color="#aa3377">\n +<Code guid="[^"]+" name="low" isCodable="false">\n +<Description>a &lt; b<\/Description>/,
  )
  expect(written.match(/<Code /g)).toHaveLength(5)
})

test('REFI-QDA in: our own changes nothing, though it holds less; another project gets the same tree', async () => {
  const { workbench, path } = begun()
  const top = workbench.addCode({
    type: 'claim',
    label: { ru: 'Верх', en: 'Top' },
    examples: ['раз', 'два'],
    hotkey: 'KeyQ',
  })
  workbench.addCode({ type: 'claim', label: { en: 'low' }, parent: top.id, definition: 'a < b', retired: true })
  workbench.addCode({ type: 'actor', label: { ru: 'Лицо' }, color: '#aa3377' })
  const file = join(dirname(path), 'книга.qdc')
  await workbench.exportCodebook(file, 'qdc')
  const before = workbench.codebook()
  expect(await workbench.importCodebook(file)).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  expect(workbench.codebook()).toEqual(before)
  writeFileSync(file, readFileSync(file, 'utf8').replace('name="low"', 'name="lower"'))
  expect(await workbench.importCodebook(file)).toMatchObject({ changed: 1, unchanged: 2 })
  expect(workbench.codebook().codes.find(({ id }) => id === top.id)).toMatchObject({ examples: ['раз', 'два'] })
  const other = begun()
  expect(await other.workbench.importCodebook(file)).toMatchObject({ added: 3 })
  const tree = other.workbench.codebook().codes.map(({ id, type, label, parent, retired, color, definition }) => ({
    ...{ id, type, label, parent, retired, color, definition },
  }))
  expect(tree).toContainEqual(
    expect.objectContaining({
      type: 'claim',
      label: { en: 'lower' },
      parent: top.id,
      retired: true,
      definition: 'a < b',
    }),
  )
  expect(tree).toContainEqual(expect.objectContaining({ type: 'actor', label: { ru: 'Лицо' }, color: '#aa3377' }))
  expect(await other.workbench.importCodebook(file)).toMatchObject({ added: 0, changed: 0 })
})

test('REFI-QDA in: codes of other programs are claims’, under ids of their own; what is no codebook is refused', async () => {
  const { workbench, path } = begun()
  const file = join(dirname(path), 'чужая.qdc')
  const guid = '{0A1B2C3D-0000-4000-8000-00000000ABCD}'
  const code = `<Code guid="${guid}" name="Economy &amp; trade" isCodable="true" color="#FF0000"><Code guid="2" name="Economy &amp; trade" isCodable="true" color="#Fa0"/></Code>`
  const whole = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code}</Codes></CodeBook>`
  writeFileSync(file, whole)
  expect(await workbench.importCodebook(file)).toMatchObject({ added: 2 })
  const [one, two] = workbench.codebook().codes.sort((a, b) => (a.key < b.key ? -1 : 1))
  expect(one).toMatchObject({
    id: guid.slice(1, -1).toLowerCase(),
    type: 'claim',
    key: 'economy-trade',
    color: '#ff0000',
  })
  expect(two).toMatchObject({ key: 'economy-trade-2', parent: one?.id, color: '#ffaa00' })
  const broken: [string, object][] = [
    [whole.slice(0, -3), { reason: 'schema' }],
    ['<html/>', { reason: 'schema', where: '/html' }],
    [whole.replace('<CodeBook', '<!DOCTYPE x [<!ENTITY a "b">]><CodeBook'), { reason: 'schema' }],
    [whole.replace(code, code + code), { reason: 'duplicate-id' }],
  ]
  for (const [content, params] of broken) {
    writeFileSync(file, content)
    await expect(workbench.importCodebook(file)).rejects.toMatchObject({ code: 'refused-codebook', params })
  }
})
