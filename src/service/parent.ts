/** The way to the process that started this one: Electron's main process directly, or through a pipe where this is plain Node. */
import { startReaderProcess } from '../workbench/reader-process.ts'
import type { ReaderProcess } from '../workbench/reader-worker.ts'
import type { Port } from '../workbench/rpc.ts'
import { type FromService, type ToService, toService } from './control.ts'
import { createReaders } from './electron-readers.ts'

export type Parent = {
  send(message: FromService): void
  startReader(): ReaderProcess
}

export type ParentHandlers = {
  message(message: Extract<ToService, { type: 'start' | 'grant' | 'shutdown' }>): void
  /** A client's port arrived. */
  port(port: Port): void
  /** The parent died or let go. */
  gone(): void
}

export const listenToParent = (handlers: ParentHandlers): Parent =>
  process.parentPort ? listenToElectron(process.parentPort, handlers) : listenToNode(handlers)

const listenToElectron = (parentPort: Electron.ParentPort, handlers: ParentHandlers): Parent => {
  const send = (message: FromService) => parentPort.postMessage(message)
  const readers = createReaders(send)
  parentPort.on('message', ({ data, ports: [port] }) => {
    const message = toService.parse(data)
    switch (message.type) {
      case 'port':
        if (port) handlers.port(asPort(port))
        break
      case 'reader':
        if (port) readers.connect(message.reader, asPort(port))
        break
      case 'reader-ended':
        readers.ended(message.reader, message.end)
        break
      case 'start':
      case 'grant':
      case 'shutdown':
        handlers.message(message)
    }
  })
  return { send, startReader: readers.start }
}

/** Electron's ports are event emitters. */
const asPort = (port: Electron.MessagePortMain): Port => ({
  postMessage: (message) => port.postMessage(message),
  addEventListener: (type, listener) =>
    type === 'message' ? port.on(type, listener) : port.on(type, () => listener({})),
  start: () => port.start(),
  close: () => port.close(),
})

const listenToNode = (handlers: ParentHandlers): Parent => {
  const ports = new Map<number, RelayedPort>()
  // To a parent that is gone nothing can be said; 'disconnect' tells of it.
  const send = (message: FromService) => void process.send?.(message, undefined, undefined, () => {})
  process.on('message', (raw) => {
    const message = toService.parse(raw)
    switch (message.type) {
      case 'port':
        if (message.port !== undefined) {
          const port = relayedPort(message.port, send)
          ports.set(message.port, port)
          handlers.port(port)
        }
        break
      case 'relay':
        ports.get(message.port)?.receive(message.data)
        break
      case 'port-closed':
        ports.get(message.port)?.end()
        ports.delete(message.port)
        break
      case 'start':
      case 'grant':
      case 'shutdown':
        handlers.message(message)
    }
  })
  process.on('disconnect', handlers.gone)
  return { send, startReader: startReaderProcess }
}

type RelayedPort = Port & { receive(data: unknown): void; end(): void }

const relayedPort = (port: number, send: (message: FromService) => void): RelayedPort => {
  const events = new EventTarget()
  return {
    postMessage: (data) => send({ type: 'relay', port, data }),
    addEventListener: (type, listener) => events.addEventListener(type, listener),
    start: () => {},
    close: () => {},
    receive: (data) => events.dispatchEvent(new MessageEvent('message', { data })),
    end: () => events.dispatchEvent(new Event('close')),
  }
}
