/** Reader processes as Electron's service has them: started and ended by the main process, reached through a port each. */
import type { ToReader } from '../readers/messages.ts'
import type { ReaderEnd, ReaderProcess } from '../workbench/reader-worker.ts'
import type { Port } from '../workbench/rpc.ts'
import type { FromService } from './control.ts'

type Started = {
  connect(port: Port): void
  ended(end: ReaderEnd): void
}

export const createReaders = (send: (message: FromService) => void) => {
  const readers = new Map<number, Started>()
  let count = 0

  const start = (): ReaderProcess => {
    count += 1
    const reader = count
    let port: Port | undefined
    let early: ToReader[] = []
    let hear = (_: unknown) => {}
    let tellEnd = (_: ReaderEnd) => {}
    readers.set(reader, {
      connect(arrived) {
        port = arrived
        port.addEventListener('message', (event) => hear('data' in event ? event.data : undefined))
        port.start()
        for (const message of early) port.postMessage(message)
        early = []
      },
      ended: (end) => tellEnd(end),
    })
    send({ type: 'start-reader', reader })
    return {
      send: (message) => void (port ? port.postMessage(message) : early.push(message)),
      onMessage: (handler) => {
        hear = handler
      },
      onExit: (handler) => {
        tellEnd = handler
      },
      kill: () => send({ type: 'end-reader', reader }),
    }
  }

  return {
    start,
    connect: (reader: number, port: Port) => readers.get(reader)?.connect(port),
    ended(reader: number, end: ReaderEnd) {
      readers.get(reader)?.ended(end)
      readers.delete(reader)
    },
  }
}
