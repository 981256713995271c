/** The inside of a reader process: one file after the other, each answered before the next is begun. */
import { Failure } from '../core/failure.ts'
import type { readArticle } from './index.ts'
import type { FromReader, ToReader } from './messages.ts'
import { watchProcess } from './watch.ts'

/** Resolves when the answer has left the process, so that no later file can take it along. */
type Send = (message: FromReader) => Promise<void>

type Read = typeof readArticle

export const serveReader = (read: Read) => {
  watchProcess()
  let turn = Promise.resolve()
  const take = (message: ToReader, send: Send) => {
    turn = turn.then(async () => send(await answer(read, message)))
  }
  if (process.parentPort) listenToElectron(process.parentPort, take)
  else listenToNode(take)
}

const answer = async (read: Read, { id, bytes, options }: ToReader): Promise<FromReader> => {
  try {
    return { id, article: await read(bytes, options) }
  } catch (error) {
    if (!(error instanceof Failure)) return { id, bug: error instanceof Error ? (error.stack ?? error.message) : '' }
    const { reason = '', ...params } = error.params
    return { id, refused: { reason: String(reason), ...params } }
  }
}

type Take = (message: ToReader, send: Send) => void

const listenToElectron = (parent: Electron.ParentPort, take: Take) =>
  parent.once('message', ({ ports: [port] }) => {
    if (!port) return
    port.on('message', ({ data }) => take(data, async (message) => port.postMessage(message)))
    port.on('close', () => process.exit())
    port.start()
    port.postMessage({ ready: true } satisfies FromReader)
  })

const listenToNode = (take: Take) => {
  const send: Send = (message) =>
    new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()))
  // The program speaks to nobody else through this pipe.
  process.on('message', (message: ToReader) => take(message, send))
  process.on('disconnect', () => process.exit())
  void send({ ready: true })
}
