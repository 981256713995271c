/** The service process: holds the database, serves the window's port, and does what the main process tells it. */
import { v7 } from 'uuid'
import { Failure } from '../core/failure.ts'
import { argumentSchemas, type Desk, type Events } from '../workbench/contract.ts'
import { createReaderPool } from '../workbench/reader-pool.ts'
import { type Server, serve } from '../workbench/rpc.ts'
import { createDesk } from './desk.ts'
import { createFiles } from './files.ts'
import { createOpened } from './opened.ts'
import { listenToParent, type ParentHandlers } from './parent.ts'
import { ensureSample, type Sample } from './sample.ts'

const servers = new Set<Server>()
const emit = <K extends keyof Events>(event: K, data: Events[K]) => {
  for (const server of servers) server.emit(event, data)
}
const now = () => new Date()
const newId = () => v7()
const files = createFiles()
let sample: Sample | undefined

const readers = createReaderPool(() => parent.startReader())

const opened = createOpened({
  program: 'actant window',
  now,
  newId,
  emit,
  readFile: readers.read,
  onProject: (path) => parent.send({ type: 'opened', ...(path !== undefined && { path }) }),
})

const desk = createDesk(opened, files, async () => {
  if (!sample) throw new Failure('bad-request', { reason: 'no sample project' })
  await ensureSample(sample, now, newId)
  return sample.project
})

const end = async () => {
  readers.end()
  await opened.end().catch((error) => console.error('Bug in closing:', error))
  process.exit(0)
}

const receive: ParentHandlers['message'] = async (message) => {
  switch (message.type) {
    case 'start':
      for (const grant of message.grants) files.grant(grant)
      sample = message.sample
      if (message.identity) opened.identify(message.identity)
      // Whoever asks for the project hears why it could not be opened again, by opening it themselves.
      if (message.reopen) await opened.open(message.reopen).catch((error) => console.error(error))
      parent.send({ type: 'ready' })
      break
    case 'grant':
      files.grant(message.grant)
      parent.send({ type: 'granted', handle: message.grant.handle })
      break
    case 'shutdown':
      await end()
  }
}

const parent = listenToParent({
  message: receive,
  port(port) {
    const server = serve<Desk>(port, desk, argumentSchemas)
    servers.add(server)
    port.addEventListener('close', () => servers.delete(server))
  },
  gone: () => void end(),
})

process.on('SIGTERM', () => void end())
// Ctrl+C reaches every process of the terminal; the main process decides.
process.on('SIGINT', () => {})
