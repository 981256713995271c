/** The calls as the window makes them: over a port, with files named by handles. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { v7 } from 'uuid'
import { expect, it, onTestFinished } from 'vitest'
import { createDesk } from '../../src/service/desk.ts'
import { createFiles } from '../../src/service/files.ts'
import { createOpened } from '../../src/service/opened.ts'
import { argumentSchemas, type Desk, type Events } from '../../src/workbench/contract.ts'
import { connect, serve } from '../../src/workbench/rpc.ts'
import { anna, circumstances, temporaryFolder } from '../workbench/project.ts'

const handle = (n: number) => `01990000-0000-7000-8000-00000000000${n}`

/** A desk with an empty project open, and files behind handles in the order they are given. */
const ready = async (files: Record<string, string>) => {
  const folder = temporaryFolder()
  const granted = createFiles()
  const { port1, port2 } = new MessageChannel()
  const bugs: unknown[] = []
  const opened = createOpened({
    ...circumstances,
    emit: <K extends keyof Events>(event: K, data: Events[K]) => server.emit(event, data),
    onProject: () => {},
  })
  const desk = createDesk(opened, granted, async () => '')
  const server = serve<Desk>(port1, desk, argumentSchemas, (error) => bugs.push(error))
  const client = connect<Desk>(port2)
  onTestFinished(async () => {
    await opened.end()
    client.close()
    server.close()
    expect(bugs).toEqual([])
  })
  granted.grant({ handle: handle(0), path: join(folder, 'p.actant'), purpose: 'target' })
  for (const [index, [name, content]] of Object.entries(files).entries()) {
    writeFileSync(join(folder, name), content)
    const purpose = name.endsWith('.json') ? 'bundle' : 'article'
    granted.grant({ handle: handle(index + 1), path: join(folder, name), purpose })
  }
  granted.grant({ handle: handle(8), path: folder, purpose: 'folder' })
  granted.grant({ handle: handle(9), path: join(folder, 'out'), purpose: 'target' })
  await client.workbench.createProject(handle(0))
  await client.workbench.identify(anna)
  return { desk: client.workbench, on: client.on, folder }
}

const corpus = {
  'a.ann': 'T1\tPerson 0 4\tАнна\nT2\tClaim 5 9\tушла\nT3\tClaim 0 4\tВера',
  'a.txt': 'Анна ушла.',
  'tasks.json': '[{"data":{"text":"Анна ушла."},"annotations":[]}]',
}

it('annotations are recognised, looked into and taken over by handles alone', async () => {
  const { desk } = await ready(corpus)
  const files = [handle(1), handle(2), handle(3)]
  expect(await desk.recogniseImport(files)).toEqual({
    formats: [
      { format: 'brat', files: [handle(1)], count: 1 },
      { format: 'labelstudio', files: [handle(3)], count: 1 },
    ],
    rest: [],
  })
  const { mapping, spans } = await desk.previewImport({ files: [handle(8)], format: 'brat' })
  expect(mapping).toEqual(await desk.proposeImport([handle(1)], 'brat'))
  expect(spans.map(({ count }) => count)).toEqual([1, 1])
  await desk.saveImportMapping({ name: 'mine', format: 'brat', mapping })
  const [{ mapping: saved } = { mapping }] = await desk.importMappings()
  const report = await desk.importAnnotated({ files: [handle(1)], format: 'brat', mapping: saved })
  expect(report).toMatchObject({
    added: { article: 1, annotation: 2 },
    files: [{ outcome: 'imported', problems: [{ line: 3, reason: 'quote', detail: 'Вера' }] }],
  })
  expect(await desk.undo()).toMatchObject({ action: 'import.add' })
  expect(await desk.articles()).toEqual([])
})

it('files that were not handed out, and arguments that do not parse, are refused', async () => {
  const { desk } = await ready(corpus)
  const other = v7()
  await expect(desk.previewImport({ files: [other], format: 'brat' })).rejects.toMatchObject({ code: 'bad-request' })
  await expect(desk.importAnnotated({ files: [handle(9)], format: 'brat' })).rejects.toMatchObject({
    code: 'bad-request',
  })
  await expect(desk.importAnnotated({ files: [handle(1)], format: 'word' })).rejects.toMatchObject({
    code: 'bad-request',
  })
  await expect(desk.recogniseImport([])).rejects.toMatchObject({ code: 'bad-request' })
  await expect(
    desk.saveImportMapping({ name: ' ', format: 'brat', mapping: await desk.proposeImport([handle(1)], 'brat') }),
  ).rejects.toMatchObject({ code: 'bad-request' })
})

it('an import is followed and stopped over the port, and leaves nothing', async () => {
  const many = Array.from({ length: 400 }, (_, n) => JSON.stringify({ text: `${n} Анна ушла.`, label: [[0, 1, 'N']] }))
  const { desk, on } = await ready({ 'many.jsonl': many.join('\n') })
  const job = v7()
  const importing = desk.importAnnotated({ files: [handle(1)], format: 'doccano' }, job)
  on('progress', (progress) => {
    if (progress.job === job) void desk.cancel(job)
  })
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' })
  expect(await desk.articles()).toEqual([])
  expect((await desk.importAnnotated({ files: [handle(1)], format: 'doccano' })).added.article).toBe(400)
})
