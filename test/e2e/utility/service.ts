/** A service without a database, which the fallback runtime could not load: the ways to it are the real ones. */
import { appendFileSync } from 'node:fs'
import { createFiles } from '../../../src/service/files.ts'
import { listenToParent } from '../../../src/service/parent.ts'
import { argumentSchemas, type Desk } from '../../../src/workbench/contract.ts'
import { createReaderPool } from '../../../src/workbench/reader-pool.ts'
import { type Handlers, type Server, serve } from '../../../src/workbench/rpc.ts'

const log = (line: string) => appendFileSync(process.env['ACTANT_TEST_LOG'] ?? '', `${line}\n`)
const files = createFiles()
const servers = new Set<Server>()

const readers = createReaderPool(() => parent.startReader(), { milliseconds: 12_000 })

const calls: Partial<Handlers<Desk>> = {
  /** The text of a Markdown file. */
  previewEncoding: async (_, content) =>
    (await readers.read(new TextEncoder().encode(content), { fileName: 'a.md' })).text,
  renameProject: (title) => {
    for (const server of servers) server.emit('changed', { kinds: [], articleIds: [], project: title === 'told' })
  },
  saveCopy: async (to) => log(`copy to ${files.path(to, 'target')}`),
  check: () => new Promise(() => {}),
}

const parent = listenToParent({
  message(message) {
    if (message.type === 'start') {
      for (const grant of message.grants) files.grant(grant)
      log(`started with ${message.grants.length} grants, reopening ${message.reopen}`)
      parent.send({ type: 'opened', path: '/a/project.actant' })
      parent.send({ type: 'ready' })
    } else if (message.type === 'grant') {
      files.grant(message.grant)
      parent.send({ type: 'granted', handle: message.grant.handle })
    } else {
      log('shut down')
      process.exit(0)
    }
  },
  port(port) {
    const server = serve<Desk>(port, calls as Handlers<Desk>, argumentSchemas)
    servers.add(server)
    port.addEventListener('close', () => {
      servers.delete(server)
      log('port closed')
    })
  },
  gone: () => process.exit(0),
})
